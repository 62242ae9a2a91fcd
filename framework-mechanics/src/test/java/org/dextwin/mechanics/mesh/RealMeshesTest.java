package org.dextwin.mechanics.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.format.MeshReader;
import org.dextwin.testkit.SharedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meshes of real objects: exports of CAD programs and scans. */
class RealMeshesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.stl",
        "cookie.stl",
        "domino.stl",
        "ketchup.stl",
        "lego-convex.stl",
        "lego.ply",
        "u.stl"
      })
  void meshHasMassAndRestsOnAFace(String name) {
    TriangleMesh mesh = MeshReader.read(SharedData.require("drex-push/meshes").resolve(name));
    Vec3 center = SolidMass.uniformOrHull(mesh, 1).centerOfMass();

    ConvexHull hull = ConvexHull.of(mesh);
    assertThat(SolidMass.defect(hull.mesh())).isEmpty();
    BoundingBox box = BoundingBox.of(mesh);
    assertThat(BoundingBox.of(hull.mesh())).isEqualTo(box);
    Vec3 size = box.size();
    assertThat(hull.volume() / (size.x() * size.y() * size.z())).isBetween(0.5, 1.0);
    // the objects stand upright along z (u.stl along y) and lie on their sides
    Vec3 up = size.z() > size.y() ? Vec3.Z : Vec3.Y;
    assertThat(RestingFaces.of(mesh, center))
        .hasSizeBetween(4, 20)
        .anyMatch(face -> face.normal().dot(up) < -0.99)
        .anyMatch(face -> Math.abs(face.normal().dot(up)) < 0.1);
  }
}
