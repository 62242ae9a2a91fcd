package org.dextwin.hand.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.FingertipForceDriver;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.devices.link.CanFrame;
import org.dextwin.devices.link.CanLink;
import org.dextwin.devices.safety.SafetyOptions;
import org.dextwin.devices.time.VirtualClock;
import org.dextwin.hand.allegro.internal.can.Message;
import org.dextwin.hand.allegro.internal.can.Units;
import org.dextwin.hand.allegro.internal.twin.CanTwin;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, no frame on the bus holds a torque beyond what the hand may, and its joints
 * stay where they may be. Half of the commands name forces of fingertips instead of torques.
 */
class AllegroSafetyPropertyTest {

  private static final int COMMANDS = 100_000;

  /** Longest pause between two commands, eight of them before the watchdog would bark [ns]. */
  private static final long LONGEST_STEP = 30_000_000;

  /** Of a loop of 100 Hz [ns]. */
  private static final long PERIOD = 10_000_000;

  /** Caps of the PWM numbers (Wonik, AllegroHandDrv.cpp), by joint of a finger and of the thumb. */
  private static final int[] PWM = {375, 675, 450, 285};

  private static final int[] THUMB_PWM = {525, 405, 270, 270};

  private final RandomGenerator random = new SplittableRandom(7);
  private final VirtualClock clock = new VirtualClock();
  private final HandModel model = new AllegroModel(HandModel.Side.RIGHT).build();
  private final JointOrder order = model.robot().motorOrder();
  private final List<Joint> joints =
      order.joints().stream()
          .map(
              name ->
                  model.robot().movingJoints().stream()
                      .filter(joint -> joint.name().equals(name))
                      .findFirst()
                      .orElseThrow())
          .toList();
  private final CanTwin twin = new CanTwin(model, Units.V4, clock);
  private final Bus bus = new Bus();
  private final FingertipForceDriver driver =
      AllegroSafety.guarded(
          model, bus, new AllegroDriver.Options(Units.V4, SafetyOptions.DEFAULT), clock);

  /** Largest torques that the last command allowed; what the bus carries is held against them. */
  private double[] allowed = new double[16];

  private int torques;

  /** The bus of the twin, on which everything is looked at that is sent. */
  private final class Bus implements CanLink {

    @Override
    public void send(CanFrame frame) throws java.io.IOException {
      int finger = Message.TORQUE.fingerOf(frame.id());
      if (finger >= 0) {
        look(finger, frame);
      }
      twin.send(frame);
    }

    private void look(int finger, CanFrame frame) {
      double[] sent = new double[16];
      Units.V4.readTorque(frame, finger, sent);
      for (int i = 0; i < 4; i++) {
        byte[] data = frame.data();
        int pwm = (short) ((data[2 * i] & 0xFF) | data[2 * i + 1] << 8);
        int cap = finger == 3 ? THUMB_PWM[i] : PWM[i];
        double torque = Math.abs(sent[4 * finger + i]);
        torques += torque > 0 ? 1 : 0;
        // the number on the wire is rounded
        if (Math.abs(pwm) > cap || torque > allowed[4 * finger + i] + 1.0 / 1200) {
          assertThat(pwm).as("PWM of joint %d of finger %d", i, finger).isBetween(-cap, cap);
          assertThat(torque)
              .as("torque of joint %d of finger %d", i, finger)
              .isLessThanOrEqualTo(allowed[4 * finger + i]);
        }
      }
    }

    @Override
    public void open() {
      twin.open();
    }

    @Override
    public boolean isOpen() {
      return twin.isOpen();
    }

    @Override
    public Optional<CanFrame> receive(long timeoutNanos) throws java.io.IOException {
      return twin.receive(timeoutNanos);
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

  private void allowAll() {
    allowed = model.robot().actuators().stream().mapToDouble(Actuator::torqueLimit).toArray();
  }

  @Test
  void nothingOutsideTheEnvelopeReachesTheHand() {
    allowAll();
    driver.connect();
    int faults = 0;
    int cut = 0;
    for (int i = 0; i < COMMANDS; i++) {
      clock.sleepUntil(clock.nanos() + random.nextLong(0, LONGEST_STEP));
      long sent = clock.nanos();
      double[] before = allowed;
      allowAll(); // until the command is taken, the servos may still hold the larger limits
      try {
        JointCommand applied = send(i);
        allowed = applied.effortLimit().orElseThrow().values(order);
        assertInside(i, applied.position().values(order));
        cut += Arrays.equals(before, allowed) ? 0 : 1;
      } catch (DeviceException e) {
        faults++;
        assertThat(twin.isOn()).as("motors after command %d: %s", i, e.getMessage()).isFalse();
        assertThat(twin.torques()).as("torques after command %d", i).containsOnly(0);
        assertThat(clock.nanos() - sent).as("until they were off [ns]").isLessThan(PERIOD);
        allowAll();
        driver.connect();
      }
      assertTwinInside(i);
    }
    // the test would say nothing if all commands were refused, or none, or no torque was sent
    assertThat(faults).isBetween(COMMANDS / 1000, COMMANDS / 50);
    assertThat(cut).isGreaterThan(COMMANDS / 4);
    assertThat(torques).isGreaterThan(COMMANDS);
  }

  private JointCommand send(int number) {
    double[] q = targets(number);
    JointVector position = new JointVector(order, q);
    if (random.nextBoolean()) {
      return driver.send(position, forces());
    }
    return driver.send(
        random.nextInt(3) == 0
            ? new JointCommand(position)
            : new JointCommand(position, Optional.of(new JointVector(order, efforts()))));
  }

  private void assertInside(int command, double[] applied) {
    double margin = SafetyOptions.DEFAULT.positionMarginRad();
    for (int i = 0; i < applied.length; i++) {
      Joint joint = joints.get(i);
      if (applied[i] < joint.lower() + margin - 1e-9
          || applied[i] > joint.upper() - margin + 1e-9) {
        assertThat(applied[i]).as("target of %s after %d", joint.name(), command).isNaN();
      }
      double motor = model.robot().actuators().get(i).torqueLimit();
      if (!(allowed[i] >= 0 && allowed[i] <= motor)) {
        assertThat(allowed[i]).as("torque of %s after %d", joint.name(), command).isNaN();
      }
    }
  }

  /** Joints overshoot a little, as the servo loop is on this side of the bus. */
  private void assertTwinInside(int command) {
    for (int i = 0; i < joints.size(); i++) {
      double q = twin.joints().get(i).position();
      if (q < joints.get(i).lower() - 0.06 || q > joints.get(i).upper() + 0.06) {
        assertThat(q).as("place of %s after %d", joints.get(i).name(), command).isNaN();
      }
    }
  }

  /** Sane, far away, jumping from limit to limit, tiny, or infinite. */
  private double[] targets(int number) {
    double[] q = new double[joints.size()];
    int kind = random.nextInt(50);
    for (int i = 0; i < q.length; i++) {
      Joint joint = joints.get(i);
      q[i] =
          switch (kind % 5) {
            case 0 -> random.nextDouble(joint.lower(), joint.upper());
            case 1 -> random.nextDouble(-100, 100);
            case 2 -> number % 2 == 0 ? joint.lower() : joint.upper();
            case 3 -> Math.copySign(Double.MAX_VALUE, random.nextDouble(-1, 1));
            default -> random.nextBoolean() ? Double.MIN_VALUE : joint.upper() + 1e-12;
          };
    }
    if (kind == 7 && random.nextInt(5) == 0) {
      q[random.nextInt(q.length)] = random.nextBoolean() ? Double.POSITIVE_INFINITY : -1.0 / 0;
    }
    return q;
  }

  private double[] efforts() {
    return random
        .doubles(16)
        .map(share -> share < 0.3 ? Double.POSITIVE_INFINITY : (share - 0.6) * 1e3)
        .toArray();
  }

  private double[] forces() {
    double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, -5, 1e300, 0, 1, 3};
    return random.doubles(4).map(share -> odd[(int) (share * odd.length)]).toArray();
  }
}
