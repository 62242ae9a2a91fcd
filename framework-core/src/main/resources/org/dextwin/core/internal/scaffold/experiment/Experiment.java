package @package@;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.Simulator;

/**
 * Drops a ball and compares its height with -g t^2 / 2.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class @Class@Experiment implements Experiment {

  private static final String BALL = "ball";
  private static final int SAMPLES = 50;

  private final Simulator simulator;
  private final double duration;

  @Class@Experiment(Simulator simulator, @Class@Config config) {
    this.simulator = simulator;
    duration = config.durationS();
  }

  @Override
  public void run(ExperimentContext context) {
    double[] times = new double[SAMPLES];
    double[] heights = new double[SAMPLES];
    double[] expected = new double[SAMPLES];
    double worst = 0;
    int steps = (int) Math.max(1, Math.round(duration / SAMPLES / simulator.timeStep()));
    try (Simulation simulation = simulator.open(scene());
        Progress progress = context.progress("fall", SAMPLES)) {
      for (int i = 0; i < SAMPLES; i++) {
        context.checkCancelled();
        simulation.step(Actuation.NONE, steps);
        times[i] = simulation.state().time();
        heights[i] = simulation.bodies().pose(BALL).position().z();
        expected[i] = -Scene.EARTH_GRAVITY.norm() * times[i] * times[i] / 2;
        worst = Math.max(worst, Math.abs(heights[i] - expected[i]));
        progress.advance(1);
      }
    }
    context.metric("largest_error_m", worst);
    context.table(
        new Table(
            "Fall",
            "Height of the ball at the end, and what it should be.",
            List.of(
                Table.Column.of("time_s", "time [s]"),
                Table.Column.of("height_m", "height [m]"),
                Table.Column.of("expected_m", "expected [m]")),
            List.of(
                Item.empty()
                    .with("time_s", times[SAMPLES - 1])
                    .with("height_m", heights[SAMPLES - 1])
                    .with("expected_m", expected[SAMPLES - 1]))));
    context.plot(
        new Plot(
            "fall",
            "Fall of the ball",
            "time [s]",
            "height [m]",
            Plot.Scale.LINEAR,
            List.of(
                new Plot.Series("simulated", Plot.Style.LINE, times, heights),
                new Plot.Series("closed form", Plot.Style.LINE, times, expected))));
  }

  private static Scene scene() {
    double mass = 0.1; // [kg]
    double moment = 1e-4; // [kg m^2]
    SceneBody ball =
        new SceneBody(
            BALL,
            Optional.of(
                new MassProperties(
                    mass, Vec3.ZERO, SymmetricMatrix3.diagonal(moment, moment, moment))),
            List.of(),
            new Material(0.5, 1000, 1),
            Pose.inWorld(BALL, Vec3.ZERO, Quat.IDENTITY),
            Twist.zero(Pose.WORLD, BALL));
    return new Scene("fall", Scene.EARTH_GRAVITY, List.of(ball), List.of(), List.of());
  }

  @Override
  public void close() {}
}
