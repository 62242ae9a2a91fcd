package org.dextwin.experiments.dexndm;

/** How much is done. */
enum Scale {
  /** Enough to see that it works, in two minutes. */
  SMOKE,
  /** As much as a machine with two processors does in an hour, in the shape of the paper. */
  PAPER_SHAPE
}
