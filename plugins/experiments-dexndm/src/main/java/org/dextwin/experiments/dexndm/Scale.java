package org.dextwin.experiments.dexndm;

import org.dextwin.experiments.dexndm.internal.residual.Shortened;
import org.dextwin.learning.proprioception.ProprioceptiveTask;

/** How much is done. */
enum Scale {
  /** Enough to see that it works, in two minutes. */
  SMOKE,
  /** As much as a machine with two processors does in an hour, in the shape of the paper. */
  PAPER_SHAPE;

  /** Steps of an episode in which corrections are only tried out. */
  private static final int SMOKE_STEPS = 25;

  /** How many of something are used: all of them, or not more than are enough to see. */
  int used(int all, int smoke) {
    return this == SMOKE ? Math.min(all, smoke) : all;
  }

  /** A task to learn corrections in. */
  ProprioceptiveTask tried(ProprioceptiveTask task) {
    return this == SMOKE ? new Shortened(task, SMOKE_STEPS) : task;
  }
}
