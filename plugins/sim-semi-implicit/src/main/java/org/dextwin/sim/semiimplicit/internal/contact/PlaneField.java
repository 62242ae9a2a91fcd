package org.dextwin.sim.semiimplicit.internal.contact;

import java.util.Arrays;

/**
 * The half space z &lt;= 0.
 *
 * <p><i>Thread safety</i>: immutable.
 */
record PlaneField() implements DistanceField {

  @Override
  public double distance(double[] y, double reach) {
    return y[2];
  }

  @Override
  public double gradient(double[] y, double reach, double[] g, int ig) {
    g[ig] = 0;
    g[ig + 1] = 0;
    g[ig + 2] = 1;
    return y[2];
  }

  @Override
  public void hessian(double[] y, double reach, double[] in, double[] out) {
    Arrays.fill(out, 0);
  }

  @Override
  public boolean isFlat() {
    return true;
  }
}
