package org.dextwin.sim.semiimplicit.internal.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import java.util.stream.Stream;
import org.dextwin.api.model.TriangleMesh;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients and Hessians of all fields against central differences, outside and inside. */
class DistanceFieldTest {

  private static final double FAR = 10;

  static Stream<DistanceField> fields() {
    return Stream.of(
        new PlaneField(),
        new CapsuleField(0.5, 0),
        new CapsuleField(0.3, 0.7),
        new BoxField(0.4, 0.6, 0.8),
        new CylinderField(0.5, 0.6),
        new MeshField(tetrahedron()),
        new HullField(tetrahedron()));
  }

  private static TriangleMesh tetrahedron() {
    return new TriangleMesh(
        new double[] {-0.5, -0.4, -0.3, 0.7, 0, -0.2, -0.1, 0.6, -0.4, 0, 0, 0.8},
        new int[] {0, 2, 1, 0, 1, 3, 1, 2, 3, 2, 0, 3});
  }

  @ParameterizedTest
  @MethodSource("fields")
  void derivativesMatchCentralDifferences(DistanceField field) {
    var random = new Random(8);
    double[] g = new double[3];
    double[] plus = new double[3];
    double[] minus = new double[3];
    double[] product = new double[3];
    double h = 1e-6;
    for (int trial = 0; trial < 500; trial++) {
      double[] y = random.doubles(3, -1.5, 1.5).toArray();
      double[] direction = random.doubles(3, -1, 1).toArray();
      double distance = field.gradient(y, FAR, g, 0);
      assertThat(distance).isCloseTo(field.distance(y, FAR), offset(1e-14));
      field.hessian(y, FAR, direction, product);
      double up = field.gradient(moved(y, direction, h), FAR, plus, 0);
      double down = field.gradient(moved(y, direction, -h), FAR, minus, 0);
      double slope = g[0] * direction[0] + g[1] * direction[1] + g[2] * direction[2];
      assertThat((up - down) / (2 * h))
          .as("slope at trial %d", trial)
          .isCloseTo(slope, offset(1e-6));
      for (int i = 0; i < 3; i++) {
        assertThat((plus[i] - minus[i]) / (2 * h))
            .as("curvature %d at trial %d", i, trial)
            .isCloseTo(product[i], offset(1e-5));
      }
      assertThat(Math.sqrt(g[0] * g[0] + g[1] * g[1] + g[2] * g[2])).isCloseTo(1, offset(1e-12));
    }
  }

  private static double[] moved(double[] y, double[] direction, double h) {
    return new double[] {y[0] + h * direction[0], y[1] + h * direction[1], y[2] + h * direction[2]};
  }
}
