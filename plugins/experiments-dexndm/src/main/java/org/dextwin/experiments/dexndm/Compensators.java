package org.dextwin.experiments.dexndm;

import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.proprioception.CompensatingTrainer;

/** Finds trainers of corrections. */
final class Compensators {

  private Compensators() {}

  /** Returns a trainer that corrects a base policy for other dynamics. */
  static CompensatingTrainer require(String path, PolicyTrainer trainer) {
    if (trainer instanceof CompensatingTrainer compensating) {
      return compensating;
    }
    throw new InvalidInputException(
        "the policy trainer at "
            + path
            + " does not correct a base policy for other dynamics; use one that does, such as"
            + " residual");
  }
}
