package org.dextwin.hand.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.robot.FingertipForceDriver;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointState;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.devices.safety.SafetyOptions;
import org.dextwin.devices.time.VirtualClock;
import org.dextwin.hand.allegro.internal.can.SocketCanLink;
import org.dextwin.hand.allegro.internal.can.Units;
import org.dextwin.hand.allegro.internal.twin.CanTwin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The driver of the hand, against its twin, in virtual time. */
class AllegroDriverTest {

  private final VirtualClock clock = new VirtualClock();
  private final HandModel model = new AllegroModel(HandModel.Side.RIGHT).build();
  private final JointOrder order = model.robot().motorOrder();
  private CanTwin twin = new CanTwin(model, Units.V4, clock);
  private FingertipForceDriver driver = driver(Units.V4);

  private FingertipForceDriver driver(Units units) {
    return AllegroSafety.guarded(
        model, twin, new AllegroDriver.Options(units, SafetyOptions.DEFAULT), clock);
  }

  /** In the middle between the limits, plus a little. */
  private JointCommand command(double offset) {
    double[] q =
        model.robot().movingJoints().stream()
            .mapToDouble(joint -> (joint.lower() + joint.upper()) / 2 + offset)
            .toArray();
    return new JointCommand(new JointVector(model.robot().kinematicOrder(), q).in(order));
  }

  private JointState repeat(JointCommand command, int times) {
    JointState state = driver.read();
    for (int i = 0; i < times; i++) {
      driver.send(command);
      clock.sleepUntil(clock.nanos() + 10_000_000);
      state = driver.read();
    }
    return state;
  }

  @ParameterizedTest
  @EnumSource(Units.class)
  void jointsGoWhereTheyAreSent(Units units) {
    twin = new CanTwin(model, units, clock);
    driver = driver(units);
    driver.connect();
    assertThat(twin.isOn()).isTrue();
    JointCommand wanted = command(0.05);
    double[] q = repeat(wanted, 300).position().values(order);
    double[] goal = wanted.position().values(order);
    for (int i = 0; i < q.length; i++) {
      assertThat(q[i]).as(order.joints().get(i)).isCloseTo(goal[i], within(5e-3));
    }
  }

  @Test
  void torquesKeepTheLimitOfTheCommand() {
    driver.connect();
    double[] effort = new double[16];
    Arrays.fill(effort, 0.03);
    JointCommand weak =
        new JointCommand(command(0.1).position(), Optional.of(new JointVector(order, effort)));
    for (int i = 0; i < 60; i++) {
      repeat(weak, 1);
      assertThat(Arrays.stream(twin.torques()).map(Math::abs).max().orElseThrow())
          .isLessThanOrEqualTo(0.03);
    }
    assertThat(Arrays.stream(twin.torques()).map(Math::abs).sum()).isPositive();
  }

  @Test
  void newtonsAtAFingertipLimitTheTorquesOfItsMotors() {
    driver.connect();
    JointVector far = command(0.3).position();
    JointCommand none = driver.send(far, new double[] {0, Double.NaN, -1, 0});
    assertThat(none.effortLimit().orElseThrow().values(order)).containsOnly(0);
    double[] one =
        driver.send(far, new double[] {1, 0, 0, 0}).effortLimit().orElseThrow().values(order);
    double[] two =
        driver.send(far, new double[] {2, 0, 0, 0}).effortLimit().orElseThrow().values(order);
    for (int i = 0; i < 16; i++) {
      assertThat(two[i]).as(order.joints().get(i)).isCloseTo(2 * one[i], within(1e-12));
    }
    // straight at its limits, the index is 14 cm from its second joint to the tip
    assertThat(one[1]).isBetween(0.1, 0.16);
    assertThat(Arrays.stream(one, 4, 16)).containsOnly(0.0);
    double[] all =
        driver
            .send(far, new double[] {Double.POSITIVE_INFINITY, 0, 0, 0})
            .effortLimit()
            .orElseThrow()
            .values(order);
    assertThat(all[1]).isBetween(0.3, 0.7); // what PWM and motor allow
  }

  @Test
  void theOtherSideIsRefused() {
    twin = new CanTwin(new AllegroModel(HandModel.Side.LEFT).build(), Units.V4, clock);
    driver = driver(Units.V4);
    assertThatThrownBy(driver::connect)
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("left")
        .extracting(e -> ((ComponentUnavailableException) e).remedy())
        .asString()
        .contains("side = left");
    assertThat(twin.isOn()).isFalse();
  }

  @Test
  void aHandWithoutPowerIsNamed() {
    twin.silence(true);
    assertThatThrownBy(driver::connect)
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("no Allegro hand answers");
    twin.silence(false);
    driver.connect();
    assertThat(driver.isConnected()).isTrue();
  }

  @Test
  void aHandThatFallsSilentIsStoppedWithinAPeriodOf20Hz() {
    driver.connect();
    repeat(command(0), 20);
    twin.silence(true);
    clock.sleepUntil(clock.nanos() + 50_000_000);
    DeviceException fault = catchThrowableOfType(DeviceException.class, driver::read);
    assertThat(fault.fault()).isEqualTo(Fault.NO_ANSWER);
    assertThat(fault).hasMessageContaining("silent");
    assertThat(twin.isOn()).isFalse();
    assertThat(twin.torques()).containsOnly(0);
  }

  @Test
  void aPulledCableIsNamedAndReconnectsOnceItIsBack() {
    driver.connect();
    repeat(command(0), 20);
    twin.unplug(true);
    clock.sleepUntil(clock.nanos() + 10_000_000);
    DeviceException fault =
        catchThrowableOfType(DeviceException.class, () -> driver.send(command(0)));
    assertThat(fault.fault()).isIn(Fault.DISCONNECTED, Fault.NOT_CONNECTED);
    assertThat(driver.isConnected()).isFalse();
    assertThatThrownBy(driver::connect).isInstanceOf(ComponentUnavailableException.class);
    twin.unplug(false);
    driver.connect();
    repeat(command(0), 20);
    assertThat(twin.isOn()).isTrue();
  }

  @Test
  void aHotFingerStopsTheHand() {
    driver.connect();
    repeat(command(0), 20);
    twin.heat(2, 63);
    DeviceException fault =
        catchThrowableOfType(DeviceException.class, () -> repeat(command(0), 70));
    assertThat(fault.fault()).isEqualTo(Fault.OUTSIDE_ENVELOPE);
    assertThat(fault).hasMessageContaining("ring").hasMessageContaining("63");
    assertThat(twin.isOn()).isFalse();
  }

  @Test
  void aHandWithAFaultIsNotSwitchedOn() {
    twin.setStatus(0x02);
    assertThatThrownBy(driver::connect)
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("too hot");
    assertThat(twin.isOn()).isFalse();
  }

  @Test
  void withoutCommandsTheTorqueGoesOff() {
    driver.connect();
    repeat(command(0), 5);
    clock.sleepUntil(clock.nanos() + 300_000_000);
    assertThat(twin.isOn()).isFalse();
    assertThat(catchThrowableOfType(DeviceException.class, driver::read).fault())
        .isEqualTo(Fault.STALE_COMMAND);
  }

  @Test
  void stopFromAnotherThreadTakesTheTorqueOff() throws InterruptedException {
    driver.connect();
    repeat(command(0), 5);
    Thread other = new Thread(driver::stop);
    other.start();
    other.join();
    assertThat(twin.isOn()).isFalse();
    assertThat(twin.torques()).containsOnly(0);
  }

  @Test
  void aMissingCanInterfaceIsNamed() {
    for (String name : List.of("nocan0", "../etc", "")) {
      assertThatThrownBy(() -> new SocketCanLink(name).open())
          .isInstanceOf(ComponentUnavailableException.class)
          .hasMessageContaining("there is no CAN interface " + name);
    }
  }
}
