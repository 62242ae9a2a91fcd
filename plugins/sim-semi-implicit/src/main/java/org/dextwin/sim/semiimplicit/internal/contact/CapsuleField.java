package org.dextwin.sim.semiimplicit.internal.contact;

import java.util.Arrays;

/**
 * A capsule about z, or a ball if its half length is zero: the distance from its axis, less the
 * radius.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param radius radius [m]
 * @param halfLength half the length of the axis [m]
 */
record CapsuleField(double radius, double halfLength) implements DistanceField {

  @Override
  public double distance(double[] y, double reach) {
    return axisDistance(y) - radius;
  }

  private double axisDistance(double[] y) {
    double z = beyond(y);
    return Math.sqrt(y[0] * y[0] + y[1] * y[1] + z * z);
  }

  /** Height above the nearest point of the axis. */
  private double beyond(double[] y) {
    return y[2] - Math.max(-halfLength, Math.min(halfLength, y[2]));
  }

  @Override
  public double gradient(double[] y, double reach, double[] g, int ig) {
    double distance = axisDistance(y);
    if (distance == 0) {
      // on the axis every direction leads out
      g[ig] = 1;
      g[ig + 1] = 0;
      g[ig + 2] = 0;
      return -radius;
    }
    g[ig] = y[0] / distance;
    g[ig + 1] = y[1] / distance;
    g[ig + 2] = beyond(y) / distance;
    return distance - radius;
  }

  @Override
  public void hessian(double[] y, double reach, double[] in, double[] out) {
    double distance = axisDistance(y);
    Arrays.fill(out, 0);
    if (distance == 0) {
      return;
    }
    // (P - g g^T) / distance, where P drops the axis beside the cylinder
    double gx = y[0] / distance;
    double gy = y[1] / distance;
    double z = beyond(y);
    double gz = z / distance;
    double along = gx * in[0] + gy * in[1] + gz * in[2];
    out[0] = (in[0] - gx * along) / distance;
    out[1] = (in[1] - gy * along) / distance;
    boolean beside = Math.abs(y[2]) < halfLength;
    out[2] = beside ? 0 : (in[2] - gz * along) / distance;
  }
}
