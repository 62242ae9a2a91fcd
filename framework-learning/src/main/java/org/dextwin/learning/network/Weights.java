package org.dextwin.learning.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.dextwin.kernels.DenseLayer;

/**
 * The numbers of a network: weights and biases in the layout of its layers, and the weights
 * transposed.
 *
 * <p><i>Thread safety</i>: for many threads while nobody changes them.
 */
public final class Weights {

  private final List<DenseLayer> layers;
  private final float[] values;
  private final float[] transposed;

  /**
   * Makes weights of zero.
   *
   * @param network the network
   */
  public Weights(Network network) {
    layers = network.layers();
    values = new float[layers.stream().mapToInt(DenseLayer::size).sum()];
    transposed = new float[layers.stream().mapToInt(DenseLayer::transposedSize).sum()];
  }

  /**
   * Draws weights uniformly with the variance that keeps the size of activations from layer to
   * layer: 2 / inputs before a rectifier, 1 / inputs otherwise; biases are zero.
   *
   * <p><i>References</i>: He et al., Delving deep into rectifiers, ICCV 2015, Eq. 10.
   *
   * @param network the network
   * @param random where to draw from
   * @return the weights
   */
  public static Weights random(Network network, RandomGenerator random) {
    Weights weights = new Weights(network);
    for (DenseLayer layer : weights.layers) {
      double bound = Math.sqrt((layer.rectified() ? 6.0 : 3.0) / layer.inputs());
      for (int i = 0; i < layer.inputs(); i++) {
        int row = layer.offset() + i * DenseLayer.stride(layer.outputs());
        for (int o = 0; o < layer.outputs(); o++) {
          weights.values[row + o] = (float) (bound * (2 * random.nextDouble() - 1));
        }
      }
    }
    weights.changed();
    return weights;
  }

  /**
   * Draws weights as {@link #random}, but for the last layer, which is zero: so are all outputs.
   *
   * @param network the network
   * @param random where to draw from
   * @return the weights
   */
  public static Weights silent(Network network, RandomGenerator random) {
    Weights weights = random(network, random);
    DenseLayer last = weights.layers.get(weights.layers.size() - 1);
    Arrays.fill(weights.values, last.offset(), last.offset() + last.size(), 0);
    weights.changed();
    return weights;
  }

  /**
   * Returns the numbers themselves, padding included; call {@link #changed} after writing.
   *
   * @return weights and biases
   */
  public float[] values() {
    return values;
  }

  /**
   * Returns the transposed weights.
   *
   * @return not to be written
   */
  float[] transposed() {
    return transposed;
  }

  /** Takes note that {@link #values} were written. */
  public void changed() {
    layers.forEach(layer -> layer.transpose(values, transposed));
  }

  /**
   * Takes over other weights of the same network.
   *
   * @param other the weights
   */
  public void set(Weights other) {
    System.arraycopy(other.values, 0, values, 0, values.length);
    changed();
  }

  /**
   * Returns the numbers of each layer without padding, as files hold them.
   *
   * @param values numbers in the layout of {@link #values}: the weights, or moments of them
   * @return by name, {@code 0.weight} of shape (inputs, outputs), {@code 0.bias}, {@code 1.weight}
   */
  public Map<String, float[]> compact(float[] values) {
    Map<String, float[]> tensors = new LinkedHashMap<>();
    for (int n = 0; n < layers.size(); n++) {
      DenseLayer layer = layers.get(n);
      int out = layer.outputs();
      float[] weight = new float[layer.inputs() * out];
      for (int i = 0; i < layer.inputs(); i++) {
        System.arraycopy(values, layer.offset() + i * DenseLayer.stride(out), weight, i * out, out);
      }
      float[] bias = new float[out];
      System.arraycopy(values, layer.bias(), bias, 0, out);
      tensors.put(n + ".weight", weight);
      tensors.put(n + ".bias", bias);
    }
    return tensors;
  }

  /**
   * Undoes {@link #compact}.
   *
   * @param tensors numbers of each layer by name, of the right lengths
   * @param values overwritten, in the layout of {@link #values}
   */
  public void expand(Map<String, float[]> tensors, float[] values) {
    for (int n = 0; n < layers.size(); n++) {
      DenseLayer layer = layers.get(n);
      int out = layer.outputs();
      float[] weight = tensors.get(n + ".weight");
      float[] bias = tensors.get(n + ".bias");
      if (weight == null || bias == null) {
        throw new IllegalArgumentException("numbers of layer " + n + " are missing");
      }
      for (int i = 0; i < layer.inputs(); i++) {
        System.arraycopy(weight, i * out, values, layer.offset() + i * DenseLayer.stride(out), out);
      }
      System.arraycopy(bias, 0, values, layer.bias(), out);
    }
  }
}
