package org.dextwin.hand.leap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointState;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.devices.safety.ForceMapOptions;
import org.dextwin.devices.safety.SafetyOptions;
import org.dextwin.hand.leap.internal.driver.DynamixelConfig;
import org.dextwin.hand.leap.internal.dynamixel.Register;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.junit.jupiter.api.Test;

/** The driver of the servos, against their twin. */
class LeapDriverTest {

  @Test
  void connectingSetsModeGainsAndCurrentsAndHoldsStill() {
    TwinRig rig = new TwinRig();
    double before = rig.servo(5).joint().position();
    rig.driver.connect();
    assertThat(rig.driver.isConnected()).isTrue();
    for (int i = 0; i < 16; i++) {
      boolean side = i == 0 || i == 4 || i == 8;
      assertThat(rig.servo(i).isOn()).as("torque of motor %d", i).isTrue();
      assertThat(rig.servo(i).register(Register.OPERATING_MODE)).isEqualTo(5);
      assertThat(rig.servo(i).register(Register.RETURN_DELAY)).isZero();
      assertThat(rig.servo(i).register(Register.POSITION_P)).isEqualTo(side ? 450 : 600);
      assertThat(rig.servo(i).register(Register.POSITION_I)).isZero();
      assertThat(rig.servo(i).register(Register.POSITION_D)).isEqualTo(side ? 150 : 200);
      assertThat(rig.servo(i).register(Register.GOAL_CURRENT)).isEqualTo(350);
      assertThat(rig.servo(i).register(Register.BUS_WATCHDOG)).isEqualTo(20);
    }
    assertThat(rig.servo(5).joint().position()).isCloseTo(before, within(2e-3));
  }

  @Test
  void jointsGoWhereTheyAreSentWithinACount() {
    TwinRig rig = new TwinRig();
    rig.driver.connect();
    JointState state = rig.repeat(rig.command(0.3), 200);
    double[] q = state.position().values(rig.order);
    for (int i = 0; i < q.length; i++) {
      assertThat(q[i]).as(rig.order.joints().get(i)).isCloseTo(0.3, within(5e-3));
      // real = sim + pi
      assertThat(rig.servo(i).register(Register.GOAL_POSITION))
          .isEqualTo((int) Math.round((0.3 + Math.PI) * 4096 / (2 * Math.PI)));
    }
  }

  @Test
  void effortLimitBecomesACurrentThatTheServoKeeps() {
    TwinRig rig = new TwinRig();
    rig.driver.connect();
    double[] q = new double[16];
    Arrays.fill(q, 0.3);
    double[] effort = new double[16];
    Arrays.fill(effort, 0.052); // 100 mA at 0.52 N m/A
    JointCommand command =
        new JointCommand(
            new JointVector(rig.order, q), Optional.of(new JointVector(rig.order, effort)));
    JointCommand applied = rig.driver.send(command);
    assertThat(applied.effortLimit().orElseThrow().get("index-pip"))
        .isCloseTo(0.052, within(1e-12));
    for (int i = 0; i < 60; i++) {
      rig.repeat(command, 1);
      assertThat(Math.abs(rig.servo(2).register(Register.PRESENT_CURRENT)))
          .isLessThanOrEqualTo(100);
    }
    assertThat(rig.servo(2).register(Register.GOAL_CURRENT)).isEqualTo(100);
  }

  @Test
  void moreCurrentThanTheCapIsNeverSent() {
    TwinRig rig = new TwinRig();
    rig.driver.connect();
    double[] effort = new double[16];
    Arrays.fill(effort, Double.POSITIVE_INFINITY);
    rig.driver.send(
        new JointCommand(
            JointVector.zero(rig.order), Optional.of(new JointVector(rig.order, effort))));
    assertThat(rig.servo(0).register(Register.GOAL_CURRENT)).isEqualTo(350);
  }

  @Test
  void newtonsAtAFingertipBecomeMilliamperesOfItsMotors() {
    TwinRig rig = new TwinRig();
    rig.driver.connect();
    double force = 1.2;
    rig.driver.send(JointVector.zero(rig.order), new double[] {force, 0, 0, Double.NaN});
    KinematicTree tree = new KinematicTree(rig.model.robot());
    LinkPoses poses = tree.newPoses();
    tree.forward(new double[16], 0, poses);
    Finger index = rig.model.fingers().get(0);
    double[] jacobian = new double[3 * 16];
    tree.pointJacobian(poses, tree.linkIndex(index.tipLink()), index.tip(), jacobian);
    for (int motor = 0; motor < 16; motor++) {
      int v = tree.order().indexOf(rig.order.joints().get(motor));
      double lever =
          Math.sqrt(
              Math.pow(jacobian[v], 2)
                  + Math.pow(jacobian[16 + v], 2)
                  + Math.pow(jacobian[32 + v], 2));
      // the hand stands within a count of zero; the register holds whole milliamperes
      assertThat(rig.servo(motor).register(Register.GOAL_CURRENT) * 1.0)
          .as(rig.order.joints().get(motor))
          .isCloseTo(Math.min(350, 1000 * lever * force / 0.52), within(1.5));
      assertThat(lever > 0).as("motor %d moves the index", motor).isEqualTo(motor < 4);
    }
    rig.driver.send(JointVector.zero(rig.order), filled(4, Double.POSITIVE_INFINITY));
    assertThat(rig.servo(1).register(Register.GOAL_CURRENT)).isEqualTo(350);
  }

  @Test
  void theMapOfDrexIsAChoice() {
    TwinRig rig =
        new TwinRig(
            DynamixelConfig.DEFAULT,
            DynamixelConfig.DEFAULT,
            new LeapDriver.Options(
                SafetyOptions.DEFAULT, new ForceMapOptions(ForceMapOptions.Type.DREX)));
    rig.driver.connect();
    rig.driver.send(JointVector.zero(rig.order), new double[] {0.8, 0.5, 0, 0.1});
    for (int motor = 0; motor < 16; motor++) {
      assertThat(rig.servo(motor).register(Register.GOAL_CURRENT)).isEqualTo(36); // 0.8 x 3 x 15
    }
  }

  private static double[] filled(int count, double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void aBadLineIsAskedAgainUntilItAnswers() {
    TwinRig rig = new TwinRig();
    rig.driver.connect();
    rig.twin.noise().set(0.005, 0.005);
    JointState state = rig.repeat(rig.command(0.2), 300);
    assertThat(state.position().get("thumb-ipl")).isCloseTo(0.2, within(5e-3));
  }

  @Test
  void aDeadLineStopsTheHand() {
    TwinRig rig = new TwinRig();
    rig.driver.connect();
    rig.repeat(rig.command(0.1), 5);
    rig.twin.noise().set(1, 0);
    DeviceException fault = catchThrowableOfType(DeviceException.class, rig.driver::read);
    assertThat(fault.fault()).isEqualTo(Fault.NO_ANSWER);
    assertThat(fault).hasMessageContaining("do not answer").hasMessageContaining("index-rot");
    assertThat(rig.driver.isConnected()).isFalse();
    // no packet arrives, so the servos' own watchdog has to end the motion
    rig.clock.sleepUntil(rig.clock.nanos() + 500_000_000);
    assertThat(rig.servo(0).register(Register.BUS_WATCHDOG) & 0xFF).isEqualTo(0xFF);
    rig.twin.noise().set(0, 0);
    rig.driver.connect();
    assertThat(rig.repeat(rig.command(0.1), 100).position().get("ring-dip"))
        .isCloseTo(0.1, within(5e-3));
  }

  @Test
  void aPulledCableIsNamedAndReconnectsOnceItIsBack() {
    TwinRig rig = new TwinRig();
    rig.driver.connect();
    rig.repeat(rig.command(0.1), 5);
    rig.unplug(true);
    DeviceException fault =
        catchThrowableOfType(DeviceException.class, () -> rig.driver.send(rig.command(0.1)));
    assertThat(fault.fault()).isEqualTo(Fault.DISCONNECTED);
    assertThat(fault).hasMessageContaining("unplugged");
    assertThat(rig.driver.isConnected()).isFalse();
    assertThatThrownBy(rig.driver::connect).isInstanceOf(ComponentUnavailableException.class);
    rig.unplug(false);
    rig.driver.connect();
    assertThat(rig.driver.isConnected()).isTrue();
    assertThat(rig.anyTorque()).isTrue();
  }

  @Test
  void wrongIdsAreToldApartFromAWrongRate() {
    DynamixelConfig asked = DynamixelConfig.DEFAULT;
    TwinRig shifted =
        new TwinRig(
            asked, with(asked.baud(), IntStream.rangeClosed(1, 16)), LeapDriver.Options.DEFAULT);
    assertThatThrownBy(shifted.driver::connect)
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("servos [0] do not answer")
        .hasMessageContaining("16");
    TwinRig slow =
        new TwinRig(asked, with(57_600, IntStream.range(0, 16)), LeapDriver.Options.DEFAULT);
    assertThatThrownBy(slow.driver::connect)
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("no servo answers")
        .hasMessageContaining("at 57600")
        .extracting(e -> ((ComponentUnavailableException) e).remedy())
        .asString()
        .contains("baud = 57600");
    TwinRig none =
        new TwinRig(asked, with(123, IntStream.range(0, 16)), LeapDriver.Options.DEFAULT);
    assertThatThrownBy(none.driver::connect)
        .hasMessageContaining("no servo answers")
        .hasMessageContaining("nor at other bit rates");
    assertThat(shifted.anyTorque() || slow.anyTorque() || none.anyTorque()).isFalse();
  }

  private static DynamixelConfig with(int baud, IntStream ids) {
    DynamixelConfig d = DynamixelConfig.DEFAULT;
    List<Integer> list = ids.boxed().toList();
    return new DynamixelConfig(
        baud,
        Optional.of(list),
        d.currentCapMa(),
        d.currentUnitMa(),
        d.torqueConstantNmPerA(),
        d.gainP(),
        d.gainI(),
        d.gainD(),
        d.sideGainScale(),
        d.timeoutMs(),
        d.attempts(),
        d.busWatchdogMs(),
        d.rebootAfterError());
  }

  @Test
  void aHotMotorStopsTheWholeHandBeforeTheServoLetsGo() {
    TwinRig rig = new TwinRig();
    rig.driver.connect();
    rig.repeat(rig.command(0.1), 5);
    rig.servo(6).heat().set(67);
    DeviceException fault =
        catchThrowableOfType(DeviceException.class, () -> rig.repeat(rig.command(0.1), 2));
    assertThat(fault.fault()).isEqualTo(Fault.OUTSIDE_ENVELOPE);
    assertThat(fault).hasMessageContaining("middle-pip").hasMessageContaining("67");
    assertThat(rig.anyTorque()).isFalse();
  }

  @Test
  void anOverheatedServoIsReportedWithItsOwnWords() {
    TwinRig rig = new TwinRig();
    rig.driver.connect();
    rig.servo(6).heat().set(75);
    DeviceException fault = catchThrowableOfType(DeviceException.class, rig.driver::read);
    assertThat(fault.fault()).isEqualTo(Fault.HARDWARE);
    assertThat(fault).hasMessageContaining("servo 6 (middle-pip)").hasMessageContaining("overheat");
    assertThat(rig.anyTorque()).isFalse();
    assertThatThrownBy(rig.driver::connect)
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("overheat");
  }

  @Test
  void withoutCommandsTheTorqueGoesOff() {
    TwinRig rig = new TwinRig();
    rig.driver.connect();
    rig.repeat(rig.command(0.1), 5);
    rig.clock.sleepUntil(rig.clock.nanos() + 240_000_000);
    assertThat(rig.anyTorque()).as("before the timeout of 0.25 s").isTrue();
    rig.clock.sleepUntil(rig.clock.nanos() + 60_000_000);
    assertThat(rig.anyTorque()).as("after it").isFalse();
    DeviceException fault =
        catchThrowableOfType(DeviceException.class, () -> rig.driver.send(rig.command(0.1)));
    assertThat(fault.fault()).isEqualTo(Fault.STALE_COMMAND);
  }

  @Test
  void stopFromAnotherThreadTakesTheTorqueOff() throws InterruptedException {
    TwinRig rig = new TwinRig();
    rig.driver.connect();
    rig.repeat(rig.command(0.1), 5);
    Thread other = new Thread(rig.driver::stop);
    other.start();
    other.join();
    assertThat(rig.anyTorque()).isFalse();
    DeviceException fault = catchThrowableOfType(DeviceException.class, rig.driver::read);
    assertThat(fault.fault()).isEqualTo(Fault.STOPPED);
    rig.driver.connect();
    assertThat(rig.anyTorque()).isTrue();
  }

  @Test
  void closingTakesTheTorqueOff() {
    TwinRig rig = new TwinRig();
    rig.driver.connect();
    rig.driver.close();
    rig.driver.close();
    assertThat(rig.anyTorque()).isFalse();
    assertThat(rig.driver.isConnected()).isFalse();
  }
}
