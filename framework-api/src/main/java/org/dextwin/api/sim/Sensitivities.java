package org.dextwin.api.sim;

import java.util.List;
import org.dextwin.api.math.DimensionMismatchException;

/**
 * A trajectory and its derivatives with respect to a few parameters.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class Sensitivities {

  private final Trajectory trajectory;
  private final List<String> parameters;
  private final double[] dq;
  private final double[] dv;

  /**
   * Takes over the derivatives without copying; the caller no longer touches the arrays.
   *
   * @param trajectory the rollout
   * @param parameters names of the parameters
   * @param dq derivatives of the configurations, row-major, shape (samples, parameters, nv)
   * @param dv derivatives of the velocities, row-major, shape (samples, parameters, nv)
   * @throws DimensionMismatchException if a length differs
   */
  public Sensitivities(Trajectory trajectory, List<String> parameters, double[] dq, double[] dv) {
    int length = trajectory.samples() * parameters.size() * trajectory.layout().space().nv();
    if (dq.length != length || dv.length != length) {
      throw new DimensionMismatchException("sensitivities", length, dq.length);
    }
    this.trajectory = trajectory;
    this.parameters = List.copyOf(parameters);
    this.dq = dq;
    this.dv = dv;
  }

  /**
   * Returns the rollout.
   *
   * @return the trajectory
   */
  public Trajectory trajectory() {
    return trajectory;
  }

  /**
   * Returns the parameters.
   *
   * @return their names, in the order of the derivatives
   */
  public List<String> parameters() {
    return parameters;
  }

  /**
   * Returns a derivative of a configuration.
   *
   * @param sample index of the state
   * @param parameter index of the parameter
   * @param index index in the tangent
   * @return the derivative, per unit of the parameter
   */
  public double position(int sample, int parameter, int index) {
    return dq[at(sample, parameter, index)];
  }

  /**
   * Returns a derivative of a velocity.
   *
   * @param sample index of the state
   * @param parameter index of the parameter
   * @param index index in v
   * @return the derivative, per unit of the parameter
   */
  public double velocity(int sample, int parameter, int index) {
    return dv[at(sample, parameter, index)];
  }

  private int at(int sample, int parameter, int index) {
    return (sample * parameters.size() + parameter) * trajectory.layout().space().nv() + index;
  }
}
