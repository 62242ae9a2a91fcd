package org.dextwin.devices.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointOrderException;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointState;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;

class SafetyEnvelopeTest {

  private static final int COMMANDS = 100_000;
  private static final double ROUNDING = 1e-9;
  private static final double LOWEST_TIP = 0.06;

  private final HandModel hand = new FakeHand(HandModel.Side.RIGHT).model();
  private final JointOrder order = hand.robot().motorOrder();
  private final KinematicTree tree = new KinematicTree(hand.robot());
  private final LinkPoses poses = tree.newPoses();
  private final RandomGenerator random = new SplittableRandom(11);
  private final List<JointLimits> rated =
      JointLimits.of(hand.robot(), new double[] {60, 60, 60, 60}, 70);

  private static SafetyOptions options(boolean selfCollision, Optional<SafetyOptions.Box> box) {
    SafetyOptions d = SafetyOptions.DEFAULT;
    return new SafetyOptions(
        true,
        d.positionMarginRad(),
        d.velocityScale(),
        d.accelerationScale(),
        d.effortScale(),
        Optional.of(60.0),
        d.commandTimeoutS(),
        selfCollision,
        box,
        Optional.empty());
  }

  private JointState state(double[] q, double velocity, double effort, double temperature) {
    return new JointState(
        0,
        new JointVector(order, q),
        filled(velocity),
        filled(effort),
        Optional.of(filled(temperature)));
  }

  private JointVector filled(double value) {
    double[] values = new double[order.size()];
    Arrays.fill(values, value);
    return new JointVector(order, values);
  }

  private SafetyEnvelope begun(SafetyOptions options) {
    SafetyEnvelope envelope = SafetyEnvelope.of(hand, rated, options);
    envelope.begin(state(new double[4], 0, 0, 25), 0);
    return envelope;
  }

  @Test
  void adversarialCommandsNeverLeaveTheEnvelope() {
    Vec3 min = new Vec3(-1, -1, LOWEST_TIP);
    SafetyEnvelope envelope =
        begun(options(true, Optional.of(new SafetyOptions.Box(min, new Vec3(1, 1, 1)))));
    double[] last = new double[4];
    double[] velocity = new double[4];
    long now = 0;
    double travelled = 0;
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < COMMANDS; i++) {
      long step = random.nextLong(1, 50_000_000);
      now += step;
      JointCommand applied = envelope.admit(command(i), now);
      double[] q = applied.position().values(order);
      double dt = step * 1e-9;
      for (int j = 0; j < q.length; j++) {
        JointLimits limit = envelope.limits().get(j);
        double v = (q[j] - last[j]) / dt;
        boolean fine =
            q[j] >= limit.lower()
                && q[j] <= limit.upper()
                && Math.abs(v) <= limit.velocity() + ROUNDING / dt
                && Math.abs(v - velocity[j]) <= limit.acceleration() * dt + 2 * ROUNDING / dt;
        if (!fine) {
          assertThat(q).as("command %d: from %s at %s", i, last, velocity).isNull();
        }
        velocity[j] = v;
        travelled += Math.abs(q[j] - last[j]);
      }
      double[] effort = applied.effortLimit().orElseThrow().values(order);
      assertThat(Arrays.stream(effort)).allMatch(e -> e >= 0 && e <= 0.5);
      tree.forward(new JointVector(order, q).in(tree.order()), poses);
      double height = Double.POSITIVE_INFINITY;
      for (Finger finger : hand.fingers()) {
        height = Math.min(height, poses.point(tree.linkIndex(finger.tipLink()), finger.tip()).z());
      }
      lowest = Math.min(lowest, height);
      if (height < LOWEST_TIP) {
        assertThat(height).as("height of a fingertip after command %d", i).isNaN();
      }
      last = q;
    }
    assertThat(travelled).as("joints did move [rad]").isGreaterThan(100);
    assertThat(lowest).as("fingertips did come near the bound [m]").isLessThan(LOWEST_TIP + 0.01);
  }

  private JointCommand command(int number) {
    double[] q = new double[4];
    double[] effort = new double[4];
    for (int i = 0; i < 4; i++) {
      q[i] =
          switch (number / 50 % 4) {
            case 0 -> random.nextDouble(-0.5, 1.5);
            case 1 -> number % 2 == 0 ? -1e9 : 1e9;
            case 2 -> Math.copySign(Double.MAX_VALUE, random.nextInt(2) - 0.5);
            default -> 1.5 - 2.0 * (number / 400 % 2);
          };
      effort[i] = number % 3 == 0 ? Double.POSITIVE_INFINITY : random.nextDouble(-10, 10);
    }
    JointVector target = new JointVector(order, q);
    return number % 5 == 0
        ? new JointCommand(target)
        : new JointCommand(target, Optional.of(new JointVector(order, effort)));
  }

  @Test
  void aCheckOfTheDriversOwnIsKeptAndLeavesTheWayBackOpen() {
    SafetyEnvelope envelope = begun(options(false, Optional.empty()));
    envelope.add(q -> 0.3 - (q[0] + q[1])); // as if in metres
    double[] q = {1.4, 1.4, 1.4, 1.4};
    JointCommand far = new JointCommand(new JointVector(order, q));
    double most = 0;
    for (int i = 1; i < 500; i++) {
      JointVector applied = envelope.admit(far, i * 10_000_000L).position().in(tree.order());
      double[] kinematic = applied.values(tree.order());
      assertThat(kinematic[0] + kinematic[1]).isLessThanOrEqualTo(0.3);
      most = Math.max(most, kinematic[0] + kinematic[1]);
    }
    assertThat(most).isGreaterThan(0.2);
    // and it may go back
    JointCommand back = new JointCommand(JointVector.zero(order));
    JointCommand applied = back;
    for (int i = 500; i < 700; i++) {
      applied = envelope.admit(back, i * 10_000_000L);
    }
    assertThat(Arrays.stream(applied.position().values(order)))
        .allMatch(angle -> Math.abs(angle) < 1e-3);
  }

  @Test
  void infiniteTargetsAreFaults() {
    for (double bad : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      SafetyEnvelope envelope = begun(SafetyOptions.DEFAULT);
      JointCommand command = new JointCommand(new JointVector(order, new double[] {0, 0, bad, 0}));
      DeviceException fault =
          catchThrowableOfType(DeviceException.class, () -> envelope.admit(command, 1));
      assertThat(fault.fault()).isEqualTo(Fault.INVALID_COMMAND);
      assertThat(fault).hasMessageContaining("left-1").hasMessageContaining("Infinity");
    }
    assertThatThrownBy(() -> new JointVector(order, new double[] {0, Double.NaN, 0, 0}))
        .hasMessageContaining("NaN");
  }

  @Test
  void otherOrdersAreRefused() {
    SafetyEnvelope envelope = begun(SafetyOptions.DEFAULT);
    assertThatThrownBy(() -> envelope.admit(new JointCommand(JointVector.zero(tree.order())), 1))
        .isInstanceOf(JointOrderException.class);
  }

  @Test
  void readingsOutsideAreFaultsThatNameJointAndBound() {
    SafetyEnvelope envelope = begun(options(true, Optional.empty()));
    double[] rest = new double[4];
    envelope.check(state(rest, 1, 0.1, 59));
    assertFault(envelope, state(new double[] {0, 1.7, 0, 0}, 0, 0, 25), "right-2", "1.65");
    assertFault(envelope, state(rest, 25, 0, 25), "right-1", "rad/s");
    assertFault(envelope, state(rest, 0, -0.8, 25), "right-1", "N m");
    assertFault(envelope, state(rest, 0, 0, 61), "right-1", "60");
  }

  private static void assertFault(SafetyEnvelope envelope, JointState state, String... words) {
    DeviceException fault =
        catchThrowableOfType(DeviceException.class, () -> envelope.check(state));
    assertThat(fault.fault()).isEqualTo(Fault.OUTSIDE_ENVELOPE);
    assertThat(fault.getMessage()).contains(words);
    assertThat(fault.remedy()).isNotBlank();
  }

  @Test
  void switchedOffItStillKeepsPositionsAndEfforts() {
    SafetyOptions d = SafetyOptions.DEFAULT;
    SafetyEnvelope envelope =
        begun(
            new SafetyOptions(
                false,
                0.01,
                0.5,
                1,
                1,
                Optional.empty(),
                0.25,
                true,
                Optional.empty(),
                Optional.empty()));
    double[] far = {9, -9, 9, -9};
    JointCommand applied = envelope.admit(new JointCommand(new JointVector(order, far)), 1_000_000);
    assertThat(applied.position().values(order)).containsExactly(1.49, -0.49, 1.49, -0.49);
    assertThat(applied.effortLimit().orElseThrow().values(order)).containsOnly(0.5);
    assertThat(d.enabled()).as("on by default").isTrue();
  }

  @Test
  void selfCollisionWatchesWhatNoJointConnects() {
    SelfCollision check = new SelfCollision(tree);
    // palm, and two fingers of two balls each: neighbours are left out
    assertThat(check.pairCount()).isEqualTo(6);
    // the second balls of the fingers are 60 mm apart sideways, their radii 10 mm
    assertThat(check.of(new double[4])).isLessThanOrEqualTo(0.04);
    assertThat(check.closest()).contains("'");
  }
}
