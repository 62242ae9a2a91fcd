package org.dextwin.mechanics.mesh.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.junit.jupiter.api.Test;

class VertexComparisonTest {

  private static final TriangleMesh BOX = MeshShapes.box(0.1, 0.2, 0.3);

  private static TriangleMesh stretched(double x, double by) {
    double[] v = BOX.vertices();
    for (int i = 0; i < v.length; i += 3) {
      v[i] = x + by * v[i];
    }
    return new TriangleMesh(v, BOX.triangles());
  }

  @Test
  void anEqualMeshIsNothingApart() {
    VertexComparison same = VertexComparison.of(BOX, BOX, VertexComparison.PAPER_TOLERANCE);
    assertThat(same.meanSquare()).isZero();
    assertThat(same.meanSquareEnlarged()).isZero();
    assertThat(same.fScore()).isEqualTo(1);
  }

  @Test
  void aShiftCountsUnlessBothAreCentred() {
    VertexComparison shifted = VertexComparison.of(BOX, stretched(0.03, 1), 1e-5);
    assertThat(shifted.meanSquare()).isCloseTo(0.03 * 0.03 / 3, within(1e-15));
    assertThat(shifted.meanSquareEnlarged()).isCloseTo(0, within(1e-20));
    assertThat(shifted.fScore()).isZero();
    assertThat(VertexComparison.of(BOX, stretched(0.03, 1), 0.031).fScore()).isEqualTo(1);
  }

  @Test
  void enlargedFiguresAreThoseOfAMesh400TimesAsLarge() {
    // every corner moves by half of 0.1 m
    VertexComparison wider = VertexComparison.of(BOX, stretched(0, 2), 1e-5);
    assertThat(wider.meanSquare()).isCloseTo(0.05 * 0.05 / 3, within(1e-15));
    assertThat(wider.meanSquareEnlarged()).isCloseTo(20.0 * 20 / 3, within(1e-9));
  }

  @Test
  void meshesOfOtherSizesAreRefused() {
    assertThatThrownBy(() -> VertexComparison.of(BOX, MeshShapes.ball(1, 8), 1e-5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8 and 26 vertices");
  }
}
