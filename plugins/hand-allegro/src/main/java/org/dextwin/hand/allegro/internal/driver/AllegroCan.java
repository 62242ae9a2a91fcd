package org.dextwin.hand.allegro.internal.driver;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointDriver;
import org.dextwin.api.robot.JointState;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.devices.link.CanFrame;
import org.dextwin.devices.link.CanLink;
import org.dextwin.devices.time.Clock;
import org.dextwin.hand.allegro.internal.can.HandInfo;
import org.dextwin.hand.allegro.internal.can.Message;
import org.dextwin.hand.allegro.internal.can.Units;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bare driver of the hand. The hand reports positions every 3 ms and takes torques; the servos
 * of the model, tau = kp (target - q) - kd qdot, run here at that rate, on a thread of the clock.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class AllegroCan implements JointDriver {

  private static final Logger LOG = LoggerFactory.getLogger(AllegroCan.class);

  private static final long MILLI = 1_000_000L;
  private static final int PERIOD_MS = 3;
  private static final int TEMPERATURE_PERIOD_MS = 500;
  private static final long ANSWER_NANOS = 300 * MILLI;

  /** Silence after which the torque goes off: eight reports that did not come. */
  private static final long SILENCE_NANOS = 24 * MILLI;

  /** Share of a new difference of positions in the velocity: its noise is a count in 3 ms. */
  private static final double SMOOTHING = 0.3;

  private static final int ALL_FINGERS = (1 << Units.FINGERS) - 1;
  private static final int JOINTS = Units.FINGERS * Units.JOINTS;

  private final CanLink link;
  private final Units units;
  private final HandModel.Side side;
  private final JointOrder order;
  private final List<Actuator> servos;
  private final Clock clock;

  private final double[] position = new double[JOINTS];
  private final double[] previous = new double[JOINTS];
  private final double[] velocity = new double[JOINTS];
  private final double[] target = new double[JOINTS];
  private final double[] limit = new double[JOINTS];
  private final double[] torque = new double[JOINTS];
  private final double[] temperature = new double[JOINTS];
  private int fingersSeen;
  private long lastReport;
  private boolean torqueOn;
  private @Nullable DeviceException fault;
  private Clock.@Nullable Alarm servoLoop;

  /**
   * Makes a driver.
   *
   * @param link the bus
   * @param units generation of the hand
   * @param hand the hand
   * @param clock measures periods
   */
  public AllegroCan(CanLink link, Units units, HandModel hand, Clock clock) {
    this.link = link;
    this.units = units;
    this.side = hand.side();
    this.order = hand.robot().motorOrder();
    this.servos = hand.robot().actuators();
    this.clock = clock;
  }

  @Override
  public JointOrder order() {
    return order;
  }

  @Override
  public synchronized void connect() {
    disconnect();
    fault = null;
    boolean ready = false;
    try {
      link.open();
      prepare();
      ready = true;
    } catch (IOException e) {
      throw new ComponentUnavailableException(
          "the hand on " + link.name() + " could not be set up: " + e.getMessage(),
          "check the CAN adapter, its termination of 120 ohm, and the hand's 12 V supply");
    } finally {
      if (!ready) {
        disconnect();
      }
    }
    servoLoop = clock.every(PERIOD_MS * MILLI, this::servo);
  }

  private void prepare() throws IOException {
    link.send(new CanFrame(Message.SYSTEM_OFF.id()));
    link.send(CanFrame.requestFor(Message.INFO.id()));
    HandInfo info =
        HandInfo.of(await(frame -> frame.id() == Message.INFO.id() && HandInfo.isComplete(frame)));
    LOG.info("{}: hardware {}, firmware {}", link.name(), info.hardware(), info.firmware());
    if (info.side() != side) {
      throw new ComponentUnavailableException(
          "the hand on " + link.name() + " is a " + word(info.side()) + " one",
          "set hand.allegro.side = " + word(info.side()));
    }
    if (!info.fault().isEmpty()) {
      throw new ComponentUnavailableException(
          info.fault(), "switch the hand's supply off, let it cool down, and on again");
    }
    fingersSeen = 0;
    Arrays.fill(temperature, info.celsius());
    link.send(Units.period(PERIOD_MS, 0, TEMPERATURE_PERIOD_MS));
    await(frame -> fingersSeen == ALL_FINGERS);
    System.arraycopy(position, 0, target, 0, JOINTS);
    System.arraycopy(position, 0, previous, 0, JOINTS);
    Arrays.fill(velocity, 0);
    fingersSeen = 0;
    lastReport = clock.nanos();
    for (int i = 0; i < JOINTS; i++) {
      limit[i] = largestTorque(i);
    }
    link.send(new CanFrame(Message.SYSTEM_ON.id()));
    torqueOn = true;
  }

  private static String word(HandModel.Side side) {
    return side == HandModel.Side.RIGHT ? "right" : "left";
  }

  private double largestTorque(int joint) {
    return Math.min(
        servos.get(joint).torqueLimit(),
        units.largestTorque(joint / Units.JOINTS, joint % Units.JOINTS));
  }

  private CanFrame await(Predicate<CanFrame> wanted) throws IOException {
    long deadline = clock.nanos() + ANSWER_NANOS;
    for (long left = ANSWER_NANOS; left > 0; left = deadline - clock.nanos()) {
      Optional<CanFrame> frame = link.receive(left);
      if (frame.isPresent() && !frame.get().request()) {
        take(frame.get());
        if (wanted.test(frame.get())) {
          return frame.get();
        }
      }
    }
    throw new ComponentUnavailableException(
        "no Allegro hand answers on " + link.name(),
        "switch on its supply, check the plug and the bit rate: sudo ip link set "
            + link.name()
            + " up type can bitrate 1000000");
  }

  /** Takes in a report of the hand. */
  private void take(CanFrame frame) {
    int finger = Message.POSITION.fingerOf(frame.id());
    if (finger >= 0 && Units.isComplete(frame)) {
      units.readPosition(frame, finger, position);
      fingersSeen |= 1 << finger;
      return;
    }
    int warm = Message.TEMPERATURE.fingerOf(frame.id());
    if (warm >= 0 && frame.data().length >= 2) {
      int celsius = Units.readTemperature(frame);
      Arrays.fill(temperature, warm * Units.JOINTS, (warm + 1) * Units.JOINTS, celsius);
    }
  }

  /** Does one step of the servos, if the hand has reported. */
  private synchronized void servo() {
    if (!torqueOn) {
      return;
    }
    try {
      for (Optional<CanFrame> frame = link.receive(0); frame.isPresent(); frame = link.receive(0)) {
        take(frame.get());
        if (fingersSeen == ALL_FINGERS) {
          fingersSeen = 0;
          report();
        }
      }
      long silence = clock.nanos() - lastReport;
      if (silence > SILENCE_NANOS) {
        fail(
            new DeviceException(
                Fault.NO_ANSWER,
                "the hand on " + link.name() + " went silent for " + silence / MILLI + " ms",
                "check its supply and the CAN cable, then connect again"));
      }
    } catch (IOException e) {
      fail(
          new DeviceException(
              Fault.DISCONNECTED,
              "the connection over " + link.name() + " broke: " + e.getMessage(),
              "plug the CAN adapter in again, then connect"));
      link.close();
    }
  }

  private void report() throws IOException {
    long now = clock.nanos();
    double dt = Math.max(PERIOD_MS * 1e-3, (now - lastReport) * 1e-9);
    lastReport = now;
    for (int i = 0; i < JOINTS; i++) {
      velocity[i] += SMOOTHING * ((position[i] - previous[i]) / dt - velocity[i]);
      previous[i] = position[i];
      Actuator servo = servos.get(i);
      double wanted = servo.kp() * (target[i] - position[i]) - servo.kd() * velocity[i];
      torque[i] = Math.max(-limit[i], Math.min(limit[i], wanted));
    }
    for (int finger = 0; finger < Units.FINGERS; finger++) {
      link.send(units.torque(finger, torque));
    }
  }

  private void fail(DeviceException cause) {
    fault = cause;
    switchOff();
  }

  @Override
  public synchronized boolean isConnected() {
    return link.isOpen() && fault == null;
  }

  @Override
  public synchronized JointState read() {
    requireConnected();
    return new JointState(
        clock.epochNanos(),
        new JointVector(order, position),
        new JointVector(order, velocity),
        new JointVector(order, torque),
        Optional.of(new JointVector(order, temperature)));
  }

  @Override
  public synchronized JointCommand send(JointCommand command) {
    double[] wanted = command.position().values(order);
    Optional<double[]> effort = command.effortLimit().map(asked -> asked.values(order));
    requireConnected();
    if (!torqueOn) {
      throw new DeviceException(
          Fault.STOPPED, "the hand was stopped", "call connect() to switch the torque on");
    }
    for (int i = 0; i < JOINTS; i++) {
      double most = largestTorque(i);
      limit[i] = effort.isPresent() ? Math.max(0, Math.min(most, effort.get()[i])) : most;
    }
    System.arraycopy(wanted, 0, target, 0, JOINTS);
    return new JointCommand(command.position(), Optional.of(new JointVector(order, limit)));
  }

  private void requireConnected() {
    if (fault != null) {
      throw fault;
    }
    if (!link.isOpen()) {
      throw new DeviceException(
          Fault.NOT_CONNECTED, "the hand is not connected", "call connect() first");
    }
  }

  @Override
  public synchronized void stop() {
    switchOff();
  }

  private void switchOff() {
    torqueOn = false;
    Arrays.fill(torque, 0);
    if (!link.isOpen()) {
      return;
    }
    try {
      for (int finger = 0; finger < Units.FINGERS; finger++) {
        link.send(units.torque(finger, torque));
      }
      link.send(new CanFrame(Message.SYSTEM_OFF.id()));
    } catch (IOException | RuntimeException e) {
      LOG.error("the hand could not be told to stop: {}; switch off its supply", e.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    switchOff();
    disconnect();
  }

  private void disconnect() {
    torqueOn = false;
    if (servoLoop != null) {
      servoLoop.close();
      servoLoop = null;
    }
    link.close();
  }
}
