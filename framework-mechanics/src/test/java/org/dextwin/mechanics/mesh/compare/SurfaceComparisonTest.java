package org.dextwin.mechanics.mesh.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.junit.jupiter.api.Test;

class SurfaceComparisonTest {

  private static final int SAMPLES = 20_000;
  private static final double ROUNDING = 1e-14;

  private static TriangleMesh moved(TriangleMesh mesh, Vec3 by) {
    double[] v = mesh.vertices();
    for (int i = 0; i < v.length; i += 3) {
      v[i] += by.x();
      v[i + 1] += by.y();
      v[i + 2] += by.z();
    }
    return new TriangleMesh(v, mesh.triangles());
  }

  private static TriangleMesh square(double side, double z) {
    return new TriangleMesh(
        new double[] {0, 0, z, side, 0, z, side, side, z, 0, side, z},
        new int[] {0, 1, 2, 0, 2, 3});
  }

  private static SurfaceComparison compare(TriangleMesh a, TriangleMesh b, double tolerance) {
    return SurfaceComparison.of(a, b, SAMPLES, 1, tolerance);
  }

  /** The same surface with its triangles in another order. */
  private static TriangleMesh shuffled(TriangleMesh mesh) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < mesh.triangleCount(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(3));
    int[] triangles = new int[3 * mesh.triangleCount()];
    for (int i = 0; i < order.size(); i++) {
      for (int corner = 0; corner < 3; corner++) {
        triangles[3 * i + corner] = mesh.corner(order.get(i), (corner + i) % 3);
      }
    }
    return new TriangleMesh(mesh.vertices(), triangles);
  }

  @Test
  void equalSurfacesAreNothingApart() {
    for (TriangleMesh mesh :
        List.of(
            MeshShapes.box(0.1, 0.2, 0.3),
            MeshShapes.ball(0.05, 40),
            MeshShapes.letterA(0.1, 0.1, 0.02))) {
      SurfaceComparison same = compare(mesh, shuffled(mesh), 1e-12);
      assertThat(same.chamfer()).isLessThan(ROUNDING);
      assertThat(same.meanSquare()).isLessThan(ROUNDING * ROUNDING);
      assertThat(same.largest()).isLessThan(10 * ROUNDING);
      assertThat(same.fScore()).isEqualTo(1);
    }
  }

  @Test
  void parallelSquaresAreTheirDistanceApart() {
    SurfaceComparison apart = compare(square(1, 0), square(1, 0.01), 0.009);
    assertThat(apart.chamfer()).isCloseTo(0.01, within(ROUNDING));
    assertThat(apart.meanSquare()).isCloseTo(1e-4, within(ROUNDING));
    assertThat(apart.largest()).isCloseTo(0.01, within(ROUNDING));
    assertThat(apart.fScore()).as("shifted by more than the tolerance").isZero();
    assertThat(compare(square(1, 0), square(1, 0.01), 0.011).fScore()).isEqualTo(1);
  }

  @Test
  void concentricBallsAreTheDifferenceOfRadiiApart() {
    SurfaceComparison balls = compare(MeshShapes.ball(0.1, 200), MeshShapes.ball(0.11, 200), 0.01);
    // flat faces lie up to r (1 - cos(pi / n)) below the round
    assertThat(balls.chamfer()).isCloseTo(0.01, within(2e-5));
    assertThat(balls.largest()).isCloseTo(0.01, within(3e-5));
  }

  @Test
  void aSurfaceThatLacksHalfHasFullPrecisionAndHalfRecall() {
    TriangleMesh whole =
        new TriangleMesh(
            new double[] {0, 0, 0, 2, 0, 0, 2, 1, 0, 0, 1, 0}, new int[] {0, 1, 2, 0, 2, 3});
    SurfaceComparison half = compare(square(1, 0), whole, 1e-9);
    assertThat(half.fromA().met()).as("precision").isEqualTo(1);
    assertThat(half.fromB().met()).as("recall").isCloseTo(0.5, within(0.01));
    assertThat(half.fScore()).isCloseTo(2.0 / 3, within(0.01));
    assertThat(half.fromA().mean()).isLessThan(ROUNDING);
    // the other half is 0 to 1 away, evenly: mean 1/2, mean square 1/3
    assertThat(half.fromB().mean()).isCloseTo(0.25, within(0.005));
    assertThat(half.fromB().meanSquare()).isCloseTo(1.0 / 6, within(0.005));
    assertThat(half.largest()).isCloseTo(1, within(0.01));
  }

  /** Against all triangles, one by one, with the nearest point found by refining a grid. */
  @Test
  void theTreeFindsTheNearestTriangle() {
    TriangleMesh mesh = MeshShapes.letterA(0.1, 0.12, 0.03);
    SurfaceTree tree = new SurfaceTree(mesh);
    Random random = new Random(11);
    for (int i = 0; i < 50; i++) {
      Vec3 point =
          new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).times(0.06);
      double expected = Double.POSITIVE_INFINITY;
      for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
        expected = Math.min(expected, bySearch(mesh, triangle, point));
      }
      assertThat(Math.sqrt(tree.squaredDistance(point.x(), point.y(), point.z())))
          .as("distance of %s", point)
          .isCloseTo(expected, within(1e-6));
    }
  }

  /** Distance to a triangle by a search over barycentric coordinates that closes in. */
  private static double bySearch(TriangleMesh mesh, int triangle, Vec3 point) {
    Vec3 a = mesh.vertex(mesh.corner(triangle, 0));
    Vec3 ab = mesh.vertex(mesh.corner(triangle, 1)).minus(a);
    Vec3 ac = mesh.vertex(mesh.corner(triangle, 2)).minus(a);
    double s = 1.0 / 3;
    double t = 1.0 / 3;
    double best = Double.POSITIVE_INFINITY;
    for (double step = 0.5; step > 1e-9; step *= 0.7) {
      double centreS = s;
      double centreT = t;
      for (int i = -4; i <= 4; i++) {
        for (int j = -4; j <= 4; j++) {
          double tryS = Math.max(0, Math.min(1, centreS + i * step / 4));
          double tryT = Math.max(0, Math.min(1 - tryS, centreT + j * step / 4));
          double distance = point.minus(a).minus(ab.times(tryS)).minus(ac.times(tryT)).norm();
          if (distance < best) {
            best = distance;
            s = tryS;
            t = tryT;
          }
        }
      }
    }
    return best;
  }

  @Test
  void trianglesWithoutAreaAreTheLineOrPointThatTheyAre() {
    double[] v = {0, 0, 0, 1, 0, 0, 3, 0, 0, 3, 0, 0};
    assertThat(TriangleDistance.squared(v, 0, 1, 2, 2, 1, 0)).isCloseTo(1, within(ROUNDING));
    assertThat(TriangleDistance.squared(v, 2, 0, 1, 5, 0, 0)).isCloseTo(4, within(ROUNDING));
    assertThat(TriangleDistance.squared(v, 0, 2, 3, 1, 0, 2)).isCloseTo(4, within(ROUNDING));
    assertThat(TriangleDistance.squared(v, 2, 3, 3, 3, 2, 0)).isCloseTo(4, within(ROUNDING));
  }

  @Test
  void sameSeedSameResult() {
    TriangleMesh a = MeshShapes.ball(0.1, 30);
    TriangleMesh b = moved(MeshShapes.box(0.15, 0.15, 0.15), new Vec3(0.01, 0.02, 0));
    assertThat(compare(a, b, 0.01)).isEqualTo(compare(a, b, 0.01));
    assertThat(SurfaceComparison.of(a, b, SAMPLES, 2, 0.01)).isNotEqualTo(compare(a, b, 0.01));
    assertThat(SurfaceComparison.of(a, b, SAMPLES, 2, 0.01).chamfer())
        .as("another seed changes little")
        .isCloseTo(compare(a, b, 0.01).chamfer(), within(1e-4));
  }

  @Test
  void samplesLieEvenlyOnTheSurface() {
    // one long side of ten: a tenth of its area
    double[] points = SurfaceSamples.of(MeshShapes.box(1, 1, 2), 10_000, 5);
    int onTop = 0;
    for (int i = 2; i < points.length; i += 3) {
      onTop += Math.abs(points[i] - 1) < ROUNDING ? 1 : 0;
    }
    assertThat(onTop).isBetween(995, 1005);
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    TriangleMesh flat =
        new TriangleMesh(new double[] {0, 0, 0, 1, 0, 0, 2, 0, 0}, new int[] {0, 1, 2});
    assertThatThrownBy(() -> compare(flat, square(1, 0), 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no surface");
    assertThatThrownBy(() -> compare(square(1, 0), square(1, 0), Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tolerance of NaN");
    assertThatThrownBy(() -> SurfaceComparison.of(square(1, 0), square(1, 0), 0, 1, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 samples");
  }
}
