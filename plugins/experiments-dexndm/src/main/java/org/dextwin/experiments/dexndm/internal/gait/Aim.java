package org.dextwin.experiments.dexndm.internal.gait;

import java.util.Map;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.rotation.RotationMeasures;

/** What a gait is searched for. */
public enum Aim {
  /**
   * To turn the object: the score is the angle turned, fast turns counting as {@link #FASTEST}, and
   * less for the time that a drop cuts off [rad].
   */
  TURN,
  /**
   * To hold the object: the score is the time held [s]. Of a gait only the offsets are searched
   * for: it closes the hand and keeps it closed.
   */
  HOLD;

  /** Speed above which turning faster counts no more [rad/s]. */
  private static final double FASTEST = 1;

  /** Cost of every second that is not played after a drop [rad/s]; a hold gains nothing in it. */
  private static final double LOST = 0.3;

  /** Part of the time that a hold must reach, after the costs of {@link GaitScore}. */
  private static final double HELD = 0.8;

  /** What a second of an episode is worth. */
  double gain(Map<String, Double> measures) {
    double speed = measures.getOrDefault(RotationMeasures.SPEED, 0.0);
    return this == HOLD ? 1 : Math.max(-FASTEST, Math.min(speed, FASTEST));
  }

  /** What a second after a drop costs. */
  double lost() {
    return this == HOLD ? 0 : LOST;
  }

  /** Score per second at which no further attempt is made. */
  double enough(SearchConfig config) {
    return this == HOLD ? HELD : config.enoughRadS();
  }

  /** How many numbers are searched for. */
  int size(Proprioception body) {
    return this == HOLD ? body.joints().size() : Gait.size(body.joints().size());
  }
}
