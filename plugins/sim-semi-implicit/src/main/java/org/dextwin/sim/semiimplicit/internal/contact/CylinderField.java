package org.dextwin.sim.semiimplicit.internal.contact;

import java.util.Arrays;

/**
 * A cylinder about z, round the origin: the distance in the plane through the axis, of (r, |z|)
 * from the rectangle radius by half length.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param radius radius [m]
 * @param halfLength half the length [m]
 */
record CylinderField(double radius, double halfLength) implements DistanceField {

  @Override
  public double distance(double[] y, double reach) {
    return distance(y);
  }

  private double distance(double[] y) {
    double side = Math.sqrt(y[0] * y[0] + y[1] * y[1]) - radius;
    double cap = Math.abs(y[2]) - halfLength;
    return side > 0 && cap > 0 ? Math.sqrt(side * side + cap * cap) : Math.max(side, cap);
  }

  @Override
  public double gradient(double[] y, double reach, double[] g, int ig) {
    double r = Math.sqrt(y[0] * y[0] + y[1] * y[1]);
    double side = r - radius;
    double cap = Math.abs(y[2]) - halfLength;
    double distance = distance(y);
    boolean rim = side > 0 && cap > 0;
    double radial = rim ? side / distance : side >= cap ? 1 : 0;
    double axial = rim ? cap / distance : side >= cap ? 0 : 1;
    g[ig] = r == 0 ? radial : radial * y[0] / r;
    g[ig + 1] = r == 0 ? 0 : radial * y[1] / r;
    g[ig + 2] = Math.copySign(axial, y[2]);
    return distance;
  }

  @Override
  public void hessian(double[] y, double reach, double[] in, double[] out) {
    Arrays.fill(out, 0);
    double r = Math.sqrt(y[0] * y[0] + y[1] * y[1]);
    double side = r - radius;
    double cap = Math.abs(y[2]) - halfLength;
    boolean rim = side > 0 && cap > 0;
    if (r == 0 || (!rim && cap > side)) {
      return;
    }
    double distance = distance(y);
    double radial = rim ? side / distance : 1;
    double x = y[0] / r;
    double z = y[1] / r;
    // along the circle the radial slope turns at the rate 1 / r
    double round = (-z * in[0] + x * in[1]) * radial / r;
    out[0] = -z * round;
    out[1] = x * round;
    if (rim) {
      // across the rim the gradient turns at the rate 1 / distance
      double axial = Math.copySign(cap / distance, y[2]);
      double across = (-axial * (x * in[0] + z * in[1]) + radial * in[2]) / distance;
      out[0] -= axial * across * x;
      out[1] -= axial * across * z;
      out[2] = radial * across;
    }
  }
}
