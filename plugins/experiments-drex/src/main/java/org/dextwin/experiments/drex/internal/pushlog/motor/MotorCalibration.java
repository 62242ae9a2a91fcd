package org.dextwin.experiments.drex.internal.pushlog.motor;

import java.util.ArrayList;
import java.util.List;

/**
 * What free motion tells of a hand's motors: the servo laws, the unit of the efforts, and the
 * effort that a joint needs when nothing is in its way.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class MotorCalibration {

  private final FreeMotion free;
  private final List<ServoLaw> servos;

  MotorCalibration(FreeMotion free) {
    this.free = free;
    List<ServoLaw> laws = new ArrayList<>();
    free.joints().forEach(joint -> ServoLaw.of(joint).ifPresent(laws::add));
    this.servos = List.copyOf(laws);
  }

  /**
   * Returns the unit of the efforts, as the weight of the fingers shows it.
   *
   * @return driver units per N m
   */
  public double torqueScale() {
    return free.scale();
  }

  /**
   * Returns the standard deviation of the unit of the efforts.
   *
   * @return driver units per N m
   */
  public double torqueScaleSigma() {
    return free.scaleSigma();
  }

  /**
   * Returns how uncertain the unit of the efforts is.
   *
   * @return standard deviation over value; infinite if the value is not positive
   */
  public double relativeScaleSigma() {
    return free.scale() > 0 ? free.scaleSigma() / free.scale() : Double.POSITIVE_INFINITY;
  }

  /**
   * Returns the servo laws that the log shows.
   *
   * @return one for each moving joint whose law was found
   */
  public List<ServoLaw> servoLaws() {
    return servos;
  }

  /**
   * Returns friction and inertia of the moving joints.
   *
   * @return one for each, in the order of the motors
   */
  public List<Load> loads() {
    return free.joints().stream()
        .map(joint -> new Load(joint.name(), free.friction(joint), free.inertia(joint)))
        .toList();
  }

  /**
   * Returns how the regression converged.
   *
   * @return its cost, falling, the start first
   */
  public List<Double> costs() {
    return free.costs();
  }

  /**
   * Integrates the work of the fingers on the object.
   *
   * @param until when to stop [s since the epoch]
   * @return the work, with the contacts that do it
   */
  public ContactWork workUntil(double until) {
    return ContactWork.of(free, until);
  }

  /**
   * Returns, for plots, the efforts of a joint beside those of free motion.
   *
   * @param joint name of a moving joint
   * @return the curves
   */
  public EffortCurve curve(String joint) {
    MovingJoint moving =
        free.joints().stream()
            .filter(candidate -> candidate.name().equals(joint))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("joint '" + joint + "' rests"));
    int length = moving.last() - moving.first();
    double[] times = new double[length];
    double[] effort = new double[length];
    double[] model = new double[length];
    for (int k = 0; k < length; k++) {
      times[k] = moving.times()[moving.first() + k];
      effort[k] = moving.effort()[moving.first() + k];
      model[k] = free.effort(moving, moving.first() + k);
    }
    return new EffortCurve(new TimeCurve(times, effort), new TimeCurve(times, model));
  }

  /**
   * Friction and inertia of a joint.
   *
   * @param joint name of the joint
   * @param friction dry friction along its motion [driver units]
   * @param inertia effort per acceleration [driver units s^2]
   */
  public record Load(String joint, double friction, double inertia) {}

  /**
   * Effort of a joint over the time in which it moves.
   *
   * @param effort smoothed commands [driver units]
   * @param free efforts of the same motion without contact [driver units]
   */
  public record EffortCurve(TimeCurve effort, TimeCurve free) {}
}
