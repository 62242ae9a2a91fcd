package org.dextwin.arm.franka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.ArmDriver;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.arm.franka.internal.driver.RosbridgeConfig;
import org.dextwin.arm.franka.internal.rosbridge.Json;
import org.dextwin.arm.franka.internal.rosbridge.RosLink;
import org.dextwin.arm.franka.internal.twin.RosbridgeTwin;
import org.dextwin.arm.franka.internal.twin.TwinRosLink;
import org.dextwin.devices.safety.JointLimits;
import org.dextwin.devices.safety.SafetyOptions;
import org.dextwin.devices.time.VirtualClock;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, no point of a trajectory that goes to the controller is out of the envelope.
 */
class FrankaSafetyPropertyTest {

  private static final int COMMANDS = 100_000;

  /** Longest pause between two commands, of which the watchdog allows 0.25 s [ns]. */
  private static final long LONGEST_STEP = 60_000_000;

  /** Of a loop of 100 Hz [ns]. */
  private static final long PERIOD = 10_000_000;

  private static final double SPEED_SHARE = SafetyOptions.DEFAULT.velocityScale();
  private static final double MARGIN = SafetyOptions.DEFAULT.positionMarginRad();

  private final RandomGenerator random = new SplittableRandom(9);
  private final VirtualClock clock = new VirtualClock();
  private final ArmModel arm = new FrankaModel(FrankaConfig.Variant.FER).build();
  private final JointOrder order = arm.robot().motorOrder();
  private final List<JointLimits> limits = FrankaSafety.limits(arm.robot());
  private final KinematicTree tree = new KinematicTree(arm.robot());
  private final LinkPoses poses = tree.newPoses();
  private final RosbridgeTwin twin =
      FrankaTwinProvider.twinOf(arm.robot(), RosbridgeConfig.DEFAULT, clock);
  private final Line line = new Line(new TwinRosLink(twin));
  private final ArmDriver driver =
      FrankaSafety.guarded(
          arm.robot(), arm.flange(), line, RosbridgeConfig.DEFAULT, SafetyOptions.DEFAULT, clock);

  /** The way to the twin, on which the last point is kept. */
  private static final class Line implements RosLink {

    private final RosLink twin;
    private double[] point = {};
    private boolean rest;

    Line(RosLink twin) {
      this.twin = twin;
    }

    @Override
    public void send(String text) throws IOException {
      Map<String, Object> message = Json.read(text);
      if (Json.word(message, "op").equals("publish")) {
        List<?> points = Json.list(Json.map(message, "msg"), "points");
        Map<?, ?> only = (Map<?, ?>) points.get(0);
        point = numbers(Json.list(only, "positions"));
        rest = !Json.list(only, "velocities").isEmpty();
      }
      twin.send(text);
    }

    private static double[] numbers(List<?> values) {
      return values.stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
    }

    @Override
    public void open(Listener listener) {
      twin.open(listener);
    }

    @Override
    public boolean isOpen() {
      return twin.isOpen();
    }

    @Override
    public String name() {
      return twin.name();
    }

    @Override
    public void close() {
      twin.close();
    }
  }

  @Test
  void nothingOutsideTheEnvelopeReachesTheController() {
    driver.connect();
    int faults = 0;
    int moved = 0;
    double[] last = {};
    for (int i = 0; i < COMMANDS; i++) {
      long step = random.nextLong(0, LONGEST_STEP);
      clock.sleepUntil(clock.nanos() + step);
      long sent = clock.nanos();
      try {
        driver.send(command(i));
      } catch (DeviceException e) {
        faults++;
        assertThat(line.rest).as("told to rest after %d: %s", i, e.getMessage()).isTrue();
        assertThat(clock.nanos() - sent).as("until it was told [ns]").isLessThan(PERIOD);
        driver.connect();
        last = new double[0];
        continue;
      }
      assertThat(line.rest).isFalse();
      assertInside(i, last, line.point, step * 1e-9);
      moved += Arrays.equals(line.point, last) ? 0 : 1;
      last = line.point;
    }
    twin.close();
    // the test would say nothing if all commands were refused, or none
    assertThat(faults).isBetween(COMMANDS / 1000, COMMANDS / 50);
    assertThat(moved).isGreaterThan(COMMANDS / 4);
  }

  private void assertInside(int command, double[] last, double[] now, double seconds) {
    for (int i = 0; i < now.length; i++) {
      JointLimits limit = limits.get(i);
      if (now[i] < limit.lower() + MARGIN - 1e-9 || now[i] > limit.upper() - MARGIN + 1e-9) {
        assertThat(now[i]).as("%s after command %d", limit.joint(), command).isNaN();
      }
      double most = SPEED_SHARE * limit.velocity() * seconds + 1e-9;
      if (last.length > 0 && Math.abs(now[i] - last[i]) > most) {
        assertThat(Math.abs(now[i] - last[i]))
            .as("step of %s at command %d in %s s", limit.joint(), command, seconds)
            .isLessThanOrEqualTo(most);
      }
    }
    double[] q = new JointVector(order, now).in(tree.order()).values(tree.order());
    tree.forward(q, 0, poses);
    double height = poses.position(tree.linkIndex(arm.flange())).z();
    if (height < 0.02 - 1e-6) {
      assertThat(height).as("height of the flange after command %d", command).isNaN();
    }
  }

  /** Sane, far away, jumping from limit to limit, tiny, or infinite. */
  private JointCommand command(int number) {
    double[] q = new double[limits.size()];
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
    }
    if (kind == 7 && random.nextInt(5) == 0) {
      q[random.nextInt(q.length)] = random.nextBoolean() ? Double.POSITIVE_INFINITY : -1.0 / 0;
    }
    double[] effort =
        random.doubles(q.length).map(it -> it < 0.5 ? 1.0 / 0 : (it - 0.7) * 1e3).toArray();
    return new JointCommand(
        new JointVector(order, q),
        random.nextBoolean() ? Optional.empty() : Optional.of(new JointVector(order, effort)));
  }
}
