package org.dextwin.experiments.drex.internal.calibrated;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.experiments.drex.internal.calibrated.CalibratedForceConfig.PushedObject;
import org.dextwin.experiments.drex.internal.calibrated.CalibratedForceConfig.Replicas;
import org.dextwin.experiments.drex.internal.fit.MassFit;
import org.dextwin.experiments.drex.internal.fit.TrackedPoses;
import org.dextwin.mechanics.format.MeshReader;
import org.dextwin.mechanics.mesh.SolidMass;

/**
 * Identifies masses from pushes of known force, in every configured engine, beside the closed form
 * (D-REX A.2.4), and prints tables shaped like D-REX's Tables 5 and 2.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class CalibratedForce {

  /** The paper's start: a mass far below any object's (D-REX A.3.2) [kg]. */
  private static final double START_MASS = 0.002;

  private static final double GRAMS = 1000;

  private final CalibratedForceConfig config;
  private final Simulator world;
  private final Map<String, Simulator> engines;
  private final Function<String, RandomGenerator> noise;
  private final PushWorld push;
  private double largestError;

  /**
   * Prepares the method.
   *
   * @param config its settings
   * @param resolve makes an engine of a reference
   * @param noise makes the random stream of a name, for the tracker's noise
   */
  public CalibratedForce(
      CalibratedForceConfig config,
      Function<ComponentRef<Simulator>, Simulator> resolve,
      Function<String, RandomGenerator> noise) {
    this.config = config;
    this.world = resolve.apply(config.world());
    this.engines = new LinkedHashMap<>();
    config.engines().forEach(engine -> engines.put(label(engine.path()), resolve.apply(engine)));
    this.noise = noise;
    this.push = new PushWorld(config.push(), config.tracker());
  }

  private static String label(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /**
   * Identifies every mass and reports tables, a convergence plot and items.
   *
   * @param context where to report
   */
  public void run(ExperimentContext context) {
    List<PushedObject> replicas = replicas();
    List<Item> objectRows = new ArrayList<>();
    List<Item> replicaRows = new ArrayList<>();
    List<Plot.Series> convergence = new ArrayList<>();
    int total = config.objects().size() + replicas.size();
    try (Progress progress = context.progress("calibrated pushes", total)) {
      for (PushedObject object : config.objects()) {
        objectRows.add(identify(object, context, convergence));
        progress.advance(1);
      }
      for (PushedObject object : replicas) {
        replicaRows.add(identify(object, context, convergence));
        progress.advance(1);
      }
    }
    if (!objectRows.isEmpty()) {
      context.table(table("Calibrated force: integrators (shaped like D-REX Table 5)", objectRows));
    }
    if (!replicaRows.isEmpty()) {
      context.table(table("Calibrated force: one shape, several masses (Table 2)", replicaRows));
    }
    context.plot(
        new Plot(
            "calibrated-force-convergence",
            "Convergence of the trajectory loss from " + START_MASS * GRAMS + " g",
            "iteration",
            "half the trajectory loss",
            Plot.Scale.LOGARITHMIC,
            convergence));
    context.metric("calibrated_force_max_abs_error_pct", largestError);
  }

  private List<PushedObject> replicas() {
    if (config.replicas().isEmpty()) {
      return List.of();
    }
    Replicas replicas = config.replicas().get();
    List<PushedObject> objects = new ArrayList<>();
    for (int i = 0; i < replicas.massesKg().size(); i++) {
      objects.add(
          new PushedObject(
              replicas.name(),
              replicas.mesh(),
              replicas.massesKg().get(i),
              i < replicas.paperKg().size()
                  ? Optional.of(replicas.paperKg().get(i))
                  : Optional.empty()));
    }
    return objects;
  }

  /** Pushes one object in the world and identifies its mass in every engine. */
  private Item identify(
      PushedObject object, ExperimentContext context, List<Plot.Series> convergence) {
    context.checkCancelled();
    MassProperties shape = centredUnitMass(object.mesh());
    TrackedPoses tracked = push.watch(world, shape.withMass(object.massKg()), noiseOf(object));
    double closedForm = closedForm(tracked);
    Item row =
        Item.empty()
            .with("object", object.name())
            .with("truth_kg", object.massKg())
            .with("closed_form_kg", closedForm)
            .with("paper_kg", object.paperKg().orElse(null));
    for (Map.Entry<String, Simulator> engine : engines.entrySet()) {
      MassFit fit = fit(object, engine, shape, tracked, closedForm);
      double error = 100 * (fit.mass() / object.massKg() - 1);
      largestError = Math.max(largestError, Math.abs(error));
      row =
          row.with(engine.getKey() + "_kg", fit.mass())
              .with(engine.getKey() + "_seconds_per_iteration", fit.secondsPerIteration());
      context.item(
          Item.empty()
              .with("method", "calibrated-force")
              .with("object", object.name())
              .with("engine", engine.getKey())
              .with("gradient", fit.exactGradient() ? "engine" : "central-differences")
              .with("truth_kg", object.massKg())
              .with("mass_kg", fit.mass())
              .with("closed_form_kg", closedForm)
              .with("error_pct", error)
              .with("iterations", fit.costs().size() - 1)
              .with("outcome", fit.outcome().name().toLowerCase(Locale.ROOT)));
      if (engine.getKey().equals(engines.keySet().iterator().next())) {
        convergence.add(series(object, fit));
      }
    }
    return row;
  }

  /** A stream for each object, so that the others of the configuration do not matter to it. */
  private RandomGenerator noiseOf(PushedObject object) {
    return noise.apply("tracker of " + object.name() + " with " + object.massKg() + " kg");
  }

  /** Searches from the paper's start, far below every mass, and from the closed form. */
  private MassFit fit(
      PushedObject object,
      Map.Entry<String, Simulator> named,
      MassProperties shape,
      TrackedPoses tracked,
      double closedForm) {
    Simulator engine = named.getValue();
    try (Simulation simulation = engine.open(push.scene(shape.withMass(START_MASS)))) {
      return MassFit.of(
          simulation,
          PushWorld.BODY,
          push.controls(engine.timeStep()),
          tracked,
          push.noise(),
          List.of(START_MASS, closedForm));
    } catch (SimulationException e) {
      throw new InvalidInputException(
          "the push of "
              + object.name()
              + " cannot be simulated in engine '"
              + named.getKey()
              + "': "
              + e.getMessage()
              + "; give the engine a smaller time-step-s, or the push a smaller offset-m",
          e);
    }
  }

  private double closedForm(TrackedPoses tracked) {
    double[] heights = tracked.poses().stream().mapToDouble(pose -> pose.position().z()).toArray();
    return new ClosedForm(
            config.push().peakN(), config.push().durationS(), -Scene.EARTH_GRAVITY.z())
        .mass(tracked, heights, 0);
  }

  /** A uniform solid of one kilogram about its centre of mass. */
  private static MassProperties centredUnitMass(Path mesh) {
    MassProperties solid = SolidMass.uniform(MeshReader.read(mesh), 1);
    return new MassProperties(1, Vec3.ZERO, solid.inertia());
  }

  private static Plot.Series series(PushedObject object, MassFit fit) {
    double[] iterations = new double[fit.costs().size()];
    double[] costs = new double[iterations.length];
    for (int i = 0; i < iterations.length; i++) {
      iterations[i] = i;
      costs[i] = fit.costs().get(i);
    }
    String label = "%s %.0f g".formatted(object.name(), GRAMS * object.massKg());
    return new Plot.Series(label, Plot.Style.LINE, iterations, costs);
  }

  private Table table(String title, List<Item> rows) {
    List<Table.Column> columns = new ArrayList<>();
    columns.add(Table.Column.of("object", "object"));
    columns.add(new Table.Column("truth_kg", "truth [g]", GRAMS, 1));
    columns.add(new Table.Column("closed_form_kg", "closed form [g]", GRAMS, 2));
    for (String engine : engines.keySet()) {
      columns.add(new Table.Column(engine + "_kg", engine + " [g]", GRAMS, 2));
    }
    for (String engine : engines.keySet()) {
      columns.add(
          new Table.Column(engine + "_seconds_per_iteration", engine + " [ms/iteration]", 1000, 2));
    }
    if (rows.stream().anyMatch(row -> !row.number("paper_kg").equals(OptionalDouble.empty()))) {
      columns.add(new Table.Column("paper_kg", "D-REX [g]", GRAMS, 0));
    }
    return new Table(
        title,
        "Known force "
            + config.push().peakN()
            + " N over "
            + config.push().durationS()
            + " s; the closed form is Eq. 21-25, the others minimise Eq. 6 in an engine. The paper's"
            + " figures are of its own objects of these masses.",
        columns,
        rows);
  }
}
