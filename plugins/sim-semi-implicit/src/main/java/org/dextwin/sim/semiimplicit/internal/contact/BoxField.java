package org.dextwin.sim.semiimplicit.internal.contact;

import java.util.Arrays;

/**
 * A box round the origin.
 *
 * <p><i>Thread safety</i>: immutable.
 */
final class BoxField implements DistanceField {

  private final double[] half;

  BoxField(double halfX, double halfY, double halfZ) {
    this.half = new double[] {halfX, halfY, halfZ};
  }

  @Override
  public double distance(double[] y, double reach) {
    double outside = outsideDistance(y);
    return outside > 0 ? outside : insideDistance(y);
  }

  private double outsideDistance(double[] y) {
    double squared = 0;
    for (int k = 0; k < 3; k++) {
      double beyond = Math.abs(y[k]) - half[k];
      squared += beyond > 0 ? beyond * beyond : 0;
    }
    return Math.sqrt(squared);
  }

  private double insideDistance(double[] y) {
    return Math.max(
        Math.abs(y[0]) - half[0], Math.max(Math.abs(y[1]) - half[1], Math.abs(y[2]) - half[2]));
  }

  @Override
  public double gradient(double[] y, double reach, double[] g, int ig) {
    double outside = outsideDistance(y);
    if (outside > 0) {
      for (int k = 0; k < 3; k++) {
        double beyond = Math.abs(y[k]) - half[k];
        g[ig + k] = beyond > 0 ? Math.copySign(beyond, y[k]) / outside : 0;
      }
      return outside;
    }
    double inside = insideDistance(y);
    boolean found = false;
    for (int k = 0; k < 3; k++) {
      boolean nearest = !found && Math.abs(y[k]) - half[k] == inside;
      g[ig + k] = nearest ? Math.copySign(1, y[k]) : 0;
      found |= nearest;
    }
    return inside;
  }

  @Override
  public void hessian(double[] y, double reach, double[] in, double[] out) {
    Arrays.fill(out, 0);
    double outside = outsideDistance(y);
    if (outside == 0) {
      return;
    }
    // (P - g g^T) / distance, where P keeps the axes along which the point lies beyond the box
    double along = 0;
    for (int k = 0; k < 3; k++) {
      double beyond = Math.abs(y[k]) - half[k];
      along += beyond > 0 ? Math.copySign(beyond, y[k]) / outside * in[k] : 0;
    }
    for (int k = 0; k < 3; k++) {
      double beyond = Math.abs(y[k]) - half[k];
      if (beyond > 0) {
        out[k] = (in[k] - Math.copySign(beyond, y[k]) / outside * along) / outside;
      }
    }
  }
}
