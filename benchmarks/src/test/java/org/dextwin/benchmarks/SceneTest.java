package org.dextwin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.mechanics.mesh.SolidMass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmarks simulate what they say they do. */
class SceneTest {

  private static final int STEPS = 1000;

  @ParameterizedTest
  @ValueSource(ints = {26, 999, 1000, 10_000})
  void aStoneIsASolidOfTheGivenNumberOfVertices(int vertices) {
    TriangleMesh mesh = Stone.mesh(vertices);
    assertThat(mesh.vertexCount()).isEqualTo(vertices);
    assertThat(SolidMass.defect(mesh)).isEmpty();
  }

  @Test
  void theStoneTumblesAlongTheGround() {
    try (Rollout rollout = new Rollout(Scenes.tumblingStone(1000), STEPS)) {
      assertThat(turns(rollout.forward())).isGreaterThan(1);
      assertThat(rollout.meanContacts()).isGreaterThan(1);
    }
  }

  @Test
  void thePrismStandsOnAllItsCorners() {
    try (Rollout rollout = new Rollout(Scenes.slidingPrism(64), STEPS)) {
      assertThat(rollout.meanContacts()).isGreaterThan(60);
    }
  }

  @Test
  void thereAreGradientsOfContact() {
    try (Rollout rollout = new Rollout(Scenes.tumblingStone(1000), STEPS)) {
      var gradient = rollout.forwardAndGradient().parameters();
      assertThat(gradient.keySet()).containsExactlyInAnyOrderElementsOf(rollout.parameters());
      assertThat(gradient.get("body.mass")).isFinite().isNotZero();
      assertThat(rollout.sensitivities(2).trajectory().samples()).isEqualTo(STEPS + 1);
    }
  }

  /** Turns about horizontal axes. */
  private static double turns(Trajectory trajectory) {
    double angle = 0;
    int spin = trajectory.layout().bodyVelocity(Scenes.BODY);
    for (int i = 0; i < trajectory.samples(); i++) {
      angle +=
          trajectory.timeStep()
              * Math.hypot(trajectory.velocity(i, spin), trajectory.velocity(i, spin + 1));
    }
    return angle / (2 * Math.PI);
  }
}
