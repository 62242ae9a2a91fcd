package org.dextwin.mechanics.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.TriangleMesh;
import org.junit.jupiter.api.Test;

class ConvexLayersTest {

  private static final Quat TURN = Quat.fromRollPitchYaw(0.3, -0.7, 1.1);
  private static final Vec3 SHIFT = new Vec3(0.2, -0.1, 0.4);

  private static TriangleMesh placed(TriangleMesh mesh) {
    double[] vertices = mesh.vertices();
    for (int i = 0; i < vertices.length; i += 3) {
      SHIFT.plus(TURN.rotate(Vec3.of(vertices, i))).copyTo(vertices, i);
    }
    return new TriangleMesh(vertices, mesh.triangles());
  }

  private static MassProperties sum(List<ConvexLayer> layers, double density) {
    return layers.stream()
        .map(layer -> layer.uniform(density))
        .reduce(MassProperties::plus)
        .orElseThrow();
  }

  private static void assertSame(MassProperties actual, MassProperties expected, double relative) {
    assertThat(actual.mass()).isCloseTo(expected.mass(), within(relative * expected.mass()));
    assertThat(actual.centerOfMass().distanceTo(expected.centerOfMass()))
        .isLessThan(relative * 0.1);
    double scale = expected.inertia().xx() + expected.inertia().yy() + expected.inertia().zz();
    for (Vec3 axis : List.of(Vec3.X, Vec3.Y, Vec3.Z, new Vec3(1, 1, 1).normalized())) {
      assertThat(actual.inertia().times(axis).distanceTo(expected.inertia().times(axis)))
          .isLessThan(relative * scale);
    }
  }

  @Test
  void layersOfPrismsHaveTheirMassProperties() {
    for (TriangleMesh mesh :
        List.of(MeshShapes.box(0.05, 0.03, 0.12), MeshShapes.cylinder(0.03, 0.1, 24))) {
      TriangleMesh body = placed(mesh);
      List<ConvexLayer> layers = ConvexLayers.of(body, TURN.rotate(Vec3.Z), 40);
      assertThat(layers).hasSize(40);
      double density = 800;
      MassProperties exact = SolidMass.uniform(body, density * SolidMass.volume(body));
      assertSame(sum(layers, density), exact, 1e-9);
    }
  }

  @Test
  void layersOfABallConvergeToIt() {
    TriangleMesh ball = MeshShapes.ball(0.05, 48);
    MassProperties exact = SolidMass.uniform(ball, SolidMass.volume(ball));
    assertSame(sum(ConvexLayers.of(ball, Vec3.X, 160), 1), exact, 2e-3);
  }

  @Test
  void anOpenBoxHasTheVolumeOfAClosedOne() {
    TriangleMesh box = MeshShapes.box(0.05, 0.03, 0.12);
    TriangleMesh open = withoutBottom(box);
    double volume =
        ConvexLayers.of(open, Vec3.Z, 10).stream().mapToDouble(ConvexLayer::volume).sum();
    assertThat(volume).isCloseTo(0.05 * 0.03 * 0.12, within(1e-12));
    assertThat(OpenRim.of(open).missingArea().distanceTo(new Vec3(0, 0, -0.05 * 0.03)))
        .isLessThan(1e-12);
    double surface = 0.05 * 0.03 + 2 * 0.12 * (0.05 + 0.03);
    assertThat(OpenRim.of(open).shareTowards(Vec3.Z.negated()))
        .isCloseTo(0.05 * 0.03 / surface, within(1e-12));
    assertThat(OpenRim.of(box).missingArea().norm()).isLessThan(1e-15);
  }

  @Test
  void keepsNotchesAlongTheAxisOpenAndFillsThoseAcross() {
    TriangleMesh letter = MeshShapes.letterA(0.1, 0.14, 0.03);
    double along =
        ConvexLayers.of(letter, Vec3.Y, 40).stream().mapToDouble(ConvexLayer::volume).sum();
    double hull = ConvexHull.of(letter).volume();
    assertThat(along).isCloseTo(hull, within(1e-9));
    double upright =
        ConvexLayers.of(letter, Vec3.Z, 200).stream().mapToDouble(ConvexLayer::volume).sum();
    assertThat(upright).isLessThan(hull * 1.001).isGreaterThan(SolidMass.volume(letter));
  }

  @Test
  void severalComponentsMakeOneSection() {
    TriangleMesh one = MeshShapes.box(0.02, 0.02, 0.1);
    double[] vertices = Arrays.copyOf(one.vertices(), 6 * one.vertexCount());
    int[] triangles = Arrays.copyOf(one.triangles(), 6 * one.triangleCount());
    for (int i = 0; i < one.vertices().length; i++) {
      vertices[one.vertices().length + i] = one.vertices()[i] + (i % 3 == 0 ? 0.06 : 0);
    }
    for (int i = 0; i < one.triangles().length; i++) {
      triangles[one.triangles().length + i] = one.triangles()[i] + one.vertexCount();
    }
    double volume =
        ConvexLayers.of(new TriangleMesh(vertices, triangles), Vec3.Z, 8).stream()
            .mapToDouble(ConvexLayer::volume)
            .sum();
    assertThat(volume).isCloseTo(0.08 * 0.02 * 0.1, within(1e-12));
  }

  @Test
  void refusesFlatMeshes() {
    TriangleMesh flat =
        new TriangleMesh(new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, new int[] {0, 1, 2});
    assertThatThrownBy(() -> ConvexLayers.of(flat, Vec3.Z, 10))
        .isInstanceOf(NotSolidException.class)
        .hasMessageContaining("flat");
    assertThatThrownBy(() -> ConvexLayers.of(flat, Vec3.X, 10))
        .isInstanceOf(NotSolidException.class);
  }

  /** Drops the triangles of the face z = lowest. */
  private static TriangleMesh withoutBottom(TriangleMesh mesh) {
    double lowest = BoundingBox.of(mesh).lower().z();
    int[] kept = new int[3 * mesh.triangleCount()];
    int count = 0;
    for (int t = 0; t < mesh.triangleCount(); t++) {
      boolean bottom = true;
      for (int k = 0; k < 3; k++) {
        bottom &= mesh.vertex(mesh.corner(t, k)).z() == lowest;
      }
      for (int k = 0; k < 3 && !bottom; k++) {
        kept[count++] = mesh.corner(t, k);
      }
    }
    return new TriangleMesh(mesh.vertices(), Arrays.copyOf(kept, count));
  }
}
