package org.dextwin.mechanics.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvexHullTest {

  @Test
  void hullOfAGridInABoxHasTheEightCornersAndTheVolume() {
    double[] points = new double[3 * 11 * 11 * 11];
    for (int i = 0; i < 11 * 11 * 11; i++) {
      points[3 * i] = 0.1 * (i % 11);
      points[3 * i + 1] = 0.2 * (i / 11 % 11);
      int layer = i / 121;
      points[3 * i + 2] = 0.3 * layer;
    }

    ConvexHull hull = ConvexHull.of(points);

    assertThat(hull.volume()).isCloseTo(1.0 * 2 * 3, within(1e-12));
    assertThat(hull.mesh().vertexCount()).isEqualTo(8);
    assertHull(points, hull.mesh());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void hullOfRandomPointsIsClosedConvexAndHoldsThem(long seed) {
    double[] points = gaussians(seed, 3000);

    assertHull(points, ConvexHull.of(points).mesh());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void hullOfNearlyCoplanarPointsIsClosedAndConvex(long seed) {
    // faces of a turned box in single precision: coplanar up to rounding, the hard case
    Random random = new Random(seed);
    Quat turn = Quat.normalizing(random.nextGaussian(), 1, random.nextGaussian(), 0.3);
    double[] points = new double[3 * 4000];
    for (int i = 0; i < 4000; i++) {
      double[] p = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      p[random.nextInt(3)] = random.nextInt(2);
      Vec3 turned = turn.rotate(Vec3.of(p, 0));
      points[3 * i] = (float) turned.x();
      points[3 * i + 1] = (float) turned.y();
      points[3 * i + 2] = (float) turned.z();
    }

    assertHull(points, ConvexHull.of(points).mesh());
  }

  @Test
  void hullKeepsAllPointsOfABall() {
    TriangleMesh ball = MeshShapes.ball(0.05, 60);

    assertThat(ConvexHull.of(ball).mesh().vertexCount()).isEqualTo(ball.vertexCount());
  }

  @Test
  void repeatedPointsChangeNothing() {
    double[] once = gaussians(7, 200);
    double[] twice = new double[2 * once.length];
    System.arraycopy(once, 0, twice, 0, once.length);
    System.arraycopy(once, 0, twice, once.length, once.length);

    assertThat(ConvexHull.of(twice).volume()).isEqualTo(ConvexHull.of(once).volume());
  }

  @Test
  void thinDiscHasAHull() {
    double[] points = gaussians(9, 5000);
    for (int i = 2; i < points.length; i += 3) {
      points[i] *= 1e-5;
    }

    assertHull(points, ConvexHull.of(points).mesh());
  }

  @Test
  void everyPointOfABallIsACorner() {
    double[] points = gaussians(11, 70_000);
    for (int i = 0; i < points.length; i += 3) {
      Vec3.of(points, i).normalized().copyTo(points, i);
    }

    assertThat(ConvexHull.of(points).mesh().vertexCount()).isEqualTo(70_000);
  }

  @Test
  void flatPointsAreRefused() {
    double[] points = gaussians(13, 50);
    for (int i = 2; i < points.length; i += 3) {
      points[i] = 3 * points[i - 1] - points[i - 2];
    }

    assertThatThrownBy(() -> ConvexHull.of(points))
        .isInstanceOf(NotSolidException.class)
        .hasMessageContaining("lie in a plane");
    assertThatThrownBy(() -> ConvexHull.of(new double[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3}))
        .isInstanceOf(NotSolidException.class)
        .hasMessageContaining("lie on a line");
    assertThatThrownBy(() -> ConvexHull.of(new double[9])).isInstanceOf(NotSolidException.class);
    assertThatThrownBy(() -> ConvexHull.of(new double[12])).isInstanceOf(NotSolidException.class);
  }

  /** Asserts that a mesh is closed, encloses the points and has Euler's number of a ball. */
  private static void assertHull(double[] points, TriangleMesh hull) {
    assertThat(SolidMass.defect(hull)).isEmpty();
    assertThat(hull.vertexCount() - hull.triangleCount() / 2).isEqualTo(2);
    double tolerance = 1e-8 * BoundingBox.of(hull).diagonal();
    for (int t = 0; t < hull.triangleCount(); t++) {
      Vec3 a = hull.vertex(hull.corner(t, 0));
      Vec3 ab = hull.vertex(hull.corner(t, 1)).minus(a);
      Vec3 ac = hull.vertex(hull.corner(t, 2)).minus(a);
      Vec3 across = ab.cross(ac);
      double sliver = across.norm() / Math.max(ab.dot(ab), ac.dot(ac));
      if (sliver < 1e-5) {
        continue; // its normal is rounding
      }
      Vec3 n = across.normalized();
      double offset = n.dot(a);
      double highest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < points.length; i += 3) {
        highest =
            Math.max(highest, n.x() * points[i] + n.y() * points[i + 1] + n.z() * points[i + 2]);
      }
      assertThat(highest - offset).as("height above triangle %s", t).isLessThan(tolerance);
    }
  }

  private static double[] gaussians(long seed, int count) {
    Random random = new Random(seed);
    return random.doubles(3L * count).map(u -> random.nextGaussian()).toArray();
  }
}
