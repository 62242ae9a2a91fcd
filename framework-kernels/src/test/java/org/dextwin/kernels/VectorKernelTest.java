package org.dextwin.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernel against plain loops in double precision, for shapes with and without remainders. */
class VectorKernelTest {

  private static final long SEED = 5;

  private final DenseKernel kernel = VectorKernels.open();

  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of(1, 1, 1),
        Arguments.of(20, 64, 7),
        Arguments.of(64, 1, 256),
        Arguments.of(3, 17, 2),
        Arguments.of(40, 48, 33),
        Arguments.of(300, 33, 16),
        Arguments.of(129, 256, 1),
        Arguments.of(16, 31, 600));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void forwardIsTheProduct(int inputs, int outputs, int rows) {
    for (boolean rectified : new boolean[] {true, false}) {
      Case c = new Case(inputs, outputs, rows, rectified);
      float[] y = new float[DenseLayer.rows(rows) * DenseLayer.stride(outputs)];
      kernel.forward(c.layer, c.parameters, c.x, rows, y);
      for (int r = 0; r < rows; r++) {
        for (int o = 0; o < outputs; o++) {
          double sum = c.parameters[c.layer.bias() + o];
          for (int i = 0; i < inputs; i++) {
            sum += (double) c.x(r, i) * c.weight(i, o);
          }
          double expected = rectified ? Math.max(0, sum) : sum;
          assertThat((double) y[r * DenseLayer.stride(outputs) + o])
              .as("y[%d, %d]", r, o)
              .isEqualTo(expected, within(1e-5 * Math.sqrt(inputs)));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void parameterGradientIsAdded(int inputs, int outputs, int rows) {
    Case c = new Case(inputs, outputs, rows, false);
    float[] gradient = new float[c.layer.offset() + c.layer.size()];
    Arrays.fill(gradient, 0.5f);
    kernel.parameterGradient(c.layer, c.x, c.dy, rows, gradient);
    for (int o = 0; o < outputs; o++) {
      double bias = 0.5;
      for (int r = 0; r < rows; r++) {
        bias += c.dy(r, o);
      }
      assertThat((double) gradient[c.layer.bias() + o])
          .as("db[%d]", o)
          .isEqualTo(bias, within(1e-5 * Math.sqrt(rows)));
      for (int i = 0; i < inputs; i++) {
        double sum = 0.5;
        for (int r = 0; r < rows; r++) {
          sum += (double) c.x(r, i) * c.dy(r, o);
        }
        assertThat((double) gradient[c.layer.offset() + i * DenseLayer.stride(outputs) + o])
            .as("dW[%d, %d]", i, o)
            .isEqualTo(sum, within(1e-5 * Math.sqrt(rows)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void inputGradientGoesThroughTheRectifier(int inputs, int outputs, int rows) {
    for (boolean rectified : new boolean[] {true, false}) {
      Case c = new Case(inputs, outputs, rows, false);
      float[] transposed = new float[c.layer.transposedSize()];
      c.layer.transpose(c.parameters, transposed);
      float[] dx = new float[DenseLayer.rows(rows) * DenseLayer.stride(inputs)];
      kernel.inputGradient(c.layer, transposed, c.dy, rows, c.x, rectified, dx);
      for (int r = 0; r < rows; r++) {
        for (int i = 0; i < inputs; i++) {
          double sum = 0;
          for (int o = 0; o < outputs; o++) {
            sum += (double) c.dy(r, o) * c.weight(i, o);
          }
          double expected = rectified && c.x(r, i) <= 0 ? 0 : sum;
          assertThat((double) dx[r * DenseLayer.stride(inputs) + i])
              .as("dx[%d, %d]", r, i)
              .isEqualTo(expected, within(1e-5 * Math.sqrt(outputs)));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void paddingStaysZero(int inputs, int outputs, int rows) {
    Case c = new Case(inputs, outputs, rows, false);
    float[] gradient = new float[c.layer.offset() + c.layer.size()];
    kernel.parameterGradient(c.layer, c.x, c.dy, rows, gradient);
    int stride = DenseLayer.stride(outputs);
    for (int i = 0; i < DenseLayer.rows(inputs); i++) {
      for (int o = 0; o < stride; o++) {
        if (i >= inputs || o >= outputs) {
          assertThat(gradient[c.layer.offset() + i * stride + o]).as("dW[%d, %d]", i, o).isZero();
        }
      }
    }
  }

  @Test
  void rowsDoNotDependOnTheirNeighbours() {
    Case many = new Case(40, 48, 24, true);
    float[] together = new float[24 * 48];
    kernel.forward(many.layer, many.parameters, many.x, 24, together);
    float[] alone = new float[4 * 48];
    float[] row = new float[4 * 48];
    for (int r = 0; r < 24; r++) {
      System.arraycopy(many.x, r * 48, row, 0, 48);
      kernel.forward(many.layer, many.parameters, row, 1, alone);
      for (int o = 0; o < 48; o++) {
        assertThat(alone[o]).as("y[%d, %d]", r, o).isEqualTo(together[r * 48 + o]);
      }
    }
  }

  @Test
  void maskKeepsWhatIsBehindPositiveOutputs() {
    float[] y = new float[48];
    float[] dy = new float[48];
    for (int i = 0; i < 48; i++) {
      y[i] = i % 3 - 1;
      dy[i] = i - 20;
    }
    float[] masked = new float[48];
    kernel.mask(y, dy, 32, masked);
    for (int i = 0; i < 48; i++) {
      assertThat(masked[i]).as("number %d", i).isEqualTo(i < 32 && i % 3 == 2 ? i - 20f : 0f);
    }
  }

  /** First three steps of torch.optim.Adam(lr=0.1) on p = 1 with gradients 0.5, -2 and 0.25. */
  @Test
  void updatesAreThoseOfPyTorch() {
    int length = 37;
    float[] p = new float[length];
    Arrays.fill(p, 1);
    float[] m = new float[length];
    float[] v = new float[length];
    float[] gradients = {0.5f, -2, 0.25f};
    double[] expected = {0.9000000357627869, 0.9559503793716431, 0.9911908507347107};
    for (int t = 0; t < 3; t++) {
      float[] g = new float[length];
      Arrays.fill(g, gradients[t]);
      kernel.update(AdamStep.of(0.1, 0.9, 0.999, 1e-8, t + 1), p, g, m, v);
      for (int i = 0; i < length; i++) {
        assertThat((double) p[i])
            .as("p[%d] after %d", i, t + 1)
            .isEqualTo(expected[t], within(2e-7));
      }
    }
  }

  /** A layer with random numbers, not at the beginning of its array. */
  private static final class Case {

    final DenseLayer layer;
    final float[] parameters;
    final float[] x;
    final float[] dy;

    Case(int inputs, int outputs, int rows, boolean rectified) {
      Random random = new Random(SEED);
      layer = new DenseLayer(inputs, outputs, rectified, 32, 0);
      parameters = new float[32 + layer.size()];
      for (int i = 0; i < inputs; i++) {
        fill(random, parameters, 32 + i * DenseLayer.stride(outputs), outputs);
      }
      fill(random, parameters, layer.bias(), outputs);
      x = matrix(random, rows, inputs);
      dy = matrix(random, rows, outputs);
    }

    private static float[] matrix(Random random, int rows, int width) {
      int stride = DenseLayer.stride(width);
      float[] matrix = new float[DenseLayer.rows(rows) * stride];
      for (int r = 0; r < rows; r++) {
        fill(random, matrix, r * stride, width);
      }
      return matrix;
    }

    private static void fill(Random random, float[] values, int from, int count) {
      for (int i = from; i < from + count; i++) {
        values[i] = (float) random.nextGaussian();
      }
    }

    float weight(int i, int o) {
      return parameters[layer.offset() + i * DenseLayer.stride(layer.outputs()) + o];
    }

    float x(int r, int i) {
      return x[r * DenseLayer.stride(layer.inputs()) + i];
    }

    float dy(int r, int o) {
      return dy[r * DenseLayer.stride(layer.outputs()) + o];
    }
  }
}
