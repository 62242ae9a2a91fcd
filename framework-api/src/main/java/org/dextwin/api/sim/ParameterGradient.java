package org.dextwin.api.sim;

import java.util.Map;

/**
 * Derivatives of a scalar loss with respect to what a rollout started from.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class ParameterGradient {

  private final Map<String, Double> parameters;
  private final double[] initialPosition;
  private final double[] initialVelocity;
  private final double[] controls;

  /**
   * Copies the derivatives.
   *
   * @param parameters derivative by parameter name, per unit of the parameter
   * @param initialPosition with respect to the initial configuration, shape (nv)
   * @param initialVelocity with respect to the initial velocity, shape (nv)
   * @param controls with respect to the actuator targets, row-major, shape (steps, actuators)
   */
  public ParameterGradient(
      Map<String, Double> parameters,
      double[] initialPosition,
      double[] initialVelocity,
      double[] controls) {
    this.parameters = Map.copyOf(parameters);
    this.initialPosition = initialPosition.clone();
    this.initialVelocity = initialVelocity.clone();
    this.controls = controls.clone();
  }

  /**
   * Returns the derivative with respect to one parameter.
   *
   * @param name its name
   * @return the derivative, per unit of the parameter
   * @throws IllegalArgumentException if there is no such parameter
   */
  public double parameter(String name) {
    Double value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "no parameter '"
              + name
              + "'; there are "
              + parameters.keySet().stream().sorted().toList());
    }
    return value;
  }

  /**
   * Returns the derivatives by name.
   *
   * @return an immutable map
   */
  public Map<String, Double> parameters() {
    return parameters;
  }

  /**
   * Returns the derivative with respect to the initial configuration.
   *
   * @return a copy, shape (nv)
   */
  public double[] initialPosition() {
    return initialPosition.clone();
  }

  /**
   * Returns the derivative with respect to the initial velocity.
   *
   * @return a copy, shape (nv)
   */
  public double[] initialVelocity() {
    return initialVelocity.clone();
  }

  /**
   * Returns the derivative with respect to the actuator targets.
   *
   * @return a copy, row-major, shape (steps, actuators)
   */
  public double[] controls() {
    return controls.clone();
  }
}
