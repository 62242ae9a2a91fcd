package org.dextwin.api.math;

/**
 * A vector of three real numbers: a position [m], a velocity, a force. The frame it is expressed in
 * is part of the name of the variable that holds it.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param x first coordinate
 * @param y second coordinate
 * @param z third coordinate
 */
public record Vec3(double x, double y, double z) {

  /** The zero vector. */
  public static final Vec3 ZERO = new Vec3(0, 0, 0);

  /** The unit vector along the first axis. */
  public static final Vec3 X = new Vec3(1, 0, 0);

  /** The unit vector along the second axis. */
  public static final Vec3 Y = new Vec3(0, 1, 0);

  /** The unit vector along the third axis. */
  public static final Vec3 Z = new Vec3(0, 0, 1);

  /**
   * Checks that no coordinate is NaN.
   *
   * @param x first coordinate
   * @param y second coordinate
   * @param z third coordinate
   * @throws IllegalArgumentException if a coordinate is NaN
   */
  public Vec3 {
    if (Double.isNaN(x) || Double.isNaN(y) || Double.isNaN(z)) {
      throw new IllegalArgumentException("vector has a NaN coordinate: " + x + ", " + y + ", " + z);
    }
  }

  /**
   * Reads three consecutive numbers of an array.
   *
   * @param values the array
   * @param offset index of the first coordinate
   * @return the vector
   */
  public static Vec3 of(double[] values, int offset) {
    return new Vec3(values[offset], values[offset + 1], values[offset + 2]);
  }

  /**
   * Writes the three coordinates into an array.
   *
   * @param values the array; three entries are overwritten
   * @param offset index of the first coordinate
   */
  public void copyTo(double[] values, int offset) {
    values[offset] = x;
    values[offset + 1] = y;
    values[offset + 2] = z;
  }

  /**
   * Returns the sum of this vector and another.
   *
   * @param other the vector to add
   * @return this + other
   */
  public Vec3 plus(Vec3 other) {
    return new Vec3(x + other.x, y + other.y, z + other.z);
  }

  /**
   * Returns the difference of this vector and another.
   *
   * @param other the vector to subtract
   * @return this - other
   */
  public Vec3 minus(Vec3 other) {
    return new Vec3(x - other.x, y - other.y, z - other.z);
  }

  /**
   * Returns this vector scaled by a number.
   *
   * @param factor the number
   * @return factor * this
   */
  public Vec3 times(double factor) {
    return new Vec3(factor * x, factor * y, factor * z);
  }

  /**
   * Returns the opposite vector.
   *
   * @return -this
   */
  public Vec3 negated() {
    return new Vec3(-x, -y, -z);
  }

  /**
   * Returns the scalar product.
   *
   * @param other the other factor
   * @return this . other
   */
  public double dot(Vec3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  /**
   * Returns the vector product.
   *
   * @param other the right factor
   * @return this x other
   */
  public Vec3 cross(Vec3 other) {
    return new Vec3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  /**
   * Returns the Euclidean length.
   *
   * @return |this|
   */
  public double norm() {
    return Math.sqrt(dot(this));
  }

  /**
   * Returns the vector of length one in this direction.
   *
   * @return this / |this|
   * @throws ArithmeticException if this vector is zero
   */
  public Vec3 normalized() {
    double norm = norm();
    if (!(norm > 0)) {
      throw new ArithmeticException("the zero vector has no direction");
    }
    return times(1 / norm);
  }

  /**
   * Returns the distance between two points.
   *
   * @param other the other point
   * @return |this - other|
   */
  public double distanceTo(Vec3 other) {
    return minus(other).norm();
  }
}
