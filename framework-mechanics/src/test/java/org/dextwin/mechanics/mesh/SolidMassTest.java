package org.dextwin.mechanics.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.junit.jupiter.api.Test;

class SolidMassTest {

  @Test
  void boxMatchesTheTextbookWhereverItLies() {
    Vec3 p = new Vec3(3, -2, 5);
    Quat R = Quat.fromRollPitchYaw(0.3, -0.8, 1.9);
    TriangleMesh box = moved(MeshShapes.box(0.1, 0.2, 0.3), p, R);
    MassProperties expected =
        new MassProperties(2, Vec3.ZERO, SymmetricMatrix3.diagonal(0.13 / 6, 0.10 / 6, 0.05 / 6))
            .inFrame(p, R);

    assertThat(SolidMass.volume(box)).isCloseTo(0.006, within(1e-14));
    assertClose(SolidMass.uniform(box, 2), expected, 1e-12);
  }

  @Test
  void meshesConvergeToTheShapesTheyApproximate() {
    assertClose(
        SolidMass.uniform(MeshShapes.cylinder(0.03, 0.2, 2000), 0.7),
        SolidMass.of(new Shape.Cylinder(0.03, 0.1), 0.7),
        1e-5);
    assertClose(
        SolidMass.uniform(MeshShapes.ball(0.04, 800), 0.7),
        SolidMass.of(new Shape.Sphere(0.04), 0.7),
        1e-4);
    assertClose(
        SolidMass.uniform(MeshShapes.box(0.2, 0.4, 0.6), 0.7),
        SolidMass.of(new Shape.Box(0.1, 0.2, 0.3), 0.7),
        1e-12);
  }

  @Test
  void capsuleIsACylinderAndTwoHalfBalls() {
    // the capsule as a ball of points: a mesh of a ball pulled apart at the equator
    TriangleMesh ball = MeshShapes.ball(0.02, 1000);
    double[] vertices = ball.vertices();
    for (int i = 2; i < vertices.length; i += 3) {
      // the equator's ring belongs to neither half; its triangles become the cylinder
      vertices[i] += 0.05 * Math.signum(Math.rint(1e9 * vertices[i]));
    }
    TriangleMesh capsule = new TriangleMesh(vertices, ball.triangles());

    assertClose(
        SolidMass.uniform(capsule, 0.3), SolidMass.of(new Shape.Capsule(0.02, 0.05), 0.3), 1e-4);
  }

  @Test
  void openMeshIsRefusedAndItsHullServesWhenAskedFor() {
    TriangleMesh box = MeshShapes.box(0.1, 0.1, 0.1);
    int[] triangles = box.triangles();
    TriangleMesh open =
        new TriangleMesh(box.vertices(), Arrays.copyOf(triangles, triangles.length - 3));

    assertThatThrownBy(() -> SolidMass.uniform(open, 1))
        .isInstanceOf(NotSolidException.class)
        .hasMessageContaining("3 of its edges are open")
        .hasMessageContaining("convex hull");
    assertClose(SolidMass.uniformOrHull(open, 1), SolidMass.uniform(box, 1), 1e-12);
  }

  @Test
  void insideOutMeshIsRefused() {
    TriangleMesh box = MeshShapes.box(0.1, 0.1, 0.1);
    int[] triangles = box.triangles();
    for (int i = 0; i < triangles.length; i += 3) {
      int swapped = triangles[i];
      triangles[i] = triangles[i + 1];
      triangles[i + 1] = swapped;
    }
    TriangleMesh insideOut = new TriangleMesh(box.vertices(), triangles);

    assertThatThrownBy(() -> SolidMass.volume(insideOut)).hasMessageContaining("inside out");
  }

  @Test
  void oneFlippedTriangleIsNamed() {
    TriangleMesh box = MeshShapes.box(0.1, 0.1, 0.1);
    int[] triangles = box.triangles();
    int swapped = triangles[0];
    triangles[0] = triangles[1];
    triangles[1] = swapped;

    assertThat(SolidMass.defect(new TriangleMesh(box.vertices(), triangles)).orElseThrow())
        .contains("0 of its edges are open and 3 lie between triangles of opposite orientation");
  }

  @Test
  void emptyAndFlatMeshesAreRefused() {
    assertThat(SolidMass.defect(new TriangleMesh(new double[9], new int[0]))).isPresent();
    TriangleMesh flat =
        new TriangleMesh(new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, new int[] {0, 1, 2, 0, 2, 1});
    assertThat(SolidMass.defect(flat)).contains("it encloses no volume");
    assertThatThrownBy(() -> SolidMass.uniformOrHull(flat, 1))
        .isInstanceOf(NotSolidException.class);
  }

  @Test
  void hullFillsTheNotchesOfALetter() {
    TriangleMesh letter = MeshShapes.letterA(0.1, 0.1, 0.02);

    assertThat(SolidMass.volume(letter)).isLessThan(0.8 * ConvexHull.of(letter).volume());
    assertThat(ConvexHull.of(letter).volume()).isCloseTo(0.1 * 0.1 * 0.02 * 0.68, within(1e-12));
  }

  @Test
  void planeHasNoMass() {
    assertThatThrownBy(() -> SolidMass.of(new Shape.Plane(), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void particlesFollowTheirDefinition() {
    // two unit masses a metre apart on each axis: each pair adds to the two other axes
    double[] positions = {1, 0, 0, -1, 0, 0, 0, 2, 0, 0, -2, 0, 0, 0, 3, 0, 0, -3};
    double[] masses = {1, 1, 1, 1, 1, 1};

    MassProperties six = ParticleMass.of(positions, masses);

    assertThat(six.mass()).isEqualTo(6);
    assertThat(six.centerOfMass().norm()).isZero();
    assertThat(six.inertia()).isEqualTo(SymmetricMatrix3.diagonal(26, 20, 10));
  }

  @Test
  void manyParticlesInABoxComeNearTheSolid() {
    int n = 40;
    double[] positions = new double[3 * n * n * n];
    for (int i = 0; i < n * n * n; i++) {
      positions[3 * i] = 0.1 * (i % n + 0.5) / n;
      positions[3 * i + 1] = 0.2 * (i / n % n + 0.5) / n;
      int layer = i / (n * n);
      positions[3 * i + 2] = 0.3 * (layer + 0.5) / n;
    }
    TriangleMesh cloud = new TriangleMesh(positions, new int[0]);
    MassProperties solid =
        SolidMass.of(new Shape.Box(0.05, 0.1, 0.15), 1.5)
            .inFrame(new Vec3(0.05, 0.1, 0.15), Quat.IDENTITY);

    assertClose(ParticleMass.atVertices(cloud, 1.5), solid, 1e-3);
  }

  @Test
  void badParticlesAreRefused() {
    assertThatThrownBy(() -> ParticleMass.of(new double[3], new double[] {-1}))
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> ParticleMass.of(new double[4], new double[] {1}))
        .hasMessageContaining("expected 3");
    assertThatThrownBy(() -> ParticleMass.of(new double[3], new double[] {0}))
        .hasMessageContaining("no mass");
  }

  private static TriangleMesh moved(TriangleMesh mesh, Vec3 p, Quat R) {
    double[] vertices = mesh.vertices();
    for (int i = 0; i < vertices.length; i += 3) {
      p.plus(R.rotate(Vec3.of(vertices, i))).copyTo(vertices, i);
    }
    return new TriangleMesh(vertices, mesh.triangles());
  }

  private static void assertClose(MassProperties found, MassProperties expected, double relative) {
    double inertia = expected.inertia().xx() + expected.inertia().yy() + expected.inertia().zz();
    SymmetricMatrix3 difference = found.inertia().plus(expected.inertia().times(-1));
    assertThat(found.mass()).isCloseTo(expected.mass(), within(1e-10));
    assertThat(found.centerOfMass().distanceTo(expected.centerOfMass()))
        .isLessThan(relative * Math.sqrt(inertia / expected.mass()));
    for (double entry :
        new double[] {
          difference.xx(), difference.yy(), difference.zz(),
          difference.xy(), difference.xz(), difference.yz()
        }) {
      assertThat(Math.abs(entry)).isLessThan(relative * inertia);
    }
  }
}
