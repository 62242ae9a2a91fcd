package org.dextwin.learning.training;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Random orders that depend on a seed and a number alone, so that any epoch can be repeated. */
public final class Shuffle {

  private Shuffle() {}

  /**
   * Returns the numbers 0 to size - 1 in random order.
   *
   * @param size how many
   * @param seed seed
   * @param number number of the order
   * @return a permutation
   */
  public static int[] permutation(int size, long seed, long number) {
    SplittableRandom random = new SplittableRandom(Seeds.derive(seed, number));
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  /**
   * Sets part of the samples aside.
   *
   * @param size number of samples
   * @param fraction part for validation; at least one sample stays for training
   * @param seed seed
   * @return the numbers for training and those for validation
   */
  public static Split split(int size, double fraction, long seed) {
    int[] order = permutation(size, seed, -1);
    int validation = (int) Math.min(size - 1L, Math.round(fraction * size));
    return new Split(
        Arrays.copyOfRange(order, validation, size), Arrays.copyOfRange(order, 0, validation));
  }

  /**
   * Two parts of the samples.
   *
   * @param training numbers of the samples to train with
   * @param validation numbers of the samples to validate with
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Split(int[] training, int[] validation) {}
}
