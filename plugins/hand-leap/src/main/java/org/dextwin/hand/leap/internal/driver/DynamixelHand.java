package org.dextwin.hand.leap.internal.driver;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointDriver;
import org.dextwin.api.robot.JointState;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.devices.link.ByteLink;
import org.dextwin.devices.safety.JointLimits;
import org.dextwin.devices.time.Clock;
import org.dextwin.hand.leap.internal.dynamixel.DynamixelBus;
import org.dextwin.hand.leap.internal.dynamixel.NoAnswerException;
import org.dextwin.hand.leap.internal.dynamixel.Packet;
import org.dextwin.hand.leap.internal.dynamixel.Register;
import org.dextwin.hand.leap.internal.dynamixel.ServoException;
import org.dextwin.hand.leap.internal.dynamixel.StatusError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bare driver of the hand's servos: they run in current-based position mode, so that a goal
 * current caps the force of every joint.
 *
 * <p><i>Thread safety</i>: confined, except {@link #stop}.
 */
public final class DynamixelHand implements JointDriver {

  private static final Logger LOG = LoggerFactory.getLogger(DynamixelHand.class);

  private static final long MILLI = 1_000_000L;
  private static final int WATCHDOG_UNIT_MS = 20;
  private static final long REBOOT_NANOS = 600 * MILLI;
  private static final int STOP_ATTEMPTS = 5;
  private static final int LATENCY_MS = 16; // of an adapter that was not set up
  private static final int FINGERS = 3;
  private static final int MOTORS_PER_FINGER = 4;

  private final Port port;
  private final DynamixelConfig config;
  private final JointOrder order;
  private final List<JointLimits> limits;
  private final Clock clock;
  private final ServoScale scale;

  /** Held during an exchange on the wire. */
  private final ReentrantLock wire = new ReentrantLock();

  private @Nullable ByteLink link;
  private @Nullable DynamixelBus bus;
  private int[] goalCurrents = {};
  private volatile boolean torqueOn;

  /**
   * Makes a driver.
   *
   * @param port the port
   * @param config how to talk
   * @param order motor order of the hand
   * @param limits limits of the joints in this order
   * @param clock measures timeouts
   */
  public DynamixelHand(
      Port port, DynamixelConfig config, JointOrder order, List<JointLimits> limits, Clock clock) {
    this.port = port;
    this.config = config;
    this.order = order;
    this.limits = limits;
    this.clock = clock;
    this.scale = config.scale();
  }

  @Override
  public JointOrder order() {
    return order;
  }

  @Override
  public void connect() {
    wire.lock();
    try {
      disconnect();
      ByteLink opened = port.at(config.baud());
      opened.open();
      link = opened;
      DynamixelBus newBus =
          new DynamixelBus(
              opened,
              clock,
              Math.round(config.timeoutMs() * MILLI) + opened.latencyNanos(),
              config.attempts());
      bus = newBus;
      prepare(newBus);
      torqueOn = true;
    } catch (NoAnswerException e) {
      disconnect();
      throw new BusDiagnosis(port, clock, config).of(e.ids());
    } catch (ServoException | IOException e) {
      disconnect();
      throw new ComponentUnavailableException(
          "the hand could not be set up: " + e.getMessage(),
          "switch the hand's power off and on, then connect again");
    } finally {
      if (!torqueOn) {
        disconnect();
      }
      wire.unlock();
    }
  }

  private void prepare(DynamixelBus to) throws IOException, NoAnswerException, ServoException {
    List<Integer> ids = config.motorIds();
    to.syncRead(ids, Register.MODEL_NUMBER); // names all silent servos at once
    set(to, Register.TORQUE_ENABLE, 0);
    for (int id : ids) {
      requireHealthy(to, id);
    }
    setAll(to, Register.BUS_WATCHDOG, 0); // clears one that ran out
    setAll(to, Register.RETURN_DELAY, 0);
    setAll(to, Register.OPERATING_MODE, Register.CURRENT_BASED_POSITION);
    int[] p = new int[ids.size()];
    int[] d = new int[ids.size()];
    for (int i = 0; i < p.length; i++) {
      double share = isSideways(i) ? config.sideGainScale() : 1;
      p[i] = (int) Math.round(share * config.gainP());
      d[i] = (int) Math.round(share * config.gainD());
    }
    setEach(to, Register.POSITION_P, p);
    setAll(to, Register.POSITION_I, config.gainI());
    setEach(to, Register.POSITION_D, d);
    goalCurrents = new int[ids.size()];
    Arrays.fill(goalCurrents, scale.currentRegister(Double.MAX_VALUE, config.currentCapMa()));
    setEach(to, Register.GOAL_CURRENT, goalCurrents);
    hold(to);
    set(to, Register.TORQUE_ENABLE, 1);
    setAll(to, Register.BUS_WATCHDOG, config.busWatchdogMs() / WATCHDOG_UNIT_MS);
  }

  /** Index, middle and ring move sideways by their first motor. */
  private static boolean isSideways(int motor) {
    return motor % MOTORS_PER_FINGER == 0 && motor / MOTORS_PER_FINGER < FINGERS;
  }

  private void requireHealthy(DynamixelBus to, int id)
      throws IOException, NoAnswerException, ServoException {
    int error = to.read(id, Register.HARDWARE_ERROR);
    if (error == 0) {
      return;
    }
    String what = "servo " + id + " (" + jointOf(id) + "): " + StatusError.ofHardware(error);
    if (!config.rebootAfterError()) {
      throw new ComponentUnavailableException(
          what, "remove the cause, then switch its power off and on, or set reboot-after-error");
    }
    LOG.warn("{}; starting it anew", what);
    to.reboot(id);
    clock.sleepUntil(clock.nanos() + REBOOT_NANOS);
    if (to.read(id, Register.HARDWARE_ERROR) != 0) {
      throw new ComponentUnavailableException(
          what + ", also after a new start", "replace the servo, or look for what blocks it");
    }
  }

  private void hold(DynamixelBus to) throws IOException, NoAnswerException, ServoException {
    Map<Integer, Packet> now = to.syncRead(config.motorIds(), Register.PRESENT_POSITION);
    for (Map.Entry<Integer, Packet> servo : now.entrySet()) {
      Register present = Register.PRESENT_POSITION;
      to.write(
          servo.getKey(),
          Register.GOAL_POSITION,
          present.signedIn(servo.getValue().data(), present.address()));
    }
  }

  /** Sets a register that every connection sets. */
  private void set(DynamixelBus to, Register register, int value)
      throws IOException, NoAnswerException, ServoException {
    for (int id : config.motorIds()) {
      to.write(id, register, value);
    }
  }

  /** Sets a register where it differs: permanent ones wear out. */
  private void setAll(DynamixelBus to, Register register, int value)
      throws IOException, NoAnswerException, ServoException {
    int[] values = new int[config.motorIds().size()];
    Arrays.fill(values, value);
    setEach(to, register, values);
  }

  private void setEach(DynamixelBus to, Register register, int[] values)
      throws IOException, NoAnswerException, ServoException {
    Map<Integer, Packet> now = to.syncRead(config.motorIds(), register);
    for (int i = 0; i < values.length; i++) {
      int id = config.motorIds().get(i);
      Packet answer = now.get(id);
      if (answer == null || register.unsignedIn(answer.data(), register.address()) != values[i]) {
        to.write(id, register, values[i]);
      }
    }
  }

  @Override
  public boolean isConnected() {
    ByteLink open = link;
    return open != null && open.isOpen();
  }

  @Override
  public JointState read() {
    wire.lock();
    try {
      DynamixelBus open = requireConnected();
      return state(open, open.syncRead(config.motorIds(), Register.PRESENT));
    } catch (NoAnswerException e) {
      throw silent(e);
    } catch (ServoException e) {
      throw refused(e);
    } catch (IOException e) {
      throw broken(e);
    } finally {
      wire.unlock();
    }
  }

  private JointState state(DynamixelBus open, Map<Integer, Packet> answers)
      throws IOException, NoAnswerException, ServoException {
    int motors = order.size();
    double[] position = new double[motors];
    double[] velocity = new double[motors];
    double[] effort = new double[motors];
    double[] temperature = new double[motors];
    for (int i = 0; i < motors; i++) {
      Packet answer = answers.get(config.motorIds().get(i));
      if (answer == null) {
        throw new IllegalStateException("a sync read lacks servo " + config.motorIds().get(i));
      }
      if ((answer.error() & StatusError.ALERT) != 0) {
        throw faulty(open, answer.id());
      }
      byte[] data = answer.data();
      int first = Register.PRESENT.address();
      position[i] = ServoScale.radians(Register.PRESENT_POSITION.signedIn(data, first));
      velocity[i] = ServoScale.radiansPerSecond(Register.PRESENT_VELOCITY.signedIn(data, first));
      effort[i] = scale.torque(Register.PRESENT_CURRENT.signedIn(data, first));
      temperature[i] = Register.PRESENT_TEMPERATURE.unsignedIn(data, first);
    }
    return new JointState(
        clock.epochNanos(),
        new JointVector(order, position),
        new JointVector(order, velocity),
        new JointVector(order, effort),
        Optional.of(new JointVector(order, temperature)));
  }

  @Override
  public JointCommand send(JointCommand command) {
    double[] position = command.position().values(order);
    Optional<double[]> effort = command.effortLimit().map(limit -> limit.values(order));
    int[] counts = new int[position.length];
    int[] currents = new int[position.length];
    double[] applied = new double[position.length];
    double[] appliedEffort = new double[position.length];
    for (int i = 0; i < position.length; i++) {
      JointLimits limit = limits.get(i);
      counts[i] = ServoScale.counts(position[i], limit.lower(), limit.upper());
      applied[i] = ServoScale.radians(counts[i]);
      double wanted = effort.isPresent() ? effort.get()[i] : limit.effort();
      currents[i] = scale.currentRegister(wanted, config.currentCapMa());
      appliedEffort[i] = scale.torque(currents[i]);
    }
    wire.lock();
    try {
      DynamixelBus open = requireConnected();
      if (!torqueOn) {
        throw new DeviceException(
            Fault.STOPPED, "the hand was stopped", "call connect() to switch the torque on");
      }
      if (!Arrays.equals(currents, goalCurrents)) {
        open.syncWrite(config.motorIds(), Register.GOAL_CURRENT, currents);
        goalCurrents = currents;
      }
      open.syncWrite(config.motorIds(), Register.GOAL_POSITION, counts);
    } catch (IOException e) {
      throw broken(e);
    } finally {
      wire.unlock();
    }
    return new JointCommand(
        new JointVector(order, applied), Optional.of(new JointVector(order, appliedEffort)));
  }

  private DynamixelBus requireConnected() {
    DynamixelBus open = bus;
    if (open == null || !isConnected()) {
      throw new DeviceException(
          Fault.NOT_CONNECTED, "the hand is not connected", "call connect() first");
    }
    return open;
  }

  private DeviceException faulty(DynamixelBus open, int id)
      throws IOException, NoAnswerException, ServoException {
    int error = open.read(id, Register.HARDWARE_ERROR);
    return new DeviceException(
        Fault.HARDWARE,
        "servo " + id + " (" + jointOf(id) + ") let go: " + StatusError.ofHardware(error),
        "remove the cause, then switch its power off and on, or connect with reboot-after-error");
  }

  private DeviceException silent(NoAnswerException e) {
    return new DeviceException(
        Fault.NO_ANSWER,
        e.getMessage()
            + " ("
            + String.join(", ", e.ids().stream().map(this::jointOf).toList())
            + ") on "
            + portName(),
        "check the daisy chain's plugs at these servos and the power supply");
  }

  private static DeviceException refused(ServoException e) {
    return new DeviceException(
        Fault.HARDWARE, String.valueOf(e.getMessage()), "update the servo's firmware");
  }

  private DeviceException broken(IOException e) {
    String name = portName();
    disconnect();
    return new DeviceException(
        Fault.DISCONNECTED,
        "the connection over " + name + " broke: " + e.getMessage(),
        "plug the cable in again, then connect; the servos' bus watchdog has stopped them");
  }

  private String portName() {
    ByteLink open = link;
    return open == null ? "the port" : open.name();
  }

  private String jointOf(int id) {
    return order.joints().get(config.motorIds().indexOf(id));
  }

  @Override
  public void stop() {
    boolean locked = false;
    try {
      // an exchange that is under way ends within its timeouts; after that the wire is ours
      long patience = Math.round((config.timeoutMs() + LATENCY_MS) * config.attempts());
      locked = wire.tryLock(patience, TimeUnit.MILLISECONDS);
      torqueOn = false;
      DynamixelBus open = bus;
      if (open != null && isConnected()) {
        switchOff(open);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.error("interrupted while the hand was stopped; switch off its power");
    } catch (IOException | NoAnswerException | RuntimeException e) {
      LOG.error("the hand could not be told to stop: {}; switch off its power", e.getMessage());
    } finally {
      if (locked) {
        wire.unlock();
      }
    }
  }

  /** Nobody answers a sync write, so the servos are asked whether they did it. */
  private void switchOff(DynamixelBus open) throws IOException, NoAnswerException {
    int[] off = new int[config.motorIds().size()];
    for (int attempt = 0; attempt < STOP_ATTEMPTS; attempt++) {
      open.syncWrite(config.motorIds(), Register.TORQUE_ENABLE, off);
      boolean done =
          open.syncRead(config.motorIds(), Register.TORQUE_ENABLE).values().stream()
              .allMatch(answer -> answer.data()[0] == 0);
      if (done) {
        return;
      }
    }
    LOG.error("some servos did not switch their torque off; switch off the hand's power");
  }

  @Override
  public void close() {
    if (isConnected()) {
      stop();
    }
    wire.lock();
    try {
      disconnect();
    } finally {
      wire.unlock();
    }
  }

  private void disconnect() {
    torqueOn = false;
    bus = null;
    if (link != null) {
      link.close();
      link = null;
    }
  }
}
