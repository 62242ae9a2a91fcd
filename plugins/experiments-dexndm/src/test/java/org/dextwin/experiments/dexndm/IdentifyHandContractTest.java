package org.dextwin.experiments.dexndm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.SimulatorFeature;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.experiments.dexndm.fake.ServoHand;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;
import org.dextwin.testkit.experiment.TestExperimentContext;
import org.dextwin.testkit.sim.FakeSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiment keeps its contract, and finds a gain that nobody told it. */
final class IdentifyHandContractTest extends ExperimentContract<IdentifyHandConfig> {

  private static final double MODEL = 3;
  private static final double HIDDEN = 1.7;
  private static final double TIME_STEP = 0.0125;

  @TempDir private Path folder = Path.of("");

  private boolean gradients = true;
  private int steps = 60;

  @Override
  protected ComponentProvider<Experiment, IdentifyHandConfig> provider() {
    return new IdentifyHandProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "scale",
        "paper-shape",
        "source",
        "source",
        "target",
        "target",
        "episodes",
        3,
        "candidates",
        8,
        "starts",
        1,
        "searched",
        1,
        "nuisances",
        List.of("backlash"));
  }

  @Override
  protected void supply(TestComponentContext context) {
    FakeSimulator world = new FakeSimulator(TIME_STEP);
    context.with("source", new ServoHand(MODEL, world, steps));
    context.with("target", new ServoHand(HIDDEN, world, steps));
    context.with(
        Simulator.class,
        gradients
            ? world
            : new FakeSimulator(
                TIME_STEP,
                EnumSet.of(
                    SimulatorFeature.FREE_BODIES,
                    SimulatorFeature.CONTACT,
                    SimulatorFeature.ARTICULATED_ROBOTS)));
  }

  private TestExperimentContext run() {
    TestExperimentContext context = new TestExperimentContext(folder);
    create().run(context);
    return context;
  }

  @Test
  void aHiddenGainIsFound() throws IOException {
    TestExperimentContext context = run();
    Item joint = context.items().get(0);
    assertThat(joint.number("nominal_kp")).hasValue(MODEL);
    assertThat(joint.number("true_kp")).hasValue(HIDDEN);
    assertThat(joint.number("kp").orElseThrow()).isCloseTo(HIDDEN, within(0.01 * HIDDEN));
    assertThat(joint.number("kp_low").orElseThrow()).isLessThan(joint.number("kp").orElseThrow());
    assertThat(context.metric("worst_gain_error_pct")).isLessThan(1);
    assertThat(context.metric("n")).isEqualTo(1);
    assertThat(context.metric("identified_distance_rad"))
        .isLessThan(0.05 * context.metric("nominal_distance_rad"));
    assertThat(Files.readString(folder.resolve("identified.conf")))
        .contains("\"bend\" { position-gain = 0.56");
  }

  @Test
  void recordingsThatAreTooShortAreRefused() {
    steps = 15;
    TestExperimentContext context = new TestExperimentContext(folder);
    Experiment experiment = create();
    assertThatThrownBy(() -> experiment.run(context))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("of 3 recorded episodes 0 are longer");
  }

  @Test
  void anEngineWithoutGradientsFindsItByDifferences() {
    gradients = false;
    TestExperimentContext context = run();
    assertThat(context.metric("worst_gain_error_pct")).isLessThan(1);
    assertThat(context.notes().get("Use")).contains("central differences");
  }
}
