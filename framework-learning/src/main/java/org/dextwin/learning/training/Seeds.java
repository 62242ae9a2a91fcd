package org.dextwin.learning.training;

/**
 * Derives seeds from seeds.
 *
 * <p><i>References</i>: Steele, Lea and Flood, Fast splittable pseudorandom number generators,
 * OOPSLA 2014, Fig. 16 (mix64).
 */
public final class Seeds {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private Seeds() {}

  /**
   * Returns a seed that depends on both numbers in all bits.
   *
   * @param seed a seed
   * @param number number of the derived seed
   * @return the seed
   */
  public static long derive(long seed, long number) {
    return mix(mix(seed) + GOLDEN * (number + 1));
  }

  private static long mix(long value) {
    long z = value + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
