package org.dextwin.experiments.drex.internal.pushlog.motor;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The law by which a driver commands a joint, effort = min(saturation, stiffness * (target - q)) -
 * damping * v, found by regression of a log in which the joint moves to a new target.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param joint name of the joint
 * @param saturation largest proportional part [driver units]
 * @param damping driver units per rad/s
 * @param stiffness driver units per rad; empty if the joint was stopped before it came near
 * @param target position it moves to, along its motion [rad]; empty likewise
 */
public record ServoLaw(
    String joint,
    double saturation,
    double damping,
    OptionalDouble stiffness,
    OptionalDouble target) {

  /** The law is exact; what is farther off than this part of the largest command breaks it. */
  private static final double TOLERANCE = 0.003;

  /** Speeds must differ by so much to tell damping from saturation [rad/s]. */
  private static final double SPEED_SPREAD = 0.05;

  /** Near its target the proportional part is below this part of the saturation. */
  private static final double UNSATURATED = 0.95;

  /** A joint slower than this creeps by friction alone [rad/s]. */
  private static final double CREEP = 0.02;

  /** Positions must differ by so much to tell stiffness from target [rad]. */
  private static final double POSITION_SPREAD = 0.02;

  static Optional<ServoLaw> of(MovingJoint joint) {
    int[] moving =
        IntStream.range(0, joint.velocity().length)
            .filter(i -> joint.velocity()[i] > MovingJoint.MOVING_SPEED)
            .toArray();
    double tolerance = TOLERANCE * Arrays.stream(joint.command()).map(Math::abs).max().orElse(0);
    return ConsensusLine.through(
            picked(joint.velocity(), moving),
            picked(joint.command(), moving),
            tolerance,
            SPEED_SPREAD)
        .map(line -> withGains(joint, line.intercept(), -line.slope(), tolerance));
  }

  private static ServoLaw withGains(
      MovingJoint joint, double saturation, double damping, double tolerance) {
    double[] proportional = new double[joint.position().length];
    for (int i = 0; i < proportional.length; i++) {
      proportional[i] = joint.command()[i] + damping * joint.velocity()[i];
    }
    int[] approach =
        IntStream.range(joint.first(), proportional.length)
            .filter(i -> joint.velocity()[i] > CREEP)
            .filter(i -> proportional[i] < UNSATURATED * saturation)
            .toArray();
    Optional<ConsensusLine> line =
        ConsensusLine.through(
            picked(joint.position(), approach),
            picked(proportional, approach),
            tolerance,
            POSITION_SPREAD);
    if (line.isEmpty() || !(line.get().slope() < 0)) {
      return new ServoLaw(
          joint.name(), saturation, damping, OptionalDouble.empty(), OptionalDouble.empty());
    }
    double stiffness = -line.get().slope();
    return new ServoLaw(
        joint.name(),
        saturation,
        damping,
        OptionalDouble.of(stiffness),
        OptionalDouble.of(line.get().intercept() / stiffness));
  }

  private static double[] picked(double[] values, int[] indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
  }
}
