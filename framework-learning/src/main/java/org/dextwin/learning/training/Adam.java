package org.dextwin.learning.training;

import java.util.Map;
import org.dextwin.kernels.AdamStep;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.network.Network;
import org.dextwin.learning.network.Weights;

/** The Adam optimiser with its moments. Decays and epsilon are PyTorch's defaults. */
final class Adam {

  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final float[] mean;
  private final float[] square;
  private long step;

  Adam(Network network) {
    int size = new Weights(network).values().length;
    mean = new float[size];
    square = new float[size];
  }

  void update(DenseKernel kernel, double rate, Weights weights, float[] gradient) {
    step++;
    AdamStep update = AdamStep.of(rate, BETA1, BETA2, EPSILON, step);
    kernel.update(update, weights.values(), gradient, mean, square);
    weights.changed();
  }

  void save(Checkpoint.Builder file, String prefix, Weights weights) {
    file.text(prefix + "adam.step", String.valueOf(step));
    file.weights(prefix + "adam.mean.", weights, mean);
    file.weights(prefix + "adam.square.", weights, square);
  }

  void load(Checkpoint file, String prefix, Weights weights) {
    Map<String, float[]> means = file.weights(prefix + "adam.mean.", weights);
    Map<String, float[]> squares = file.weights(prefix + "adam.square.", weights);
    step = file.integer(prefix + "adam.step");
    weights.expand(means, mean);
    weights.expand(squares, square);
  }
}
