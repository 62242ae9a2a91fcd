package org.dextwin.sim.mujoco.internal.layout;

import java.util.Map;
import java.util.Optional;

/**
 * The structs and constants of one version of MuJoCo. Fields are named {@code struct.field}, such
 * as {@code mjData.qpos}; structs and constants by their names in C.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class Layout {

  private final EngineVersion version;
  private final Map<String, Field> fields;
  private final Map<String, Integer> numbers;

  /**
   * Copies a table.
   *
   * @param version the version it describes
   * @param fields places of fields
   * @param numbers sizes of structs and values of constants
   */
  public Layout(EngineVersion version, Map<String, Field> fields, Map<String, Integer> numbers) {
    this.version = version;
    this.fields = Map.copyOf(fields);
    this.numbers = Map.copyOf(numbers);
  }

  /**
   * Returns the version this layout describes.
   *
   * @return the version
   */
  public EngineVersion version() {
    return version;
  }

  /**
   * Returns a field that every version has.
   *
   * @param name its name
   * @return its place
   * @throws IllegalArgumentException if this version lacks it
   */
  public Field field(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("MuJoCo " + version + " has no " + name));
  }

  /**
   * Returns a field that some versions lack.
   *
   * @param name its name
   * @return its place, if this version has it
   */
  public Optional<Field> find(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /**
   * Returns the size of a struct in bytes, or the value of a constant.
   *
   * @param name its name
   * @return the number
   * @throws IllegalArgumentException if this version lacks it
   */
  public int number(String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("MuJoCo " + version + " has no " + name);
    }
    return number;
  }

  /**
   * Says whether this version has a struct or constant.
   *
   * @param name its name
   * @return true if it has
   */
  public boolean has(String name) {
    return numbers.containsKey(name);
  }

  /**
   * Returns all fields, for comparisons.
   *
   * @return places by name
   */
  public Map<String, Field> fields() {
    return fields;
  }

  /**
   * Returns all sizes and constants, for comparisons.
   *
   * @return numbers by name
   */
  public Map<String, Integer> numbers() {
    return numbers;
  }
}
