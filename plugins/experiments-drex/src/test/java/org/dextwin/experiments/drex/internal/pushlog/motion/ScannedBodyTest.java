package org.dextwin.experiments.drex.internal.pushlog.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.experiments.drex.internal.pushlog.motion.StableFace.Surface;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.mechanics.mesh.SolidMass;
import org.dextwin.mechanics.mesh.VertexWelder;
import org.junit.jupiter.api.Test;

class ScannedBodyTest {

  private static StableFace face(ScannedBody body, Vec3 normal) {
    return body.faces().stream()
        .filter(f -> f.normal().dot(normal) > 0.99)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aBoxStandsOnItsSixSides() {
    ScannedBody body = new ScannedBody("box", MeshShapes.box(0.03, 0.05, 0.12));
    assertThat(body.faces()).hasSize(6).allMatch(f -> f.surface() == Surface.CLOSED);
    double total = 2 * (0.03 * 0.05 + 0.03 * 0.12 + 0.05 * 0.12);
    assertThat(face(body, Vec3.X).areaShare()).isCloseTo(0.05 * 0.12 / total, within(1e-9));
    assertThat(face(body, Vec3.X).offset()).isCloseTo(0.015, within(1e-12));
    assertThat(face(body, Vec3.Z).words()).isEqualTo("its +z side");
  }

  @Test
  void noiseOfAScanDoesNotBreakFacesUp() {
    TriangleMesh box = finelyMeshed(0.03, 0.05, 0.12, 12);
    double[] vertices = box.vertices();
    Random random = new Random(4);
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] += 2e-4 * random.nextGaussian();
    }
    ScannedBody body = new ScannedBody("scan", new TriangleMesh(vertices, box.triangles()));
    for (Vec3 normal : List.of(Vec3.X, Vec3.Y, Vec3.Z)) {
      assertThat(Math.toDegrees(Math.acos(face(body, normal).normal().dot(normal)))).isLessThan(2);
      assertThat(Math.toDegrees(Math.acos(-face(body, normal.negated()).normal().dot(normal))))
          .isLessThan(2);
    }
  }

  @Test
  void theOpenEndOfAScanIsAFaceLevelWithTheOneOpposite() {
    TriangleMesh box = finelyMeshed(0.03, 0.05, 0.12, 12);
    double[] vertices = box.vertices();
    Random random = new Random(5);
    for (int i = 0; i < vertices.length; i += 3) {
      // the rim of the scan is ragged by a centimetre
      vertices[i + 2] += vertices[i + 2] < -0.059 ? 0.01 * random.nextDouble() : 0;
    }
    TriangleMesh scan =
        Meshes.without(new TriangleMesh(vertices, box.triangles()), z -> z < -0.0498);
    ScannedBody body = new ScannedBody("scan", scan);
    StableFace open = body.faces().stream().filter(StableFace::open).findFirst().orElseThrow();
    assertThat(open.normal().distanceTo(Vec3.Z.negated())).isLessThan(0.01);
    assertThat(open.words()).isEqualTo("the open -z end of the scan");
    assertThat(face(body, Vec3.Z).surface()).isEqualTo(Surface.OPPOSITE_OPEN);
    StandingSolid solid = body.standingOn(open).solid(0.06 - open.offset() + 0.02);
    MassProperties whole = SolidMass.uniform(MeshShapes.box(0.03, 0.05, 0.14), 1);
    assertThat(solid.volume()).isCloseTo(0.03 * 0.05 * 0.14, within(0.01 * solid.volume()));
    assertThat(solid.centerOfMassHeight()).isCloseTo(0.07, within(0.001));
    assertThat(solid.inertiaPerMass().xx())
        .isCloseTo(whole.inertia().xx(), within(0.02 * whole.inertia().xx()));
    assertThat(solid.halfBase(Vec3.X)).isCloseTo(0.015, within(5e-4));
    assertThat(solid.halfBase(Vec3.Y)).isCloseTo(0.025, within(5e-4));
  }

  @Test
  void aClosedBodyIsItsExactSolidEvenIfItHasNotches() {
    TriangleMesh letter = MeshShapes.letterA(0.1, 0.14, 0.03);
    ScannedBody body = new ScannedBody("letter", letter);
    StandingSolid solid = body.standingOn(face(body, Vec3.Z.negated())).solid(0);
    assertThat(solid.volume()).isCloseTo(SolidMass.volume(letter), within(1e-12));
    assertThat(solid.halfBase(Vec3.Y)).isCloseTo(0.015, within(1e-9));
    assertThat(solid.halfBase(Vec3.X)).isCloseTo(0.05, within(1e-9));
  }

  /** A box each of whose sides is a grid of triangles, counter-clockwise from outside. */
  private static TriangleMesh finelyMeshed(double x, double y, double z, int n) {
    double[] size = {x, y, z};
    TriangleMesh mesh = new TriangleMesh(new double[0], new int[0]);
    for (int axis = 0; axis < 3; axis++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        mesh = Meshes.joined(mesh, grid(size, axis, sign, n));
      }
    }
    return VertexWelder.weld(mesh, 1e-9);
  }

  private static TriangleMesh grid(double[] size, int axis, int sign, int n) {
    int u = (axis + 1) % 3;
    int v = (axis + 2) % 3;
    double[] vertices = new double[3 * (n + 1) * (n + 1)];
    int[] triangles = new int[6 * n * n];
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= n; j++) {
        int at = 3 * (i * (n + 1) + j);
        vertices[at + axis] = sign * size[axis] / 2;
        vertices[at + u] = size[u] * ((double) i / n - 0.5);
        vertices[at + v] = size[v] * ((double) j / n - 0.5);
      }
    }
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int a = i * (n + 1) + j;
        int[] square =
            sign > 0
                ? new int[] {a, a + n + 1, a + n + 2, a, a + n + 2, a + 1}
                : new int[] {a, a + n + 2, a + n + 1, a, a + 1, a + n + 2};
        System.arraycopy(square, 0, triangles, count, 6);
        count += 6;
      }
    }
    return new TriangleMesh(vertices, triangles);
  }
}
