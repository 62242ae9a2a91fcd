package org.dextwin.testkit.robot;

import java.util.Optional;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.ArmDriver;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.robot.HandDriver;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointState;

/**
 * A driver of joints that are at once where they are sent, for tests of what uses drivers.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class FakeDriver implements HandDriver, ArmDriver {

  private static final long TIMEOUT_NANOS = 250_000_000L;
  private static final double NANOS = 1e-9;

  private final RobotModel robot;
  private final JointOrder order;
  private final double[] position;
  private Optional<DeviceException> fault = refusal(Fault.NOT_CONNECTED, "not connected");
  private long lastCommand;
  private boolean moving;

  /**
   * Makes a driver of joints that are at zero.
   *
   * @param robot the robot
   */
  public FakeDriver(RobotModel robot) {
    this.robot = robot;
    this.order = robot.motorOrder();
    this.position = new double[order.size()];
  }

  private static Optional<DeviceException> refusal(Fault fault, String message) {
    return Optional.of(new DeviceException(fault, message, "call connect()"));
  }

  @Override
  public JointOrder order() {
    return order;
  }

  @Override
  public synchronized void connect() {
    fault = Optional.empty();
    moving = false;
    lastCommand = System.nanoTime();
  }

  @Override
  public synchronized boolean isConnected() {
    if (fault.isEmpty() && moving && System.nanoTime() - lastCommand > TIMEOUT_NANOS) {
      fault = refusal(Fault.STALE_COMMAND, "no command came");
    }
    return fault.isEmpty();
  }

  private void requireConnected() {
    if (!isConnected()) {
      throw fault.orElseThrow();
    }
  }

  @Override
  public synchronized JointState read() {
    requireConnected();
    JointVector zero = JointVector.zero(order);
    return new JointState(
        System.currentTimeMillis() * 1_000_000L,
        new JointVector(order, position),
        zero,
        zero,
        Optional.empty());
  }

  @Override
  public synchronized JointCommand send(JointCommand command) {
    double[] wanted = command.position().values(order);
    requireConnected();
    double dt = (System.nanoTime() - lastCommand) * NANOS;
    for (int i = 0; i < wanted.length; i++) {
      if (Double.isInfinite(wanted[i])) {
        fault = refusal(Fault.INVALID_COMMAND, "a target is infinite");
        throw fault.orElseThrow();
      }
      Actuator motor = robot.actuators().get(i);
      double step = motor.velocityLimit() * dt;
      double near = Math.max(position[i] - step, Math.min(position[i] + step, wanted[i]));
      Joint joint = jointOf(motor);
      wanted[i] = Math.max(joint.lower(), Math.min(joint.upper(), near));
    }
    System.arraycopy(wanted, 0, position, 0, wanted.length);
    lastCommand = System.nanoTime();
    moving = true;
    return new JointCommand(new JointVector(order, position));
  }

  private Joint jointOf(Actuator motor) {
    return robot.joints().stream()
        .filter(joint -> joint.name().equals(motor.joint()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public synchronized void stop() {
    if (fault.isEmpty()) {
      fault = refusal(Fault.STOPPED, "stopped");
    }
  }

  @Override
  public synchronized void close() {
    fault = refusal(Fault.NOT_CONNECTED, "closed");
  }
}
