package org.dextwin.sim.semiimplicit.integration;

import java.util.Arrays;
import java.util.Random;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.DifferentiableAccelerationField;
import org.dextwin.api.sim.MotionState;

/**
 * A field without physical meaning that couples everything with everything: rotation, translation
 * and a joint. With x = (image of a body-fixed vector, position, joint, v), a = A sin(B x).
 */
final class ChargeField implements DifferentiableAccelerationField {

  private static final ConfigurationSpace SPACE = new ConfigurationSpace(1, 1);
  private static final double[] ARM = {0.3, -0.7, 0.5};

  private final int nv = SPACE.nv();
  private final int inputs = 3 + 3 + 1 + nv;
  private final double[][] in = new double[nv][inputs];
  private final double[][] out = new double[nv][nv];

  ChargeField(long seed) {
    var random = new Random(seed);
    for (double[] row : in) {
      Arrays.setAll(row, i -> random.nextGaussian() / 2);
    }
    for (double[] row : out) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
  }

  @Override
  public ConfigurationSpace space() {
    return SPACE;
  }

  @Override
  public void evaluate(MotionState state, double[] acceleration) {
    double[] x = inputs(state);
    for (int i = 0; i < nv; i++) {
      acceleration[i] = 0;
      for (int j = 0; j < nv; j++) {
        acceleration[i] += out[i][j] * Math.sin(dot(in[j], x));
      }
    }
  }

  @Override
  public void jvp(MotionState state, double[] dq, double[] dv, double[] da) {
    double[] x = inputs(state);
    double[] dx = new double[inputs];
    System.arraycopy(cross(dq, x), 0, dx, 0, 3);
    System.arraycopy(dq, 3, dx, 3, 4);
    System.arraycopy(dv, 0, dx, 7, nv);
    for (int i = 0; i < nv; i++) {
      da[i] = 0;
      for (int j = 0; j < nv; j++) {
        da[i] += out[i][j] * Math.cos(dot(in[j], x)) * dot(in[j], dx);
      }
    }
  }

  @Override
  public void vjp(MotionState state, double[] aBar, double[] qBar, double[] vBar) {
    double[] x = inputs(state);
    double[] xBar = new double[inputs];
    for (int j = 0; j < nv; j++) {
      double bar = 0;
      for (int i = 0; i < nv; i++) {
        bar += out[i][j] * aBar[i];
      }
      bar *= Math.cos(dot(in[j], x));
      for (int k = 0; k < inputs; k++) {
        xBar[k] += in[j][k] * bar;
      }
    }
    double[] turn = cross(x, xBar);
    for (int i = 0; i < 3; i++) {
      qBar[i] += turn[i];
    }
    for (int i = 3; i < nv; i++) {
      qBar[i] += xBar[i];
    }
    for (int i = 0; i < nv; i++) {
      vBar[i] += xBar[7 + i];
    }
  }

  private double[] inputs(MotionState state) {
    double[] x = new double[inputs];
    var image = Quat.of(state.q(), 0).rotate(Vec3.of(ARM, 0));
    image.copyTo(x, 0);
    System.arraycopy(state.q(), 4, x, 3, 4);
    System.arraycopy(state.v(), 0, x, 7, nv);
    return x;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
