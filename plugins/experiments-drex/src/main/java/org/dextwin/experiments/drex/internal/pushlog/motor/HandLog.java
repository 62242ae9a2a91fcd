package org.dextwin.experiments.drex.internal.pushlog.motor;

import java.util.List;
import java.util.OptionalDouble;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointOrderException;
import org.dextwin.api.robot.JointLog;

/**
 * The joint log of one push, prepared: its moving joints are found, filtered, and the weight of
 * their fingers is known.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class HandLog {

  private final Readings readings;
  private final List<MovingJoint> joints;

  private HandLog(Readings readings, List<MovingJoint> joints) {
    this.readings = readings;
    this.joints = joints;
  }

  /**
   * Prepares a log.
   *
   * @param log the readings, in the order of the hand's motors
   * @param hand the hand, with nominal link masses
   * @param down direction of gravity in the frame of the palm
   * @return the prepared log
   * @throws JointOrderException if the log is in another order
   */
  public static HandLog of(JointLog log, HandModel hand, Vec3 down) {
    FingerModel fingers = new FingerModel(hand, down);
    if (!log.order().equals(fingers.motors())) {
      throw new JointOrderException("read a joint log", fingers.motors(), log.order());
    }
    Readings readings = Readings.of(log);
    return new HandLog(readings, MovingJoint.of(readings, fingers));
  }

  /**
   * Returns when the hand starts to move.
   *
   * @return time [s since the epoch]; empty if no joint leaves its place
   */
  public OptionalDouble onset() {
    return readings.onset();
  }

  /**
   * Returns the joints that move far and fast enough to take part in a push.
   *
   * @return their names, in the order of the motors
   */
  public List<String> movingJoints() {
    return joints.stream().map(MovingJoint::name).toList();
  }

  /**
   * Calibrates the motors by the free motion in this log. There must be a moving joint.
   *
   * @param objectOnset when the object starts to move [s since the epoch]
   * @param objectEnd when it rests again [s since the epoch]
   * @param stopping when the regression ends
   * @return the calibration
   */
  public MotorCalibration calibrate(double objectOnset, double objectEnd, Stopping stopping) {
    return new MotorCalibration(FreeMotion.fit(joints, objectOnset, objectEnd, stopping));
  }
}
