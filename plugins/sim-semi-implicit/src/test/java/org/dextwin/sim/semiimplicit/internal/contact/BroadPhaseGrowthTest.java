package org.dextwin.sim.semiimplicit.internal.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.dynamics.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The work of finding contacts, in evaluations of distances. */
class BroadPhaseGrowthTest {

  private static final double RADIUS = 0.05;

  /** A field that counts how often it is asked. */
  private static final class Counting implements DistanceField {

    private final DistanceField field;
    private int calls;

    Counting(DistanceField field) {
      this.field = field;
    }

    @Override
    public double distance(double[] y, double reach) {
      calls++;
      return field.distance(y, reach);
    }

    @Override
    public double gradient(double[] y, double reach, double[] g, int ig) {
      calls++;
      return field.gradient(y, reach, g, ig);
    }

    @Override
    public void hessian(double[] y, double reach, double[] in, double[] out) {
      field.hessian(y, reach, in, out);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000, 70_000})
  void theWorkGrowsWithTheTouchingVerticesAndTheRootOfAll(int vertices) {
    for (int touching : new int[] {0, 20, 200}) {
      var field = new Counting(new BoxField(1, 1, 0.1));
      Collider box = Collider.centred("box", new Shape.Box(1, 1, 0.1));
      Shape.Mesh mesh = new Shape.Mesh(ball(vertices));
      Probes probes = Probes.ofVertices(Collider.centred("ball", mesh), mesh);
      // the cap of the ball below height h over its lowest point has h / 2 r of the vertices
      double depth = 2 * RADIUS * touching / vertices - 1e-9;
      Frames frames = new Frames(List.of("ball", "box"));
      frames.position[2] = 0.1 + RADIUS - depth;
      Touches touches = new Touches();
      new ProbedField(0, probes, 1, box, field).collect(frames, 0, touches, 0);
      assertThat(touches.count).as("touching").isBetween(touching - 1, touching + 1);
      // balls of size s round parts of a ball reach the face from a cap of height s: r / s of them
      assertThat(field.calls)
          .as("distances for %d of %d vertices", touching, vertices)
          .isLessThan((int) (8 * touches.count + 6 * Math.sqrt(vertices)));
    }
  }

  @Test
  void thePointsForPlanesHardlyGrow() {
    int coarse = hullPoints(10_000);
    int fine = hullPoints(70_000);
    assertThat(fine).isBetween(100, 3 * coarse / 2);
  }

  private static int hullPoints(int vertices) {
    Collider collider = Collider.centred("ball", new Shape.Mesh(ball(vertices)));
    return Probes.of(collider).points.length / 3;
  }

  /** Points that share the area of a ball evenly, on a spiral. */
  private static TriangleMesh ball(int vertices) {
    double[] points = new double[3 * vertices];
    double golden = Math.PI * (3 - Math.sqrt(5));
    for (int i = 0; i < vertices; i++) {
      double z = 1 - (2.0 * i + 1) / vertices;
      double r = Math.sqrt(1 - z * z);
      new Vec3(r * Math.cos(golden * i), r * Math.sin(golden * i), z)
          .times(RADIUS)
          .copyTo(points, 3 * i);
    }
    // contact of vertices asks for no triangles
    return new TriangleMesh(points, new int[] {0, 1, 2});
  }
}
