package org.dextwin.arm.franka.internal.driver;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointDriver;
import org.dextwin.api.robot.JointState;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.arm.franka.internal.rosbridge.Json;
import org.dextwin.arm.franka.internal.rosbridge.Messages;
import org.dextwin.arm.franka.internal.rosbridge.RosLink;
import org.dextwin.devices.safety.JointLimits;
import org.dextwin.devices.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bare driver of the arm. A joint trajectory controller on the robot's computer closes the loop
 * of 1 kHz; from here it gets one point at a time, a little in the future, and moves towards it.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class TrajectoryArm implements JointDriver, RosLink.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(TrajectoryArm.class);

  private static final double NANOS = 1e-9;
  private static final long MILLI = 1_000_000L;
  private static final long FIRST_STATE_NANOS = 2000 * MILLI;
  private static final long POLL_NANOS = MILLI;
  private static final long SILENCE_NANOS = 200 * MILLI;

  /** Shortest time in which the arm is told to stop. */
  private static final long STOP_NANOS = 50 * MILLI;

  // an arm that is locked reports its joints, but does not move
  private static final double LARGEST_LAG = 0.25;
  private static final long LAG_NANOS = 1000 * MILLI;

  private final RosLink link;
  private final RosbridgeConfig config;
  private final JointOrder order;
  private final List<String> rosNames;
  private final List<JointLimits> limits;
  private final Clock clock;

  private @Nullable JointState state;
  private @Nullable JointCommand lastCommand;
  private @Nullable DeviceException fault;
  private String lastNames = "";
  private String complaint = "";
  private long stateTime;
  private long following;
  private boolean moving;

  /**
   * Makes a driver.
   *
   * @param link the way to the rosbridge
   * @param config names of controller and topics
   * @param arm the arm
   * @param limits limits of its joints, in motor order
   * @param clock measures timeouts
   */
  public TrajectoryArm(
      RosLink link, RosbridgeConfig config, RobotModel arm, List<JointLimits> limits, Clock clock) {
    this.link = link;
    this.config = config;
    this.order = arm.motorOrder();
    this.rosNames =
        order.joints().stream().map(joint -> config.rosName(arm.name(), joint)).toList();
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public JointOrder order() {
    return order;
  }

  @Override
  public void connect() {
    synchronized (this) {
      link.close();
      state = null;
      lastCommand = null;
      fault = null;
      lastNames = "";
      complaint = "";
    }
    boolean ready = false;
    try {
      link.open(this);
      link.send(Messages.subscribe(config.jointStates(), Messages.JOINT_STATE));
      link.send(Messages.advertise(config.trajectoryTopic(), Messages.TRAJECTORY));
      awaitState();
      ready = true;
    } catch (IOException e) {
      throw new ComponentUnavailableException(
          "the rosbridge at " + link.name() + " broke off: " + e.getMessage(),
          "look at its log on the robot's computer");
    } finally {
      if (!ready) {
        link.close();
      }
    }
    synchronized (this) {
      moving = true;
      following = clock.nanos();
    }
  }

  private void awaitState() {
    long deadline = clock.nanos() + FIRST_STATE_NANOS;
    while (clock.nanos() < deadline) {
      synchronized (this) {
        if (state != null) {
          return;
        }
      }
      clock.sleepUntil(clock.nanos() + POLL_NANOS);
    }
    throw noState();
  }

  private synchronized ComponentUnavailableException noState() {
    if (!lastNames.isEmpty()) {
      return new ComponentUnavailableException(
          config.jointStates()
              + " on "
              + link.name()
              + " lacks joints of the arm: expected "
              + rosNames
              + ", found "
              + lastNames,
          "set joint-prefix to what the arm's joints begin with");
    }
    return new ComponentUnavailableException(
        "nothing is published on " + config.jointStates() + " at " + link.name() + complaint,
        "start the arm's ros2_control, and see ros2 topic hz " + config.jointStates());
  }

  @Override
  public void onText(String text) {
    try {
      Map<String, Object> message = Json.read(text);
      if (Json.word(message, "op").equals("publish")
          && Json.word(message, "topic").equals(config.jointStates())) {
        take(Json.map(message, "msg"));
      } else if (Json.word(message, "op").equals("status")) {
        complain(Json.word(message, "level"), Json.word(message, "msg"));
      }
    } catch (IOException e) {
      LOG.warn("{} sent what is no JSON: {}", link.name(), e.getMessage());
    }
  }

  private synchronized void complain(String level, String text) {
    LOG.warn("{} says ({}): {}", link.name(), level, text);
    complaint = "; it says: " + text;
  }

  private synchronized void take(Map<?, ?> message) {
    List<?> names = Json.list(message, "name");
    double[] position = new double[rosNames.size()];
    double[] velocity = new double[rosNames.size()];
    double[] effort = new double[rosNames.size()];
    for (int i = 0; i < position.length; i++) {
      int at = names.indexOf(rosNames.get(i));
      position[i] = at < 0 ? Double.NaN : Json.number(Json.list(message, "position"), at);
      if (!Double.isFinite(position[i])) {
        lastNames = names.toString(); // of other joints, or not known yet
        return;
      }
      velocity[i] = orZero(Json.number(Json.list(message, "velocity"), at));
      effort[i] = orZero(Json.number(Json.list(message, "effort"), at));
    }
    stateTime = clock.nanos();
    state =
        new JointState(
            clock.epochNanos(),
            new JointVector(order, position),
            new JointVector(order, velocity),
            new JointVector(order, effort),
            Optional.empty());
  }

  /** Controllers may leave velocities and efforts out. */
  private static double orZero(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  @Override
  public synchronized void onBroken(String reason) {
    if (fault == null) {
      fault = broken(reason);
    }
  }

  private DeviceException broken(@Nullable String reason) {
    return new DeviceException(
        Fault.DISCONNECTED,
        "the connection to " + link.name() + " broke: " + reason,
        "the controller stops at its last point; check the network, then connect again");
  }

  @Override
  public synchronized boolean isConnected() {
    return link.isOpen() && fault == null && state != null;
  }

  @Override
  public synchronized JointState read() {
    JointState latest = requireConnected();
    long age = clock.nanos() - stateTime;
    if (age > SILENCE_NANOS) {
      throw new DeviceException(
          Fault.NO_ANSWER,
          config.jointStates() + " on " + link.name() + " is silent for " + age / MILLI + " ms",
          "look at ros2_control on the robot's computer, and at the load of the network");
    }
    requireFollowing(latest);
    return latest;
  }

  private void requireFollowing(JointState latest) {
    JointCommand wanted = lastCommand;
    if (wanted == null) {
      return;
    }
    double[] q = latest.position().values(order);
    double[] target = wanted.position().values(order);
    double lag = 0;
    for (int i = 0; i < q.length; i++) {
      lag = Math.max(lag, Math.abs(q[i] - target[i]));
    }
    if (lag < LARGEST_LAG) {
      following = clock.nanos();
    } else if (clock.nanos() - following > LAG_NANOS) {
      throw new DeviceException(
          Fault.HARDWARE,
          "the arm does not follow: it is " + lag + " rad behind for a second",
          "release its stop button and unlock it; see ros2 control list_controllers for an active "
              + config.controller());
    }
  }

  @Override
  public synchronized JointCommand send(JointCommand command) {
    double[] position = command.position().values(order);
    requireConnected();
    if (!moving) {
      throw new DeviceException(Fault.STOPPED, "the arm was stopped", "call connect() to go on");
    }
    try {
      link.send(
          Messages.trajectory(
              config.trajectoryTopic(),
              rosNames,
              position,
              new double[0],
              Math.round(config.horizonMs() * MILLI)));
    } catch (IOException e) {
      fault = broken(e.getMessage());
      throw fault;
    }
    if (lastCommand == null) {
      following = clock.nanos();
    }
    lastCommand = command;
    return new JointCommand(command.position()); // the controller takes no limits of efforts
  }

  private JointState requireConnected() {
    if (fault != null) {
      throw fault;
    }
    JointState latest = state;
    if (latest == null || !link.isOpen()) {
      throw new DeviceException(
          Fault.NOT_CONNECTED, "the arm is not connected", "call connect() first");
    }
    return latest;
  }

  /** Sends a point at which the arm rests, as far away as it needs to slow down. */
  @Override
  public synchronized void stop() {
    moving = false;
    JointState latest = state;
    if (latest == null || !link.isOpen()) {
      return;
    }
    double[] q = latest.position().values(order);
    double[] v = latest.velocity().values(order);
    long nanos = STOP_NANOS;
    for (int i = 0; i < q.length; i++) {
      JointLimits limit = limits.get(i);
      double seconds = Math.abs(v[i]) / limit.acceleration();
      nanos = Math.max(nanos, Math.round(seconds / NANOS));
      double rest = q[i] + v[i] * seconds / 2;
      q[i] = Math.max(limit.lower(), Math.min(limit.upper(), rest));
    }
    try {
      link.send(
          Messages.trajectory(config.trajectoryTopic(), rosNames, q, new double[q.length], nanos));
    } catch (IOException | RuntimeException e) {
      LOG.error("the arm could not be told to stop: {}; press its stop button", e.getMessage());
    }
  }

  @Override
  public void close() {
    if (isConnected()) {
      stop();
    }
    link.close();
    synchronized (this) {
      state = null;
    }
  }
}
