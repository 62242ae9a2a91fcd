package org.dextwin.sim.semiimplicit.internal.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.Parameters;

/**
 * The parameters theta of a world as a flat vector, with a direction for forward sensitivities and
 * a cotangent for the adjoint. What belongs to a parameter keeps its index.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class ParameterVector implements Parameters {

  private final List<Parameter> parameters = new ArrayList<>();
  private final Map<String, Integer> indices = new HashMap<>();
  private double[] values = new double[0];
  private double[] direction = new double[0];
  private double[] cotangent = new double[0];
  private int revision;

  /**
   * Adds a parameter.
   *
   * @param parameter what it is
   * @param value its value
   * @return its index
   */
  public int add(Parameter parameter, double value) {
    int index = parameters.size();
    if (indices.putIfAbsent(parameter.name(), index) != null) {
      throw new IllegalArgumentException("two parameters are named '" + parameter.name() + "'");
    }
    parameters.add(parameter);
    values = Arrays.copyOf(values, index + 1);
    direction = new double[index + 1];
    cotangent = new double[index + 1];
    values[index] = value;
    revision++;
    return index;
  }

  /**
   * Returns a number that changes whenever a value does.
   *
   * @return the revision
   */
  public int revision() {
    return revision;
  }

  /**
   * Returns a value.
   *
   * @param index index of the parameter
   * @return its value
   */
  public double value(int index) {
    return values[index];
  }

  /**
   * Returns the component of the direction of forward sensitivities.
   *
   * @param index index of the parameter
   * @return the component
   */
  public double direction(int index) {
    return direction[index];
  }

  /**
   * Makes one parameter the direction of forward sensitivities.
   *
   * @param index its index
   */
  public void setDirection(int index) {
    Arrays.fill(direction, 0);
    direction[index] = 1;
  }

  /**
   * Adds to a cotangent.
   *
   * @param index index of the parameter
   * @param bar what to add
   */
  public void addCotangent(int index, double bar) {
    cotangent[index] += bar;
  }

  /** Sets all cotangents to zero. */
  public void clearCotangents() {
    Arrays.fill(cotangent, 0);
  }

  /**
   * Returns the cotangents by name.
   *
   * @return a copy
   */
  public Map<String, Double> cotangents() {
    Map<String, Double> byName = new HashMap<>();
    indices.forEach((name, index) -> byName.put(name, cotangent[index]));
    return byName;
  }

  @Override
  public List<Parameter> all() {
    return Collections.unmodifiableList(parameters);
  }

  @Override
  public double get(String name) {
    return values[indexOf(name)];
  }

  @Override
  public void set(String name, double value) {
    int index = indexOf(name);
    Parameter parameter = parameters.get(index);
    if (!(value >= parameter.lower() && value <= parameter.upper())) {
      throw new IllegalArgumentException(
          "parameter '"
              + name
              + "' cannot be "
              + value
              + "; it must lie between "
              + parameter.lower()
              + " and "
              + parameter.upper()
              + " "
              + parameter.kind().unit());
    }
    values[index] = value;
    revision++;
  }

  /**
   * Returns the index of a parameter.
   *
   * @param name its name
   * @return its index
   * @throws IllegalArgumentException if there is none of that name
   */
  public int indexOf(String name) {
    Integer index = indices.get(name);
    if (index == null) {
      throw new IllegalArgumentException(
          "no parameter '" + name + "'; there are " + indices.keySet().stream().sorted().toList());
    }
    return index;
  }
}
