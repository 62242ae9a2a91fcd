package org.dextwin.mechanics.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Checks of a motion by its positions alone, by differences, and of what it says of itself. */
final class Motions {

  private Motions() {}

  static void requireWithin(JointTrajectory motion, List<MotionLimits> limits) {
    int steps = 4000;
    double dt = motion.duration() / steps;
    double[][] q = new double[steps + 7][];
    for (int k = 0; k < q.length; k++) { // at rest for three samples at either end
      q[k] = positions(motion, (k - 3) * dt);
    }
    for (int i = 0; i < limits.size(); i++) {
      MotionLimits limit = limits.get(i);
      // differences are means of the derivatives, but for rounding of positions of about 3 rad
      double rounding = 4e-15;
      for (int k = 3; k < q.length; k++) {
        double velocity = (q[k][i] - q[k - 1][i]) / dt;
        double acceleration = (q[k][i] - 2 * q[k - 1][i] + q[k - 2][i]) / (dt * dt);
        double jerk = (q[k][i] - 3 * q[k - 1][i] + 3 * q[k - 2][i] - q[k - 3][i]) / (dt * dt * dt);
        assertThat(Math.abs(velocity)).isLessThanOrEqualTo(limit.velocity() + rounding / dt);
        assertThat(Math.abs(acceleration))
            .isLessThanOrEqualTo(limit.acceleration() + 2 * rounding / (dt * dt));
        assertThat(Math.abs(jerk))
            .isLessThanOrEqualTo(limit.jerk() + 4 * rounding / (dt * dt * dt));
      }
      for (int k = 0; k <= steps; k++) {
        JointTrajectory.Sample sample = motion.at(k * dt);
        assertThat(Math.abs(sample.velocities()[i])).isLessThanOrEqualTo(limit.velocity() * TIGHT);
        assertThat(Math.abs(sample.accelerations()[i]))
            .isLessThanOrEqualTo(limit.acceleration() * TIGHT);
        assertThat(Math.abs(sample.jerks()[i])).isLessThanOrEqualTo(limit.jerk() * TIGHT);
      }
    }
  }

  /** Rounding of products. */
  private static final double TIGHT = 1 + 1e-12;

  private static double[] positions(JointTrajectory motion, double time) {
    var positions = motion.at(time).positions();
    return positions.values(positions.order());
  }
}
