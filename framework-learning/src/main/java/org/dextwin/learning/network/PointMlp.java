package org.dextwin.learning.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.kernels.DenseLayer;

/**
 * A network for sets of points. The same layers see every point on its own, as coordinates, their
 * sines and cosines at doubling frequencies, and the conditions of the whole set; the mean over the
 * points, whose order thus does not matter, goes through a last, linear layer.
 *
 * <p>A sample is the points, shape (points, 3), followed by the conditions.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * <p><i>References</i>: Tancik et al., Fourier features let networks learn high frequency functions
 * in low dimensional domains, NeurIPS 2020; Zaheer et al., Deep sets, NeurIPS 2017, Theorem 2.
 */
public final class PointMlp implements Network {

  private static final int DIMENSIONS = 3;

  /** Points that are summed in single precision. */
  private static final int BLOCK = 16;

  private final int points;
  private final int frequencies;
  private final int conditions;
  private final List<DenseLayer> layers;

  /**
   * Describes a network.
   *
   * @param points points per sample
   * @param frequencies number of frequencies: pi, 2 pi, 4 pi, ...
   * @param conditions numbers that hold for all points of a sample
   * @param hidden widths of the layers that each point passes; at least one
   * @param outputs numbers computed per sample
   */
  public PointMlp(int points, int frequencies, int conditions, List<Integer> hidden, int outputs) {
    if (points < 1 || hidden.isEmpty()) {
      throw new IllegalArgumentException("no points or no layers for them");
    }
    this.points = points;
    this.frequencies = frequencies;
    this.conditions = conditions;
    LayerPlan plan = new LayerPlan();
    int width = DIMENSIONS * (1 + 2 * frequencies) + conditions;
    for (int next : hidden) {
      plan.add(width, next, true);
      width = next;
    }
    plan.add(width, outputs, false);
    layers = plan.layers();
  }

  @Override
  public int inputs() {
    return points * DIMENSIONS + conditions;
  }

  @Override
  public int outputs() {
    return head().outputs();
  }

  @Override
  public List<DenseLayer> layers() {
    return layers;
  }

  /** The activations of one sample fill the cache. */
  @Override
  public int chunk() {
    return 1;
  }

  private List<DenseLayer> backbone() {
    return layers.subList(0, layers.size() - 1);
  }

  private DenseLayer head() {
    return layers.get(layers.size() - 1);
  }

  @Override
  public Pass open(DenseKernel kernel, int samples) {
    return new PointPass(kernel, samples);
  }

  private final class PointPass implements Pass {

    private final DenseKernel kernel;

    /** Features of the points, then the outputs of each layer; all points of all samples. */
    private final List<List<float[]>> x = new ArrayList<>();

    /** Derivatives before each rectifier, of one sample. */
    private final List<float[]> d = new ArrayList<>();

    private final float[] pooled;
    private final float[] y;
    private final float[] dPooled;
    private final float[] dy;
    private final float[] dFeatures;
    private final float[] share;
    private final float[] block;
    private final double[] sum;
    private int samples;

    PointPass(DenseKernel kernel, int capacity) {
      this.kernel = kernel;
      for (int s = 0; s < capacity; s++) {
        List<float[]> activations = new ArrayList<>();
        activations.add(Padded.matrix(points, layers.get(0).inputs()));
        backbone().forEach(layer -> activations.add(Padded.matrix(points, layer.outputs())));
        x.add(activations);
      }
      backbone().forEach(layer -> d.add(Padded.matrix(points, layer.outputs())));
      pooled = Padded.matrix(capacity, head().inputs());
      dPooled = Padded.matrix(capacity, head().inputs());
      y = Padded.matrix(capacity, outputs());
      dy = Padded.matrix(capacity, outputs());
      dFeatures = Padded.matrix(points, layers.get(0).inputs());
      share = Padded.matrix(points, head().inputs());
      block = new float[head().inputs()];
      sum = new double[head().inputs()];
    }

    @Override
    public void forward(Weights weights, float[] inputs, int count, float[] outputs) {
      samples = count;
      for (int s = 0; s < count; s++) {
        List<float[]> activations = x.get(s);
        encode(inputs, s * inputs(), activations.get(0));
        for (int n = 0; n < backbone().size(); n++) {
          kernel.forward(
              layers.get(n), weights.values(), activations.get(n), points, activations.get(n + 1));
        }
        pool(activations.get(backbone().size()), s);
      }
      kernel.forward(head(), weights.values(), pooled, count, y);
      Padded.compact(y, count, outputs(), outputs);
    }

    /** Features of a point: p, then sin and cos of pi p, 2 pi p, 4 pi p, ..., the conditions. */
    private void encode(float[] inputs, int at, float[] features) {
      int stride = DenseLayer.stride(layers.get(0).inputs());
      for (int n = 0; n < points; n++) {
        int row = n * stride;
        for (int axis = 0; axis < DIMENSIONS; axis++) {
          float p = inputs[at + n * DIMENSIONS + axis];
          features[row + axis] = p;
          double sin = Math.sin(Math.PI * p);
          double cos = Math.cos(Math.PI * p);
          int to = row + DIMENSIONS + axis * 2 * frequencies;
          for (int k = 0; k < frequencies; k++) {
            features[to + 2 * k] = (float) sin;
            features[to + 2 * k + 1] = (float) cos;
            double doubled = 2 * sin * cos; // of the double angle
            cos = 1 - 2 * sin * sin;
            sin = doubled;
          }
        }
        System.arraycopy(
            inputs,
            at + points * DIMENSIONS,
            features,
            row + DIMENSIONS * (1 + 2 * frequencies),
            conditions);
      }
    }

    /**
     * Sums blocks of points, and the blocks in double precision, so that the order of the points is
     * lost in rounding.
     */
    private void pool(float[] activations, int sample) {
      int width = head().inputs();
      int stride = DenseLayer.stride(width);
      Arrays.fill(sum, 0);
      for (int begin = 0; begin < points; begin += BLOCK) {
        Arrays.fill(block, 0);
        for (int n = begin; n < Math.min(begin + BLOCK, points); n++) {
          int row = n * stride;
          for (int i = 0; i < width; i++) {
            block[i] += activations[row + i];
          }
        }
        for (int i = 0; i < width; i++) {
          sum[i] += block[i];
        }
      }
      for (int i = 0; i < width; i++) {
        pooled[sample * stride + i] = (float) (sum[i] / points);
      }
    }

    @Override
    public void backward(Weights weights, float[] outputGradient, float[] gradient) {
      toPool(weights, outputGradient);
      kernel.parameterGradient(head(), pooled, dy, samples, gradient);
      for (int s = 0; s < samples; s++) {
        List<float[]> activations = x.get(s);
        toPoints(s);
        for (int n = backbone().size() - 1; n >= 0; n--) {
          kernel.parameterGradient(layers.get(n), activations.get(n), d.get(n), points, gradient);
          if (n > 0) {
            kernel.inputGradient(
                layers.get(n),
                weights.transposed(),
                d.get(n),
                points,
                activations.get(n),
                true,
                d.get(n - 1));
          }
        }
      }
    }

    @Override
    public void backwardToInputs(Weights weights, float[] outputGradient, float[] inputGradient) {
      toPool(weights, outputGradient);
      for (int s = 0; s < samples; s++) {
        List<float[]> activations = x.get(s);
        toPoints(s);
        for (int n = backbone().size() - 1; n >= 0; n--) {
          kernel.inputGradient(
              layers.get(n),
              weights.transposed(),
              d.get(n),
              points,
              activations.get(n),
              n > 0,
              n > 0 ? d.get(n - 1) : dFeatures);
        }
        decode(activations.get(0), inputGradient, s * inputs());
      }
    }

    private void toPool(Weights weights, float[] outputGradient) {
      Padded.pad(outputGradient, samples, outputs(), dy);
      kernel.inputGradient(head(), weights.transposed(), dy, samples, pooled, false, dPooled);
    }

    /** Each point has its share of the mean. */
    private void toPoints(int sample) {
      int stride = DenseLayer.stride(head().inputs());
      for (int i = 0; i < stride; i++) {
        share[i] = dPooled[sample * stride + i] / points;
      }
      for (int n = 1; n < points; n++) {
        System.arraycopy(share, 0, share, n * stride, stride);
      }
      kernel.mask(
          x.get(sample).get(backbone().size()), share, points * stride, d.get(d.size() - 1));
    }

    /** From derivatives with respect to the features to those of points and conditions. */
    private void decode(float[] features, float[] inputGradient, int at) {
      int stride = DenseLayer.stride(layers.get(0).inputs());
      int first = at + points * DIMENSIONS;
      Arrays.fill(inputGradient, first, first + conditions, 0);
      for (int n = 0; n < points; n++) {
        int row = n * stride;
        for (int axis = 0; axis < DIMENSIONS; axis++) {
          double dp = dFeatures[row + axis];
          int from = row + DIMENSIONS + axis * 2 * frequencies;
          double rate = Math.PI;
          for (int k = 0; k < frequencies; k++) {
            float sin = features[from + 2 * k];
            float cos = features[from + 2 * k + 1];
            dp += rate * (cos * dFeatures[from + 2 * k] - sin * dFeatures[from + 2 * k + 1]);
            rate *= 2;
          }
          inputGradient[at + n * DIMENSIONS + axis] = (float) dp;
        }
        for (int c = 0; c < conditions; c++) {
          inputGradient[first + c] += dFeatures[row + DIMENSIONS * (1 + 2 * frequencies) + c];
        }
      }
    }
  }
}
