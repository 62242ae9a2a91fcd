package org.dextwin.mechanics.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.junit.jupiter.api.Test;

class JointTrajectoryTest {

  private static final JointOrder ORDER = new JointOrder("two", List.of("a", "b"));

  /** All shapes of the profile: limits from where only one of them binds to where all do. */
  @Test
  void motionsKeepAllLimitsAndReachOne() {
    Random random = new Random(1);
    for (int trial = 0; trial < 300; trial++) {
      List<MotionLimits> limits = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        limits.add(
            new MotionLimits(
                Math.pow(10, random.nextDouble(-1, 1)),
                Math.pow(10, random.nextDouble(-1, 2)),
                Math.pow(10, random.nextDouble(0, 4))));
      }
      JointPath path = path(random.nextGaussian(), random.nextGaussian());
      JointTrajectory motion = new JointTrajectory(path, limits);
      Motions.requireWithin(motion, limits);
      requireQuickest(motion, limits);
    }
  }

  /** A limit is reached: no motion that is run through faster throughout could be allowed. */
  private static void requireQuickest(JointTrajectory motion, List<MotionLimits> limits) {
    double share = 0;
    for (int k = 0; k <= 1000; k++) {
      JointTrajectory.Sample sample = motion.at(motion.duration() * k / 1000);
      for (int i = 0; i < 2; i++) {
        share = Math.max(share, Math.abs(sample.velocities()[i]) / limits.get(i).velocity());
        share = Math.max(share, Math.abs(sample.accelerations()[i]) / limits.get(i).acceleration());
        share = Math.max(share, Math.abs(sample.jerks()[i]) / limits.get(i).jerk());
      }
    }
    assertThat(share).isCloseTo(1, offset(1e-9));
  }

  /** Without cruising: a jerk of 32 turns four times, after T/4, T/2 and 3T/4: 1 = 32 T^3 / 32. */
  @Test
  void jerkAloneLimitsAShortMotion() {
    List<MotionLimits> limits =
        List.of(new MotionLimits(100, 100, 32), new MotionLimits(100, 100, 32));
    assertThat(new JointTrajectory(path(1, 0), limits).duration()).isCloseTo(1, offset(1e-12));
  }

  /** T = d/v + v/a + a/j, Biagiotti and Melchiorri. */
  @Test
  void allThreeLimitsShapeALongMotion() {
    List<MotionLimits> limits = List.of(new MotionLimits(2, 4, 8), new MotionLimits(2, 4, 8));
    assertThat(new JointTrajectory(path(10, 3), limits).duration())
        .isCloseTo(5 + 0.5 + 0.5, offset(1e-12));
  }

  @Test
  void derivativesAreThoseOfThePositions() {
    List<MotionLimits> limits = List.of(new MotionLimits(1, 3, 20), new MotionLimits(2, 2, 30));
    JointTrajectory motion = new JointTrajectory(path(1.5, -0.7), limits);
    double h = 1e-5;
    for (int k = 1; k < 200; k++) {
      double t = motion.duration() * k / 200;
      JointTrajectory.Sample before = motion.at(t - h);
      JointTrajectory.Sample now = motion.at(t);
      JointTrajectory.Sample after = motion.at(t + h);
      for (int i = 0; i < 2; i++) {
        double velocity = (q(after)[i] - q(before)[i]) / (2 * h);
        double acceleration = (after.velocities()[i] - before.velocities()[i]) / (2 * h);
        assertThat(now.velocities()[i]).isCloseTo(velocity, offset(1e-8));
        assertThat(now.accelerations()[i]).isCloseTo(acceleration, offset(3e-4)); // jerk jumps
      }
    }
  }

  @Test
  void motionRestsAtCornersBeforeAndAfter() {
    JointPath path = new JointPath(List.of(vector(0, 0), vector(1, 0), vector(1, 0), vector(1, 2)));
    List<MotionLimits> limits = List.of(new MotionLimits(1, 5, 50), new MotionLimits(1, 5, 50));
    JointTrajectory motion = new JointTrajectory(path, limits);
    double corner = new JointTrajectory(path(1, 0), limits).duration();

    assertThat(q(motion.at(-1))).containsExactly(0, 0);
    assertThat(q(motion.at(motion.duration() + 1))).containsExactly(1, 2);
    assertThat(q(motion.at(corner))).containsExactly(new double[] {1, 0}, offset(1e-12));
    assertThat(motion.at(corner).velocities()).containsExactly(new double[] {0, 0}, offset(1e-9));
    Motions.requireWithin(motion, limits);
  }

  @Test
  void standingStillTakesNoTime() {
    JointPath still = new JointPath(List.of(vector(1, 2), vector(1, 2)));
    List<MotionLimits> limits = List.of(new MotionLimits(1, 1, 1), new MotionLimits(1, 1, 1));
    JointTrajectory motion = new JointTrajectory(still, limits);

    assertThat(motion.duration()).isZero();
    assertThat(q(motion.at(0))).containsExactly(1, 2);
  }

  @Test
  void errorsNameWhatIsWrong() {
    assertThatThrownBy(() -> new JointTrajectory(path(1, 1), List.of(new MotionLimits(1, 1, 1))))
        .isInstanceOf(DimensionMismatchException.class)
        .hasMessageContaining("joint limits");
    assertThatThrownBy(() -> new MotionLimits(1, 0, 1)).hasMessageContaining("acceleration is 0.0");
    assertThatThrownBy(() -> new JointPath(List.of())).hasMessageContaining("configuration");
  }

  private static double[] q(JointTrajectory.Sample sample) {
    return sample.positions().values(ORDER);
  }

  private static JointPath path(double a, double b) {
    return new JointPath(List.of(vector(0, 0), vector(a, b)));
  }

  private static JointVector vector(double a, double b) {
    return new JointVector(ORDER, new double[] {a, b});
  }
}
