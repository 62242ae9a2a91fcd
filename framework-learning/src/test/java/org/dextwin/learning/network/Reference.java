package org.dextwin.learning.network;

import java.util.Map;

/** The networks' equations once more, in double precision and without layouts. */
final class Reference {

  private final Map<String, float[]> weights;
  private final int layers;

  Reference(Network network, Weights weights) {
    this.weights = weights.compact(weights.values());
    layers = network.layers().size();
  }

  private double[] dense(int layer, double[] x, boolean rectified) {
    float[] w = weights.get(layer + ".weight");
    float[] b = weights.get(layer + ".bias");
    double[] y = new double[b.length];
    for (int o = 0; o < y.length; o++) {
      y[o] = b[o];
      for (int i = 0; i < x.length; i++) {
        y[o] += x[i] * w[i * b.length + o];
      }
      y[o] = rectified ? Math.max(0, y[o]) : y[o];
    }
    return y;
  }

  double[] mlp(double[] x) {
    double[] y = x;
    for (int n = 0; n < layers; n++) {
      y = dense(n, y, n < layers - 1);
    }
    return y;
  }

  double[] residualMlp(double[] x) {
    double[] h = dense(0, x, true);
    for (int n = 1; n < layers - 1; n++) {
      double[] added = dense(n, h, true);
      for (int i = 0; i < h.length; i++) {
        added[i] += h[i];
      }
      h = added;
    }
    return dense(layers - 1, h, false);
  }

  double[] pointMlp(double[] x, int points, int frequencies) {
    int conditions = x.length - 3 * points;
    double[] pooled = new double[0];
    for (int n = 0; n < points; n++) {
      double[] features = new double[3 * (1 + 2 * frequencies) + conditions];
      for (int axis = 0; axis < 3; axis++) {
        double p = x[3 * n + axis];
        features[axis] = p;
        for (int k = 0; k < frequencies; k++) {
          double angle = Math.PI * Math.pow(2, k) * p;
          features[3 + 2 * (axis * frequencies + k)] = Math.sin(angle);
          features[4 + 2 * (axis * frequencies + k)] = Math.cos(angle);
        }
      }
      System.arraycopy(x, 3 * points, features, features.length - conditions, conditions);
      double[] h = features;
      for (int layer = 0; layer < layers - 1; layer++) {
        h = dense(layer, h, true);
      }
      pooled = pooled.length == 0 ? new double[h.length] : pooled;
      for (int i = 0; i < h.length; i++) {
        pooled[i] += h[i] / points;
      }
    }
    return dense(layers - 1, pooled, false);
  }
}
