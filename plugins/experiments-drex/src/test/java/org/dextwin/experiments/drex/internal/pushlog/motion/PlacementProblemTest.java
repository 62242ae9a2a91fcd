package org.dextwin.experiments.drex.internal.pushlog.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.experiments.drex.internal.pushlog.motion.StableFace.Surface;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.junit.jupiter.api.Test;

class PlacementProblemTest {

  private static final TriangleMesh OPEN_BOX =
      Meshes.without(MeshShapes.box(0.03, 0.05, 0.11), z -> z < -0.05);

  private static final PushTrack TRACK =
      PushTrack.of(
          new SyntheticTake(Vec3.Z.negated(), Vec3.X, new Vec3(0.015, 0, -0.07), 3)
              .tilting(SyntheticTake.ramp(Math.PI / 2, 1.2))
              .noisy(1)
              .track(),
          SyntheticTake.HAND_ONSET);

  private static Candidate candidate(Optional<StableFace> lying) {
    StableFace standing = new StableFace(Vec3.Z.negated(), 0.055, 0.1, Surface.OPEN);
    ScannedBody body = new ScannedBody("box", OPEN_BOX);
    return new Candidate(Quat.IDENTITY, body.standingOn(standing), lying);
  }

  private static void assertJacobian(PlacementProblem problem, double[] x) {
    int rows = problem.residualCount();
    double[] jacobian = new double[3 * rows];
    double[] lower = new double[rows];
    double[] upper = new double[rows];
    double[] unused = new double[3 * rows];
    problem.evaluate(x, lower, jacobian);
    double step = 1e-7;
    for (int i = 0; i < 3; i++) {
      double[] at = x.clone();
      at[i] = x[i] + step;
      problem.evaluate(at, upper, unused);
      at[i] = x[i] - step;
      problem.evaluate(at, lower, unused);
      for (int row = 0; row < rows; row++) {
        assertThat(jacobian[3 * row + i])
            .as("residual %d by parameter %d", row, i)
            .isCloseTo((upper[row] - lower[row]) / (2 * step), within(2e-5));
      }
    }
  }

  @Test
  void jacobianIsThatOfCentralDifferences() {
    StableFace side = new StableFace(Vec3.X, 0.015, 0.3, Surface.CLOSED);
    assertJacobian(
        new PlacementProblem(TRACK, TRACK.samples(), candidate(Optional.of(side))),
        new double[] {0.02, -0.03, 0.6});
    assertJacobian(
        new PlacementProblem(TRACK, TRACK.samples(), candidate(Optional.empty())),
        new double[] {-0.05, 0.01, 0.4});
  }

  @Test
  void theExtensionStaysWithinItsBounds() {
    PlacementProblem problem =
        new PlacementProblem(TRACK, TRACK.samples(), candidate(Optional.empty()));
    assertThat(problem.extension(new double[] {0, 0, -1})).isZero();
    assertThat(problem.extension(new double[] {0, 0, 0.5})).isEqualTo(0.015);
    assertThat(problem.extension(new double[] {0, 0, 9})).isEqualTo(0.06);
    assertJacobian(problem, new double[] {0.01, 0.01, -1});
  }

  @Test
  void softL1IsQuadraticThenLinear() {
    assertThat(SoftL1.residual(1e-4)).isCloseTo(1e-4, within(1e-11));
    double wild = 1e4;
    assertThat(SoftL1.residual(-wild)).isNegative();
    assertThat(Math.pow(SoftL1.residual(wild), 2)).isCloseTo(2 * wild, within(3.0));
    double step = 1e-6;
    for (double r : new double[] {-3, -0.5, 0, 0.5, 3}) {
      assertThat(SoftL1.slope(r))
          .isCloseTo(
              (SoftL1.residual(r + step) - SoftL1.residual(r - step)) / (2 * step), within(1e-8));
    }
  }
}
