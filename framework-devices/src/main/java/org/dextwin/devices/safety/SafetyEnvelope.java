package org.dextwin.devices.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointState;
import org.dextwin.mechanics.kinematics.KinematicTree;

/**
 * What commands may reach a device. A command inside the envelope passes; one that wants too much
 * is cut down to what is allowed; one that makes no sense is a fault. Targets move within the
 * limits of position, speed and acceleration, and only to where they can still be stopped without
 * leaving the workspace or bringing parts of the robot together.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class SafetyEnvelope {

  /** Longest step: targets do not run ahead of a loop that pauses [s]. */
  private static final double LONGEST_STEP = 0.05;

  /** Distance that a target keeps from what it must not touch, before it has to brake [m]. */
  private static final double CLEARANCE = 0.002;

  /** Largest joint motion between two looks at a stopping path [rad]. */
  private static final double STOPPING_STRIDE = 0.03;

  // What readings may exceed limits by: noise, contact and overshoot are no faults.
  private static final double POSITION_TOLERANCE = 0.15;
  private static final double VELOCITY_TOLERANCE = 2;
  private static final double EFFORT_TOLERANCE = 1.5;

  private static final double NANOS = 1e-9;

  private final JointOrder order;
  private final boolean enabled;
  private final List<JointLimits> rated;
  private final List<JointLimits> limits;
  private final List<Clearance> clearances = new ArrayList<>();
  private final int[] toKinematic;
  private final double[] target;
  private final double[] velocity;
  private long time;

  private SafetyEnvelope(
      RobotModel model,
      List<JointLimits> rated,
      SafetyOptions options,
      List<Workspace.Tip> tips,
      Optional<SafetyOptions.Box> defaultBox) {
    this.order = model.motorOrder();
    this.enabled = options.enabled();
    this.rated = List.copyOf(rated);
    this.limits = rated.stream().map(limit -> limit.tightened(options)).toList();
    this.toKinematic = order.permutationTo(model.kinematicOrder());
    this.target = new double[order.size()];
    this.velocity = new double[order.size()];
    KinematicTree tree = new KinematicTree(model);
    if (enabled && options.selfCollision()) {
      clearances.add(new SelfCollision(tree));
    }
    if (enabled) {
      options
          .workspace()
          .or(() -> defaultBox)
          .ifPresent(box -> clearances.add(new Workspace(tree, tips, box)));
    }
  }

  /**
   * Makes the envelope of a hand; its workspace is for the fingertips.
   *
   * @param hand the hand
   * @param limits limits in motor order
   * @param options what the configuration changes
   * @return the envelope
   */
  public static SafetyEnvelope of(HandModel hand, List<JointLimits> limits, SafetyOptions options) {
    return new SafetyEnvelope(
        hand.robot(), limits, options, Workspace.tipsOf(hand), Optional.empty());
  }

  /**
   * Makes the envelope of an arm; its workspace is for the origin of one link.
   *
   * @param arm the arm
   * @param limits limits in motor order
   * @param options what the configuration changes
   * @param flange name of the link
   * @param workspace the box if the configuration names none
   * @return the envelope
   */
  public static SafetyEnvelope of(
      RobotModel arm,
      List<JointLimits> limits,
      SafetyOptions options,
      String flange,
      SafetyOptions.Box workspace) {
    return new SafetyEnvelope(
        arm,
        limits,
        options,
        List.of(new Workspace.Tip(flange, Vec3.ZERO)),
        Optional.of(workspace));
  }

  /**
   * Adds a check of configurations.
   *
   * @param clearance the check
   */
  public void add(Clearance clearance) {
    clearances.add(clearance);
  }

  /**
   * Returns the order of commands and readings.
   *
   * @return the motor order
   */
  public JointOrder order() {
    return order;
  }

  /**
   * Returns the limits that commands keep.
   *
   * @return limits in motor order, tightened by the options
   */
  public List<JointLimits> limits() {
    return limits;
  }

  /**
   * Starts from where the device is. A joint that stands a little beyond a limit goes back to it
   * with the first command.
   *
   * @param state what it reports
   * @param nanos the time
   * @throws DeviceException if the device is outside the envelope
   */
  public void begin(JointState state, long nanos) {
    check(state);
    double[] q = state.position().values(order);
    for (int i = 0; i < q.length; i++) {
      target[i] = clamped(limits.get(i), q[i]);
      velocity[i] = 0;
    }
    time = nanos;
  }

  /**
   * Checks what the device reports.
   *
   * @param state its state
   * @throws DeviceException if a reading is outside the envelope
   */
  public void check(JointState state) {
    if (!enabled) {
      return;
    }
    double[] q = state.position().values(order);
    double[] v = state.velocity().values(order);
    double[] effort = state.effort().values(order);
    Optional<double[]> temperature = state.temperature().map(t -> t.values(order));
    for (int i = 0; i < q.length; i++) {
      JointLimits limit = rated.get(i);
      requireInside(
          limit,
          "is at",
          q[i],
          limit.lower() - POSITION_TOLERANCE,
          limit.upper() + POSITION_TOLERANCE,
          "rad",
          "move it back by hand with the torque off, and check the zero of its encoder");
      double speed = VELOCITY_TOLERANCE * limit.velocity();
      requireInside(
          limit,
          "moves at",
          v[i],
          -speed,
          speed,
          "rad/s",
          "look for what pushes it, then reconnect");
      double torque = EFFORT_TOLERANCE * limit.effort();
      requireInside(
          limit,
          "exerts",
          effort[i],
          -torque,
          torque,
          "N m",
          "free the joint, and lower its current limit");
      if (temperature.isPresent()) {
        requireInside(
            limit,
            "has a motor of",
            temperature.get()[i],
            Double.NEGATIVE_INFINITY,
            limits.get(i).temperature(),
            "degrees Celsius",
            "let it cool down, then reconnect; grasp with less force or for a shorter time");
      }
    }
  }

  private static void requireInside(
      JointLimits joint,
      String what,
      double value,
      double lower,
      double upper,
      String unit,
      String remedy) {
    if (!(value >= lower && value <= upper)) {
      double bound = value > upper ? upper : lower;
      throw new DeviceException(
          Fault.OUTSIDE_ENVELOPE,
          String.format(
              Locale.ROOT,
              "joint '%s' %s %.4g %s; the bound is %.4g",
              joint.joint(),
              what,
              value,
              unit,
              bound),
          remedy);
    }
  }

  /**
   * Cuts a command down to what is allowed, and remembers it.
   *
   * @param wanted the command
   * @param nanos the time
   * @return what may be sent
   * @throws DeviceException if the command makes no sense, or nothing is safe to send
   * @throws org.dextwin.api.model.JointOrderException if it is in another order
   */
  public JointCommand admit(JointCommand wanted, long nanos) {
    double[] q = wanted.position().values(order);
    for (int i = 0; i < q.length; i++) {
      requireFinite(i, q[i]);
      q[i] = clamped(limits.get(i), q[i]);
    }
    JointVector effort = effort(wanted);
    if (enabled) {
      move(q, nanos);
    } else {
      System.arraycopy(q, 0, target, 0, q.length);
    }
    return new JointCommand(new JointVector(order, target), Optional.of(effort));
  }

  private void requireFinite(int joint, double value) {
    if (!Double.isFinite(value)) {
      throw new DeviceException(
          Fault.INVALID_COMMAND,
          "the target of joint '" + order.joints().get(joint) + "' is " + value,
          "look for a division by zero or a diverging policy in what makes the commands");
    }
  }

  private JointVector effort(JointCommand wanted) {
    double[] effort = limits.stream().mapToDouble(JointLimits::effort).toArray();
    wanted
        .effortLimit()
        .ifPresent(
            asked -> {
              double[] most = asked.values(order);
              for (int i = 0; i < most.length; i++) {
                effort[i] = Math.max(0, Math.min(effort[i], most[i]));
              }
            });
    return new JointVector(order, effort);
  }

  /** Moves the targets by one step, towards the wanted ones as far as is safe. */
  private void move(double[] wanted, long nanos) {
    double elapsed = (nanos - time) * NANOS;
    if (elapsed <= 0) {
      return; // a second command at the same time changes nothing
    }
    double dt = Math.min(elapsed, LONGEST_STEP);
    if (elapsed > LONGEST_STEP) {
      Arrays.fill(velocity, 0); // the targets stood still meanwhile
    }
    time = nanos;
    double[] next = new double[wanted.length];
    double[] speed = new double[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      speed[i] = StepLimiter.velocity(limits.get(i), target[i], velocity[i], wanted[i], dt);
      next[i] = clamped(limits.get(i), target[i] + speed[i] * dt);
    }
    for (Clearance clearance : clearances) {
      if (!canStop(clearance, next, speed)) {
        brake(dt, next, speed);
        break;
      }
    }
    System.arraycopy(next, 0, target, 0, next.length);
    System.arraycopy(speed, 0, velocity, 0, speed.length);
  }

  private void brake(double dt, double[] next, double[] speed) {
    for (int i = 0; i < next.length; i++) {
      speed[i] = StepLimiter.braking(limits.get(i), velocity[i], dt);
      next[i] = clamped(limits.get(i), target[i] + speed[i] * dt);
    }
    for (Clearance clearance : clearances) {
      double left = clearance.of(kinematic(next));
      if (left < 0 && left < clearance.of(kinematic(target))) {
        throw new DeviceException(
            Fault.OUTSIDE_ENVELOPE,
            String.format(
                Locale.ROOT,
                "the robot would leave its free space by %.1f mm, and cannot brake in time",
                -1000 * left),
            "move it apart by hand with the torque off, then reconnect");
      }
    }
  }

  /** Says whether the robot keeps clear at a target and while it brakes after it. */
  private boolean canStop(Clearance clearance, double[] next, double[] speed) {
    double left = clearance.of(kinematic(next));
    if (left < CLEARANCE && left < clearance.of(kinematic(target))) {
      return false;
    }
    double needed = Math.min(CLEARANCE, left);
    double longest = 0;
    for (int i = 0; i < next.length; i++) {
      longest = Math.max(longest, Math.abs(StepLimiter.stoppingDistance(limits.get(i), speed[i])));
    }
    int looks = (int) Math.ceil(longest / STOPPING_STRIDE);
    double[] q = new double[next.length];
    for (int look = 1; look <= looks; look++) {
      double share = (double) look / looks;
      for (int i = 0; i < next.length; i++) {
        q[i] = next[i] + share * StepLimiter.stoppingDistance(limits.get(i), speed[i]);
      }
      if (clearance.of(kinematic(q)) < needed) {
        return false;
      }
    }
    return true;
  }

  private double[] kinematic(double[] motor) {
    double[] q = new double[motor.length];
    for (int i = 0; i < q.length; i++) {
      q[i] = motor[toKinematic[i]];
    }
    return q;
  }

  private static double clamped(JointLimits limit, double q) {
    return Math.max(limit.lower(), Math.min(limit.upper(), q));
  }
}
