package org.dextwin.api.sim;

import java.util.List;

/**
 * The physical parameters of a simulation.
 *
 * <p><i>Thread safety</i>: confined.
 */
public interface Parameters {

  /**
   * Returns all parameters.
   *
   * @return the parameters, in a fixed order
   */
  List<Parameter> all();

  /**
   * Reads a parameter.
   *
   * @param name its name (see {@link Parameter#name()})
   * @return its value
   * @throws IllegalArgumentException if there is none of that name
   */
  double get(String name);

  /**
   * Sets a parameter from now on.
   *
   * @param name its name
   * @param value the value
   * @throws IllegalArgumentException if there is none of that name, or the value is out of range
   */
  void set(String name, double value);
}
