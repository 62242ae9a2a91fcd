package org.dextwin.mechanics.array;

import java.util.Arrays;
import org.dextwin.api.spi.InvalidInputException;

/**
 * An array of numbers as a file holds it, row-major. Missing numbers are NaN.
 *
 * <p><i>Thread safety</i>: immutable, as long as nobody writes to the arrays.
 */
public final class NumberArray {

  private final String place;
  private final int[] shape;
  private final double[] values;

  /**
   * Takes over an array without copying.
   *
   * @param place where it comes from, for messages: file and entry
   * @param shape lengths of the axes; none for a single number
   * @param values the numbers, row-major
   * @throws IllegalArgumentException if there are more or fewer than the shape says
   */
  public NumberArray(String place, int[] shape, double[] values) {
    long count = 1;
    for (int length : shape) {
      count *= length;
    }
    if (count != values.length) {
      throw new IllegalArgumentException(
          place + ": " + values.length + " numbers do not fill " + Arrays.toString(shape));
    }
    this.place = place;
    this.shape = shape;
    this.values = values;
  }

  /**
   * Returns where the array comes from.
   *
   * @return file and entry
   */
  public String place() {
    return place;
  }

  /**
   * Returns the number of axes.
   *
   * @return 0 for a single number
   */
  public int axes() {
    return shape.length;
  }

  /**
   * Returns the length of an axis.
   *
   * @param axis the axis, from 0
   * @return its length
   */
  public int length(int axis) {
    return shape[axis];
  }

  /**
   * Returns how many numbers there are.
   *
   * @return the product of all lengths
   */
  public int size() {
    return values.length;
  }

  /**
   * Returns a number.
   *
   * @param index its place in the row-major order
   * @return the number, or NaN
   */
  public double get(int index) {
    return values[index];
  }

  /**
   * Returns the shape in words.
   *
   * @return such as {@code (90, 21, 3)}
   */
  public String shape() {
    return Arrays.toString(shape).replace('[', '(').replace(']', ')');
  }

  /**
   * Says that something about this array is wrong.
   *
   * @param problem what was found, what was expected, and the remedy
   * @return an exception to throw
   */
  public InvalidInputException problem(String problem) {
    return new InvalidInputException(place + ": " + problem);
  }
}
