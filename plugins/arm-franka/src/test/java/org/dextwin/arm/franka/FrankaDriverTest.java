package org.dextwin.arm.franka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.ArmDriver;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointState;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.arm.franka.internal.driver.RosbridgeConfig;
import org.dextwin.arm.franka.internal.twin.RosbridgeTwin;
import org.dextwin.arm.franka.internal.twin.TwinRosLink;
import org.dextwin.devices.safety.SafetyOptions;
import org.dextwin.devices.time.VirtualClock;
import org.junit.jupiter.api.Test;

/** The driver of the arm, against its twin, in virtual time. */
class FrankaDriverTest {

  private static final double RIGHT = Math.PI / 2;

  private final VirtualClock clock = new VirtualClock();
  private final ArmModel arm = new FrankaModel(FrankaConfig.Variant.FER).build();
  private final JointOrder order = arm.robot().motorOrder();
  private final RosbridgeTwin twin =
      FrankaTwinProvider.twinOf(arm.robot(), RosbridgeConfig.DEFAULT, clock);
  private final TwinRosLink link = new TwinRosLink(twin);
  private final ArmDriver driver = driver(RosbridgeConfig.DEFAULT);

  private ArmDriver driver(RosbridgeConfig ros) {
    return FrankaSafety.guarded(arm.robot(), arm.flange(), link, ros, SafetyOptions.DEFAULT, clock);
  }

  private JointCommand command(double first) {
    return new JointCommand(
        new JointVector(
            order, new double[] {first, -RIGHT / 2, 0.1, -3 * RIGHT / 2, 0, RIGHT, RIGHT / 2}));
  }

  private JointState repeat(JointCommand command, int times) {
    JointState state = driver.read();
    for (int i = 0; i < times; i++) {
      driver.send(command);
      clock.sleepUntil(clock.nanos() + 50_000_000);
      state = driver.read();
    }
    return state;
  }

  @Test
  void theArmGoesWhereItIsSentWithoutAJump() {
    driver.connect();
    double[] last = twin.position();
    for (int i = 0; i < 60; i++) {
      repeat(command(0.5), 1);
      double[] now = twin.position();
      for (int j = 0; j < now.length; j++) {
        assertThat(Math.abs(now[j] - last[j]))
            .as("motion of joint %d in 50 ms [rad]", j + 1)
            .isLessThanOrEqualTo(2.61 * 0.5 * 0.05 * 1.5);
      }
      last = now;
    }
    assertThat(last[0]).isCloseTo(0.5, within(1e-3));
    assertThat(driver.read().position().get("joint3")).isCloseTo(0.1, within(1e-3));
  }

  @Test
  void stoppingBrakesWithinTheLimitsAndRests() {
    driver.connect();
    repeat(command(1.5), 15);
    double speed = twin.velocity()[0];
    assertThat(speed).isGreaterThan(0.5);
    double before = twin.position()[0];
    driver.stop();
    clock.sleepUntil(clock.nanos() + 500_000_000);
    assertThat(twin.isAtRest()).isTrue();
    assertThat(twin.velocity()).containsOnly(0);
    // braking with 7.5 rad/s^2, seen up to one report of 10 ms late
    assertThat(twin.position()[0]).isBetween(before, before + speed * speed / 15 + 0.02 * speed);
    assertThat(catchThrowableOfType(DeviceException.class, driver::read).fault())
        .isEqualTo(Fault.STOPPED);
  }

  @Test
  void effortsThatTheControllerCannotLimitAreNotSaidToBeApplied() {
    driver.connect();
    JointCommand wanted =
        new JointCommand(command(0).position(), Optional.of(JointVector.zero(order)));
    assertThat(driver.send(wanted).effortLimit()).isEmpty();
  }

  @Test
  void jointsOfAnotherArmAreNamed() {
    ArmDriver other = driver(new RosbridgeConfig("c", "/joint_states", Optional.of("left_"), 100));
    assertThatThrownBy(other::connect)
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("left_joint1")
        .hasMessageContaining("panda_joint1")
        .extracting(e -> ((ComponentUnavailableException) e).remedy())
        .asString()
        .contains("joint-prefix");
  }

  @Test
  void silenceWhileConnectingAndLaterIsTold() {
    twin.silence(true);
    assertThatThrownBy(driver::connect)
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("nothing is published on /joint_states");
    twin.silence(false);
    driver.connect();
    repeat(command(0.1), 3);
    twin.silence(true);
    DeviceException fault =
        catchThrowableOfType(DeviceException.class, () -> repeat(command(0.1), 10));
    assertThat(fault.fault()).isEqualTo(Fault.NO_ANSWER);
    assertThat(fault).hasMessageContaining("silent");
  }

  @Test
  void anArmWithItsStopButtonPressedIsNoticed() {
    driver.connect();
    twin.lock(true);
    DeviceException fault =
        catchThrowableOfType(DeviceException.class, () -> repeat(command(1.2), 100));
    assertThat(fault.fault()).isEqualTo(Fault.HARDWARE);
    assertThat(fault).hasMessageContaining("does not follow");
    assertThat(fault.remedy()).contains("stop button");
  }

  @Test
  void aPulledCableIsNamedAndReconnectsOnceItIsBack() {
    driver.connect();
    repeat(command(0.1), 3);
    link.unplug(true);
    DeviceException fault =
        catchThrowableOfType(DeviceException.class, () -> driver.send(command(0.1)));
    assertThat(fault.fault()).isIn(Fault.DISCONNECTED, Fault.NOT_CONNECTED);
    assertThat(driver.isConnected()).isFalse();
    assertThatThrownBy(driver::connect).isInstanceOf(ComponentUnavailableException.class);
    link.unplug(false);
    driver.connect();
    assertThat(driver.isConnected()).isTrue();
  }

  @Test
  void withoutCommandsTheArmIsBroughtToRest() {
    driver.connect();
    repeat(command(1), 10);
    clock.sleepUntil(clock.nanos() + 800_000_000);
    assertThat(twin.isAtRest()).isTrue();
    assertThat(catchThrowableOfType(DeviceException.class, driver::read).fault())
        .isEqualTo(Fault.STALE_COMMAND);
  }

  @Test
  void theFlangeStaysAboveTheTable() {
    driver.connect();
    JointCommand down =
        new JointCommand(new JointVector(order, new double[] {0, 1.2, 0, -1.2, 0, 2.4, RIGHT / 2}));
    repeat(down, 100);
    assertThat(flangeHeight(twin.position())).isBetween(0.02, 0.12);
  }

  private double flangeHeight(double[] q) {
    var tree = new org.dextwin.mechanics.kinematics.KinematicTree(arm.robot());
    var poses = tree.newPoses();
    tree.forward(new JointVector(order, q).in(tree.order()), poses);
    return poses.position(tree.linkIndex(arm.flange())).z();
  }
}
