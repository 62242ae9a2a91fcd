package org.dextwin.sim.semiimplicit.internal.contact;

/**
 * The signed distance phi of a shape, in the shape's frame: positive outside. It changes by no more
 * than the way that its point goes (it is 1-Lipschitz), which is what broad phases rest on.
 *
 * <p><i>Thread safety</i>: confined.
 */
interface DistanceField {

  /**
   * Returns the distance of a point.
   *
   * @param y the point, shape (3)
   * @param reach beyond this distance infinity may be returned [m]
   * @return phi [m]
   */
  double distance(double[] y, double reach);

  /**
   * Returns the distance and its gradient.
   *
   * @param y the point, shape (3)
   * @param reach beyond this distance infinity may be returned [m]
   * @param g unit gradient; three numbers are overwritten
   * @param ig its index
   * @return phi [m]
   */
  double gradient(double[] y, double reach, double[] g, int ig);

  /**
   * Multiplies the Hessian of the distance by a vector. Fields may keep what they found in the last
   * call of {@link #gradient}; this is called for the same point.
   *
   * @param y the point, shape (3)
   * @param reach as in {@link #gradient}
   * @param in the vector, shape (3)
   * @param out the product, shape (3); overwritten; does not alias in
   */
  void hessian(double[] y, double reach, double[] in, double[] out);

  /**
   * Says whether the Hessian is zero everywhere.
   *
   * @return whether the gradient is the same at all points
   */
  default boolean isFlat() {
    return false;
  }
}
