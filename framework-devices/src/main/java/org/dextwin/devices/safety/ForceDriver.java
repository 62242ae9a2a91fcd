package org.dextwin.devices.safety;

import java.util.Optional;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.FingertipForceDriver;
import org.dextwin.api.robot.HandDriver;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointState;
import org.jspecify.annotations.Nullable;

/**
 * A hand's driver, behind its envelope, that also takes forces of fingertips. They become limits of
 * the joints' efforts, for where the joints were when they were last read.
 *
 * <p><i>Thread safety</i>: confined, except {@link #stop}.
 */
public final class ForceDriver implements FingertipForceDriver {

  private final HandDriver driver;
  private final FingertipTorques torques;
  private @Nullable JointState last;

  /**
   * Adds forces to a driver.
   *
   * @param driver the driver, behind its envelope; closed with this one
   * @param torques what forces ask of the motors
   */
  public ForceDriver(HandDriver driver, FingertipTorques torques) {
    this.driver = driver;
    this.torques = torques;
  }

  @Override
  public JointCommand send(JointVector position, double[] forces) {
    JointState now = last == null ? read() : last;
    double[] limits = torques.newtonMetres(forces, now.position().values(order()));
    return driver.send(new JointCommand(position, Optional.of(new JointVector(order(), limits))));
  }

  @Override
  public JointCommand send(JointCommand command) {
    return driver.send(command);
  }

  @Override
  public JointState read() {
    JointState state = driver.read();
    last = state;
    return state;
  }

  @Override
  public void connect() {
    last = null;
    driver.connect();
  }

  @Override
  public JointOrder order() {
    return driver.order();
  }

  @Override
  public boolean isConnected() {
    return driver.isConnected();
  }

  @Override
  public void stop() {
    driver.stop();
  }

  @Override
  public void close() {
    driver.close();
  }
}
