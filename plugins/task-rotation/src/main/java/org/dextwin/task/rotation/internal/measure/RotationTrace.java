package org.dextwin.task.rotation.internal.measure;

import java.util.Map;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.learning.rotation.RotationMeasures;

/**
 * Measures a turning object from its poses, one per step. Velocities are those that lead from one
 * pose to the next; angles add up over them, so that they do not wrap.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * <p><i>References</i>: DexNDM, section 4.1 and C.
 */
public final class RotationTrace {

  private final Vec3 axis;
  private final double period;
  private final int longest;
  private final Vec3 axisInObject;
  private final Vec3 start;
  private Pose pose;
  private Vec3 angular = Vec3.ZERO;
  private Vec3 linear = Vec3.ZERO;
  private int steps;
  private double angle;
  private double farthest;
  private double speeds;
  private double offAxis;

  /**
   * Begins a trace.
   *
   * @param axis unit axis k, in the world
   * @param period time from step to step [s]
   * @param longest steps of an episode without a fall
   * @param start pose of the object at the beginning
   */
  public RotationTrace(Vec3 axis, double period, int longest, Pose start) {
    this.axis = axis;
    this.period = period;
    this.longest = longest;
    this.pose = start;
    this.start = start.position();
    this.axisInObject = start.rotation().inverse().rotate(axis);
  }

  /**
   * Adds a step.
   *
   * @param next pose of the object after it
   */
  public void add(Pose next) {
    Quat turn = next.rotation().times(pose.rotation().inverse());
    angular = turn.log().times(1 / period);
    linear = next.position().minus(pose.position()).times(1 / period);
    pose = next;
    steps++;
    angle += speed() * period;
    farthest = Math.max(farthest, angle);
    speeds += speed();
    Vec3 across = angular.cross(axis);
    offAxis += Math.abs(across.x()) + Math.abs(across.y()) + Math.abs(across.z());
  }

  /** Returns the steps that were added. */
  public int steps() {
    return steps;
  }

  /** Returns the angular velocity during the last step, in the world [rad/s]. */
  public Vec3 angular() {
    return angular;
  }

  /** Returns the velocity during the last step, in the world [m/s]. */
  public Vec3 linear() {
    return linear;
  }

  /** Returns omega . k during the last step [rad/s]. */
  public double speed() {
    return angular.dot(axis);
  }

  /** Returns how far the object is from where it was at the beginning [m]. */
  public double drift() {
    return pose.position().distanceTo(start);
  }

  /**
   * Writes down what was measured.
   *
   * @param measures where to
   */
  public void report(Map<String, Double> measures) {
    measures.put(RotationMeasures.SPEED, speed());
    double aligned = pose.rotation().rotate(axisInObject).dot(axis);
    measures.put(RotationMeasures.TILT, Math.acos(Math.max(-1, Math.min(1, aligned))));
    measures.put(RotationMeasures.DRIFT, drift());
    measures.put(RotationMeasures.TTF, Math.min(1, (double) steps / longest));
    measures.put(RotationMeasures.ROTR, speeds);
    measures.put(RotationMeasures.ROTP, steps == 0 ? 0 : offAxis / steps);
    measures.put(RotationMeasures.ROT, angle);
    measures.put(RotationMeasures.SURVIVAL_ANGLE, farthest);
  }
}
