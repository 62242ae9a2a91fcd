package org.dextwin.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dextwin.api.math.Vec3;
import org.junit.jupiter.api.Test;

class TriangleMeshTest {

  private static final double[] CORNERS = {0, 0, 0, 1, 0, 0, 0, 1, 0};

  @Test
  void holdsCopies() {
    double[] corners = CORNERS.clone();
    TriangleMesh mesh = new TriangleMesh(corners, new int[] {0, 1, 2});
    corners[3] = 9;
    mesh.vertices()[3] = 9;

    assertThat(mesh.vertex(1)).isEqualTo(Vec3.X);
    assertThat(mesh).isEqualTo(new TriangleMesh(CORNERS, new int[] {0, 1, 2}));
  }

  @Test
  void refusesBrokenArrays() {
    assertThatThrownBy(() -> new TriangleMesh(CORNERS, new int[] {0, 1, 3}))
        .hasMessage("triangle 0 names vertex 3; the mesh has vertices 0 to 2");
    assertThatThrownBy(() -> new TriangleMesh(new double[4], new int[0]))
        .hasMessageContaining("multiples of 3");
    assertThatThrownBy(
            () -> new TriangleMesh(new double[] {0, Double.POSITIVE_INFINITY, 0}, new int[0]))
        .hasMessageContaining("vertex 0 has the coordinate Infinity");
  }
}
