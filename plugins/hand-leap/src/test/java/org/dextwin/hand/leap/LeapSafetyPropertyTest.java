package org.dextwin.hand.leap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.devices.safety.JointLimits;
import org.dextwin.devices.safety.SafetyOptions;
import org.dextwin.hand.leap.internal.dynamixel.Register;
import org.dextwin.hand.leap.internal.twin.ServoTwin;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the registers of the servos never hold anything outside the envelope. */
class LeapSafetyPropertyTest {

  private static final int COMMANDS = 100_000;

  /** Of a loop of 100 Hz [ns]. */
  private static final long PERIOD = 10_000_000;

  private static final double COUNT = 2 * Math.PI / 4096;
  private static final double MARGIN = SafetyOptions.DEFAULT.positionMarginRad();
  private static final double SPEED_SHARE = SafetyOptions.DEFAULT.velocityScale();

  private final RandomGenerator random = new SplittableRandom(5);
  private final TwinRig rig = new TwinRig();
  private final List<JointLimits> limits = LeapSafety.limits(rig.model);

  @Test
  void nothingOutsideTheEnvelopeReachesTheServos() {
    rig.driver.connect();
    int faults = 0;
    int moved = 0;
    int[] last = goals();
    for (int i = 0; i < COMMANDS; i++) {
      long step = random.nextLong(0, 40_000_000);
      rig.clock.sleepUntil(rig.clock.nanos() + step);
      long before = rig.clock.nanos();
      try {
        rig.driver.send(command(i));
      } catch (DeviceException e) {
        faults++;
        assertThat(rig.anyTorque()).as("torque after command %d: %s", i, e.getMessage()).isFalse();
        assertThat(rig.clock.nanos() - before).as("until it was off [ns]").isLessThan(PERIOD);
        rig.driver.connect();
        last = new int[0]; // the first goal brings joints back that stand beyond a limit
        continue;
      }
      int[] now = goals();
      assertInside(i, last, now, (rig.clock.nanos() - before + step) * 1e-9);
      moved += Arrays.equals(now, last) ? 0 : 1;
      last = now;
    }
    // the test would say nothing if all commands were refused, or none
    assertThat(faults).isBetween(COMMANDS / 1000, COMMANDS / 100);
    assertThat(moved).isGreaterThan(COMMANDS / 4);
  }

  private int[] goals() {
    return rig.twin.servos().stream().mapToInt(s -> s.register(Register.GOAL_POSITION)).toArray();
  }

  private void assertInside(int command, int[] last, int[] now, double seconds) {
    for (int i = 0; i < now.length; i++) {
      JointLimits limit = limits.get(i);
      double q = (now[i] - 2048) * COUNT;
      if (q < limit.lower() + MARGIN - COUNT || q > limit.upper() - MARGIN + COUNT) {
        assertThat(q).as("goal of %s after command %d", limit.joint(), command).isNaN();
      }
      double most = SPEED_SHARE * limit.velocity() * seconds + 2 * COUNT;
      if (last.length > 0 && Math.abs(now[i] - last[i]) * COUNT > most) {
        assertThat(Math.abs(now[i] - last[i]) * COUNT)
            .as("step of %s at command %d in %s s", limit.joint(), command, seconds)
            .isLessThanOrEqualTo(most);
      }
      ServoTwin servo = rig.twin.servos().get(i);
      int current = servo.register(Register.GOAL_CURRENT);
      if (current < 0 || current > 350) {
        assertThat(current).as("current of %s after %d", limit.joint(), command).isBetween(0, 350);
      }
    }
  }

  /** Sane, far away, jumping from limit to limit, tiny, or infinite. */
  private JointCommand command(int number) {
    double[] q = new double[limits.size()];
    double[] effort = new double[limits.size()];
    int kind = random.nextInt(50);
    for (int i = 0; i < q.length; i++) {
      JointLimits limit = limits.get(i);
      q[i] =
          switch (kind % 5) {
            case 0 -> random.nextDouble(limit.lower(), limit.upper());
            case 1 -> random.nextDouble(-100, 100);
            case 2 -> number % 2 == 0 ? limit.lower() : limit.upper();
            case 3 -> Math.copySign(Double.MAX_VALUE, random.nextDouble(-1, 1));
            default -> random.nextBoolean() ? Double.MIN_VALUE : limit.upper() + 1e-12;
          };
      effort[i] = random.nextBoolean() ? Double.POSITIVE_INFINITY : random.nextDouble(-1, 1) * 1e3;
    }
    if (kind == 7 && random.nextInt(10) == 0) {
      q[random.nextInt(q.length)] =
          random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    return new JointCommand(
        new JointVector(rig.order, q),
        random.nextInt(3) == 0
            ? Optional.empty()
            : Optional.of(new JointVector(rig.order, effort)));
  }
}
