package org.dextwin.mechanics.demonstration;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.JointVector;

/**
 * What a robot hand did to an object, from moment to moment. Palm and object are in one frame.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param source where it comes from: a file, or a generator and seed
 * @param moments moments in order of time
 */
public record HandDemonstration(String source, List<Moment> moments) {

  /**
   * Copies the list.
   *
   * @param source where it comes from: a file, or a generator and seed
   * @param moments moments in order of time
   * @throws IllegalArgumentException if the times do not increase
   */
  public HandDemonstration {
    moments = List.copyOf(moments);
    for (int i = 1; i < moments.size(); i++) {
      if (!(moments.get(i).time() > moments.get(i - 1).time())) {
        throw new IllegalArgumentException(
            source + ": moment " + i + " is not after the one before it");
      }
    }
  }

  /**
   * A moment.
   *
   * @param time time [s]
   * @param hand joints and palm; empty where the hand was not seen
   * @param object X_CO, pose of the object; empty where it was not seen, or if there is none
   */
  public record Moment(double time, Optional<Hand> hand, Optional<Pose> object) {}

  /**
   * The robot hand.
   *
   * @param positions joint positions [rad]
   * @param palm X_CH, pose of its root link
   */
  public record Hand(JointVector positions, Pose palm) {}
}
