package org.dextwin.mechanics.kinematics;

/**
 * One row of a Denavit-Hartenberg table.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param a distance along x [m]
 * @param alpha twist about x [rad]
 * @param d distance along z [m]
 * @param theta what the joint's angle is counted from, about z [rad]
 */
public record DhRow(double a, double alpha, double d, double theta) {

  /**
   * Makes a row whose joint angle is counted from zero.
   *
   * @param a distance along x [m]
   * @param alpha twist about x [rad]
   * @param d distance along z [m]
   */
  public DhRow(double a, double alpha, double d) {
    this(a, alpha, d, 0);
  }
}
