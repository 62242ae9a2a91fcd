package org.dextwin.mechanics.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;
import org.junit.jupiter.api.Test;

class RestingFacesTest {

  @Test
  void boxRestsOnSixFacesTheLargestFirst() {
    List<RestingFace> faces = RestingFaces.of(MeshShapes.box(0.1, 0.2, 0.3), Vec3.ZERO);

    assertThat(faces).hasSize(6);
    RestingFace largest = faces.get(0);
    assertThat(Math.abs(largest.normal().x())).isCloseTo(1, within(1e-12));
    assertThat(largest.area()).isCloseTo(0.06, within(1e-12));
    assertThat(largest.centerOfMassHeight()).isCloseTo(0.05, within(1e-12));
    assertThat(largest.margin()).isCloseTo(0.1, within(1e-12));
    assertThat(largest.tippingAngle()).isCloseTo(Math.atan(2), within(1e-12));
    assertThat(largest.polygon()).hasSize(4);
  }

  @Test
  void bodyPlacedOnItsFaceTouchesTheTable() {
    TriangleMesh letter = MeshShapes.letterA(0.1, 0.12, 0.02);

    for (RestingFace face : RestingFaces.of(letter, new Vec3(0.001, 0.002, -0.01))) {
      Quat R_WB = face.restingRotation();
      double lowest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < letter.vertexCount(); i++) {
        lowest = Math.min(lowest, face.originHeight() + R_WB.rotate(letter.vertex(i)).z());
      }
      assertThat(lowest).isCloseTo(0, within(1e-12));
      for (Vec3 corner : face.polygon()) {
        assertThat(face.originHeight() + R_WB.rotate(corner).z()).isCloseTo(0, within(1e-12));
      }
    }
  }

  @Test
  void letterStandsOnItsFeetAndLiesOnItsSides() {
    TriangleMesh letter = MeshShapes.letterA(0.1, 0.1, 0.02);
    Vec3 center = SolidMass.uniform(letter, 1).centerOfMass();

    List<RestingFace> faces = RestingFaces.of(letter, center);

    assertThat(faces).extracting(RestingFace::normal).anyMatch(n -> n.z() < -0.999);
    assertThat(faces.get(0).normal()).matches(n -> Math.abs(n.y()) > 0.999);
    RestingFace feet =
        faces.stream().filter(face -> face.normal().z() < -0.999).findFirst().orElseThrow();
    // the two feet bear it like one face from the left foot's rim to the right one's
    assertThat(feet.area()).isCloseTo(0.1 * 0.02, within(1e-12));
  }

  @Test
  void faceWithTheCenterOfMassBesideItIsNone() {
    // the top of an upright box leaning out over its base: a sheared box
    double[] vertices = MeshShapes.box(0.1, 0.1, 0.3).vertices();
    for (int i = 0; i < vertices.length; i += 3) {
      vertices[i] += vertices[i + 2];
    }
    TriangleMesh sheared = new TriangleMesh(vertices, MeshShapes.box(1, 1, 1).triangles());

    assertThat(RestingFaces.of(sheared, Vec3.ZERO))
        .isNotEmpty()
        .allSatisfy(face -> assertThat(Math.abs(face.normal().z())).isLessThan(0.999));
  }

  @Test
  void roughBottomIsOneFace() {
    // a cylinder with noise of a tenth of the flatness on every vertex
    TriangleMesh cylinder = MeshShapes.cylinder(0.05, 0.04, 300);
    double[] vertices = cylinder.vertices();
    Random random = new Random(3);
    double flatness = RestingFaces.RELATIVE_FLATNESS * BoundingBox.of(cylinder).diagonal();
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] += 0.1 * flatness * (2 * random.nextDouble() - 1);
    }

    List<RestingFace> faces =
        RestingFaces.of(new TriangleMesh(vertices, cylinder.triangles()), Vec3.ZERO);

    List<RestingFace> ends =
        faces.stream().filter(face -> Math.abs(face.normal().z()) > 0.99).toList();
    assertThat(ends).hasSize(2);
    assertThat(ends.get(0).area()).isCloseTo(Math.PI * 0.05 * 0.05, within(1e-4));
  }

  @Test
  void weldedSoupEqualsTheMesh() {
    TriangleMesh letter = MeshShapes.letterA(0.1, 0.1, 0.02);
    double[] soup = new double[9 * letter.triangleCount()];
    int[] corners = new int[3 * letter.triangleCount()];
    Random random = new Random(5);
    for (int i = 0; i < corners.length; i++) {
      letter.vertex(letter.corner(i / 3, i % 3)).copyTo(soup, 3 * i);
      corners[i] = i;
    }
    TriangleMesh loose = new TriangleMesh(soup, corners);
    for (int i = 0; i < soup.length; i++) {
      soup[i] += 1e-7 * (random.nextDouble() - 0.5);
    }
    TriangleMesh looseAndNoisy = new TriangleMesh(soup, corners);

    assertThat(SolidMass.defect(loose)).isPresent();
    TriangleMesh exact = VertexWelder.weld(loose);
    assertThat(exact.vertexCount()).isEqualTo(letter.vertexCount());
    assertThat(SolidMass.volume(exact)).isCloseTo(SolidMass.volume(letter), within(1e-15));
    assertThat(SolidMass.defect(VertexWelder.weld(looseAndNoisy))).isPresent();
    TriangleMesh near = VertexWelder.weld(looseAndNoisy, 1e-6);
    assertThat(near.vertexCount()).isEqualTo(letter.vertexCount());
    assertThat(SolidMass.volume(near)).isCloseTo(SolidMass.volume(letter), within(1e-9));
  }

  @Test
  void weldingDropsTrianglesThatCollapse() {
    TriangleMesh mesh =
        new TriangleMesh(
            new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0, -0.0, 0, 0}, new int[] {0, 1, 2, 0, 3, 2});

    assertThat(VertexWelder.weld(mesh).triangleCount()).isEqualTo(1);
    assertThat(VertexWelder.weld(mesh).vertexCount()).isEqualTo(3);
  }
}
