package org.dextwin.experiments.dexndm.internal.identify;

/** What a servo does besides, which is identified so that it does not falsify the gains. */
public enum Nuisance {
  /** Dry friction of a joint. */
  FRICTION,
  /** Delay of the targets of a finger. */
  DELAY,
  /** Play between motor and joint. */
  BACKLASH
}
