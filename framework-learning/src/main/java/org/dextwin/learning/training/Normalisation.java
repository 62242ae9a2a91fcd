package org.dextwin.learning.training;

import java.util.Arrays;

/**
 * Shifts and scales numbers so that each has mean 0 and standard deviation 1 over the samples.
 *
 * <p><i>Thread safety</i>: immutable; do not write to the arrays.
 *
 * @param mean mean of each number
 * @param scale standard deviation of each number; 1 where it does not vary
 */
@SuppressWarnings("ArrayRecordComponent") // compared by equals below
public record Normalisation(float[] mean, float[] scale) {

  /** Below this part of its size, a number's variation is rounding. */
  private static final double NEGLIGIBLE = 1e-6;

  /**
   * Measures rows of numbers.
   *
   * @param rows number of rows
   * @param width numbers per row
   * @param values row-major, shape (rows, width)
   * @return the normalisation
   */
  public static Normalisation of(int rows, int width, float[] values) {
    float[] mean = new float[width];
    float[] scale = new float[width];
    for (int i = 0; i < width; i++) {
      double sum = 0;
      double largest = 0;
      for (int r = 0; r < rows; r++) {
        sum += values[r * width + i];
        largest = Math.max(largest, Math.abs(values[r * width + i]));
      }
      double average = sum / rows;
      double squares = 0;
      for (int r = 0; r < rows; r++) {
        double difference = values[r * width + i] - average;
        squares += difference * difference;
      }
      double deviation = Math.sqrt(squares / rows);
      mean[i] = (float) average;
      scale[i] = deviation > NEGLIGIBLE * largest ? (float) deviation : 1;
    }
    return new Normalisation(mean, scale);
  }

  /**
   * Returns a normalisation that changes nothing.
   *
   * @param width numbers per row
   * @return the normalisation
   */
  public static Normalisation none(int width) {
    float[] ones = new float[width];
    Arrays.fill(ones, 1);
    return new Normalisation(new float[width], ones);
  }

  /**
   * Normalises a row in place.
   *
   * @param values where it stands
   * @param at its first number
   */
  public void apply(float[] values, int at) {
    for (int i = 0; i < mean.length; i++) {
      values[at + i] = (values[at + i] - mean[i]) / scale[i];
    }
  }

  /**
   * Undoes {@link #apply}.
   *
   * @param values where the row stands
   * @param at its first number
   */
  public void undo(float[] values, int at) {
    for (int i = 0; i < mean.length; i++) {
      values[at + i] = values[at + i] * scale[i] + mean[i];
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Normalisation that
        && Arrays.equals(mean, that.mean)
        && Arrays.equals(scale, that.scale);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(mean) + Arrays.hashCode(scale);
  }

  @Override
  public String toString() {
    return "Normalisation[" + Arrays.toString(mean) + ", " + Arrays.toString(scale) + "]";
  }
}
