package org.dextwin.sim.mujoco.internal.layout;

/**
 * A version of MuJoCo, as {@code mj_version()} numbers it: 100 major + 10 minor + patch up to
 * 3.4.0, and 1000000 major + 1000 minor + patch from 3.5.0 on.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param number what {@code mj_version()} returns
 */
public record EngineVersion(int number) implements Comparable<EngineVersion> {

  private static final int FIRST_LONG_NUMBER = 1_000_000;

  /**
   * Returns the first part.
   *
   * @return 3 of 3.1.6
   */
  public int major() {
    return isLong() ? number / FIRST_LONG_NUMBER : number / 100;
  }

  /**
   * Returns the second part.
   *
   * @return 1 of 3.1.6
   */
  public int minor() {
    return isLong() ? number / 1000 % 1000 : number / 10 % 10;
  }

  /**
   * Returns the third part.
   *
   * @return 6 of 3.1.6
   */
  public int patch() {
    return isLong() ? number % 1000 : number % 10;
  }

  private boolean isLong() {
    return number >= FIRST_LONG_NUMBER;
  }

  @Override
  public int compareTo(EngineVersion other) {
    return Integer.compare(number, other.number); // long numbers are the later ones
  }

  @Override
  public String toString() {
    return major() + "." + minor() + "." + patch();
  }
}
