package org.dextwin.experiments.hardware;

import java.util.Optional;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.model.JointVector;

/** Targets over time, in the order of the driver. */
interface Motion {

  /** How long it takes [s]. */
  double durationS();

  /**
   * Targets at a time.
   *
   * @param time time since its begin [s]
   * @return positions [rad]
   */
  double[] at(double time);

  /**
   * What the fingertips may push with at a time.
   *
   * @param time time since its begin [s]
   * @return a force for each finger [N]; empty for what the device allows
   */
  default Optional<double[]> forces(double time) {
    return Optional.empty();
  }

  /**
   * Adds to the results what only the motion knows.
   *
   * @param measured where the joints were at the end
   */
  default Item reported(Item item, JointVector measured) {
    return item;
  }

  /**
   * Blends smoothly from 0 to 1, at rest at both ends: minimum jerk.
   *
   * <p>Flash and Hogan 1985, "The coordination of arm movements", eq. 10.
   */
  static double minimumJerk(double part) {
    double s = Math.max(0, Math.min(1, part));
    return s * s * s * (10 - 15 * s + 6 * s * s);
  }
}
