package org.dextwin.experiments.drex.internal.synthetic;

import java.util.List;
import java.util.Locale;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.WrenchSignal;
import org.dextwin.experiments.drex.internal.fit.MassFit;
import org.dextwin.experiments.drex.internal.fit.PoseNoise;
import org.dextwin.experiments.drex.internal.fit.TrackedPoses;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.RecordedPush;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.SeenPose;
import org.dextwin.experiments.drex.internal.synthetic.SyntheticConfig.Tracker;

/**
 * D-REX's own architecture: contact points and forces of a rollout of the world drive the object in
 * the differentiable engine, whose table answers by itself, and the mass descends the trajectory
 * loss by the engine's gradient (Eq. 1 to 7). There is no robot in the engine, hence nothing to be
 * learnt of it; the forces must be right.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Lou et al. 2025 (D-REX), section 3.2.
 */
final class ForceDriven {

  /** Prefix of what is reported. */
  static final String NAME = "recorded_forces";

  private static final double PERCENT = 100;

  /** Starts around the quasi-static mass: an object that a force tips or not has two valleys. */
  private static final List<Double> START_FACTORS = List.of(1.0, 0.5, 2.0);

  private final Simulator world;
  private final Simulator engine;
  private final Tracker tracker;

  ForceDriven(Simulator world, Simulator engine, Tracker tracker) {
    this.world = world;
    this.engine = engine;
    this.tracker = tracker;
  }

  /** Adds what it makes of a push to its row. */
  Item identify(Item row, SyntheticPush push) {
    RecordedPush recorded = push.recorded();
    RecordedForces forces =
        RecordedForces.of(
            world,
            push.scene(),
            SyntheticPush.OBJECT,
            SyntheticPush.HAND,
            push.targets(),
            recorded.end());
    WrenchSignal signal =
        forces.signal(SyntheticPush.OBJECT, engine.timeStep(), recorded.start(), recorded.end());
    Item with = row.with(NAME + "_contacts", forces.contacts());
    try (Simulation simulation = engine.open(withoutRobots(push.scene()))) {
      MassFit fit =
          MassFit.of(
              simulation,
              SyntheticPush.OBJECT,
              ControlSequence.ofWrenches(signal),
              tracked(recorded),
              new PoseNoise(tracker.positionNoiseM(), tracker.rotationNoiseRad()),
              START_FACTORS.stream().map(it -> it * recorded.quasiStaticMass()).toList());
      double error = PERCENT * (fit.mass() / push.truth().mass() - 1);
      return with.with(NAME + "_kg", fit.mass())
          .with(NAME + "_raw_error_pct", error)
          .with(NAME + "_error_pct", Math.abs(error))
          .with(NAME + "_gradient", fit.exactGradient() ? "engine" : "central differences")
          .with(NAME + "_iterations", fit.costs().size() - 1)
          .with(NAME + "_outcome", fit.outcome().name().toLowerCase(Locale.ROOT));
    } catch (SimulationException e) {
      return with.with(NAME + "_reason", String.valueOf(e.getMessage()))
          .with(NAME + "_error_pct", PERCENT);
    }
  }

  /** What it made of all pushes. */
  static Table table(List<Item> rows) {
    return new Table(
        "Recorded forces (D-REX's architecture)",
        "Contact points and forces of the world drive the object in the engine.",
        List.of(
            Table.Column.of("run", "push"),
            Table.Column.of("shape", "shape"),
            new Table.Column("truth_kg", "truth [g]", 1000, 0),
            new Table.Column(NAME + "_kg", "mass [g]", 1000, 1),
            new Table.Column(NAME + "_raw_error_pct", "error [%]", 1, 2),
            Table.Column.of(NAME + "_contacts", "points of contact"),
            Table.Column.of(NAME + "_iterations", "iterations")),
        rows);
  }

  private static Scene withoutRobots(Scene scene) {
    return new Scene(
        scene.name(),
        scene.gravity(),
        scene.bodies(),
        List.of(),
        scene.pairs().stream()
            .filter(pair -> !pair.first().equals(SyntheticPush.HAND))
            .filter(pair -> !pair.second().equals(SyntheticPush.HAND))
            .toList());
  }

  private static TrackedPoses tracked(RecordedPush push) {
    List<SeenPose> seen =
        push.poses().stream()
            .filter(pose -> pose.time() > push.start() && pose.time() < push.end())
            .toList();
    return new TrackedPoses(
        seen.stream().map(pose -> pose.time() - push.start()).toList(),
        seen.stream().map(SeenPose::pose).toList());
  }
}
