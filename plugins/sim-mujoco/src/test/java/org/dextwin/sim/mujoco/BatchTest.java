package org.dextwin.sim.mujoco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.Shape;
import org.dextwin.api.sim.BatchSimulation;
import org.dextwin.api.sim.BatchSimulation.Rollout;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.api.sim.WrenchSignal;
import org.junit.jupiter.api.Test;

class BatchTest {

  private static final int STEPS = 150;

  private static Scene box() {
    Material material = new Material(0.6, 1e4, 30);
    SceneBody box =
        SceneBody.free(
            "box",
            new MassProperties(0.3, Vec3.ZERO, SymmetricMatrix3.diagonal(2e-4, 3e-4, 4e-4)),
            List.of(Collider.centred("box", new Shape.Box(0.05, 0.04, 0.03))),
            material,
            Pose.inWorld("box", new Vec3(0, 0, 0.05), Quat.IDENTITY),
            Twist.zero(Pose.WORLD, "box"));
    SceneBody table =
        SceneBody.fixed(
            "table",
            List.of(Collider.centred("top", new Shape.Plane())),
            material,
            Pose.inWorld("table", Vec3.ZERO, Quat.IDENTITY));
    return new Scene("push", Scene.EARTH_GRAVITY, List.of(box, table), List.of(), List.of());
  }

  /** Pushes of many strengths from many heights. */
  private static List<Rollout> rollouts(SimulationState start, int count) {
    List<Rollout> rollouts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] q = start.q();
      q[6] += 0.001 * i;
      double[] wrench = new double[6 * STEPS];
      for (int step = 0; step < STEPS; step++) {
        wrench[6 * step + 3] = 0.2 * i;
      }
      rollouts.add(
          new Rollout(
              new SimulationState(0, q, start.v(), start.internal()),
              ControlSequence.ofWrenches(new WrenchSignal("box", wrench))));
    }
    return rollouts;
  }

  private static List<double[]> ends(int workers) {
    try (BatchSimulation batch = TestEngine.simulator().openBatch(box(), workers)) {
      List<double[]> ends = new ArrayList<>();
      for (Trajectory trajectory : batch.run(rollouts(batch.start(), 13))) {
        double[] q = new double[7];
        for (int i = 0; i < q.length; i++) {
          q[i] = trajectory.position(STEPS, i);
        }
        ends.add(q);
      }
      return ends;
    }
  }

  @Test
  void resultsDoNotDependOnTheWorkers() {
    List<double[]> alone = ends(1);
    assertThat(alone.get(12)[4]).as("a strong push").isGreaterThan(alone.get(1)[4] + 0.01);
    for (int workers : new int[] {2, 3, 7}) {
      List<double[]> together = ends(workers);
      for (int i = 0; i < alone.size(); i++) {
        assertThat(together.get(i))
            .as("rollout %d of %d workers", i, workers)
            .isEqualTo(alone.get(i));
      }
    }
  }

  @Test
  void firstFailureIsReportedAndTheBatchGoesOn() {
    try (BatchSimulation batch = TestEngine.simulator().openBatch(box(), 2)) {
      List<Rollout> rollouts = new ArrayList<>(rollouts(batch.start(), 4));
      double[] wrench = new double[6 * STEPS];
      wrench[3] = 1e300;
      rollouts.set(
          2,
          new Rollout(batch.start(), ControlSequence.ofWrenches(new WrenchSignal("box", wrench))));
      assertThatCode(() -> batch.run(rollouts))
          .isInstanceOf(SimulationException.class)
          .hasMessageContaining("box");
      assertThat(batch.run(rollouts(batch.start(), 4))).hasSize(4);
    }
  }

  @Test
  void closedBatchIsRefused() {
    BatchSimulation batch = TestEngine.simulator().openBatch(box(), 2);
    List<Rollout> rollouts = rollouts(batch.start(), 1);
    batch.close();
    batch.close();
    assertThatCode(() -> batch.run(rollouts)).isInstanceOf(IllegalStateException.class);
  }
}
