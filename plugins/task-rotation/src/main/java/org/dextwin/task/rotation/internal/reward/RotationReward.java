package org.dextwin.task.rotation.internal.reward;

import org.dextwin.api.math.Vec3;

/**
 * The reward of a step: r = a_rot r_rot + a_goal r_goal + a_penalty r_penalty.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * <p><i>References</i>: DexNDM, A.1.
 *
 * @param config weights
 * @param axis unit axis k, in the world
 */
public record RotationReward(RewardConfig config, Vec3 axis) {

  /**
   * What is rewarded.
   *
   * @param angular angular velocity of the object, in the world [rad/s]
   * @param linear velocity of the object, in the world [m/s]
   * @param deviation joint positions less those at the beginning [rad]
   * @param torques torques of the joints [N m]
   * @param velocities velocities of the joints [rad/s]
   * @param goal reward of the intermediate goal
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Step(
      Vec3 angular,
      Vec3 linear,
      double[] deviation,
      double[] torques,
      double[] velocities,
      double goal) {}

  /** r_rot = clip(omega . k, -c, c). */
  double rotation(Step step) {
    double speed = step.angular().dot(axis);
    return Math.max(-config.clipRadS(), Math.min(speed, config.clipRadS()));
  }

  /** |omega x k| in the sum norm. */
  double offAxis(Step step) {
    Vec3 across = step.angular().cross(axis);
    return Math.abs(across.x()) + Math.abs(across.y()) + Math.abs(across.z());
  }

  double penalty(Step step) {
    double work = 0;
    for (int i = 0; i < step.torques().length; i++) {
      work += step.torques()[i] * step.velocities()[i];
    }
    return -RewardConfig.offAxisWeight(config.resets()) * offAxis(step)
        - config.linear() * step.linear().dot(step.linear())
        - config.pose() * squared(step.deviation())
        - config.work() * work
        - config.torque() * squared(step.torques());
  }

  private static double squared(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  /**
   * Returns the reward.
   *
   * @param step what is rewarded
   * @return the reward
   */
  public double of(Step step) {
    return config.rotation() * rotation(step)
        + config.goal() * step.goal()
        + config.penalty() * penalty(step);
  }
}
