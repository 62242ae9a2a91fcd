package org.dextwin.experiments.drex.internal.pushlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.perception.RecordedTracker;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.SampleData;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.SampleData.NamedPush;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.TestHand;
import org.dextwin.mechanics.format.MeshWriter;
import org.dextwin.mechanics.log.JointColumns;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.testkit.experiment.TestExperimentContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushLogTest {

  @TempDir private Path takes;
  @TempDir private Path run;

  @BeforeEach
  void writeTakes() throws IOException {
    SampleData.write(takes, SampleData.sample());
  }

  /** Gives the tracks that were simulated; the plugin's own reader is tested where it lives. */
  private static final class SimulatedTracker implements RecordedTracker {
    private final Map<String, PoseTrack> tracks =
        SampleData.sample().stream()
            .collect(Collectors.toMap(NamedPush::take, named -> named.push().record().poses()));

    @Override
    public PoseTrack read(Path folder, String object) {
      PoseTrack track = tracks.get(String.valueOf(folder.getParent().getFileName()));
      assertThat(track.object()).isEqualTo(object);
      return track;
    }

    @Override
    public void close() {}
  }

  private void identify(TestExperimentContext context) {
    PushLogConfig config =
        new PushLogConfig(
            takes,
            new ComponentRef<>(Hand.class, "hand"),
            new ComponentRef<>(PoseTracker.class, "tracker"),
            JointColumns.DREX,
            Vec3.Z,
            new FrictionPrior(0.35, 0.12),
            Map.of(),
            Map.of("box", 0.145),
            EstimatorKind.QUASI_STATIC,
            Optional.empty(),
            Optional.empty());
    new PushLog(config, new TestHand(), new SimulatedTracker(), Optional.empty(), Optional.empty())
        .run(context);
  }

  private TestExperimentContext identify() {
    TestExperimentContext context = new TestExperimentContext(run);
    identify(context);
    return context;
  }

  @Test
  void reportsItemsMetricsTablesAndPlots() {
    TestExperimentContext context = identify();

    assertThat(context.items()).hasSize(3);
    for (Item item : context.items()) {
      assertThat(new ArrayList<>(item.values().keySet()).subList(0, 12))
          .containsExactly(
              "take",
              "object",
              "verdict",
              "mass_kg",
              "mass_low_kg",
              "mass_high_kg",
              "friction",
              "truth_kg",
              "error_pct",
              "baseline_constant_pct",
              "baseline_volume_pct",
              "seconds");
      assertThat(item.text("verdict")).isEqualTo("identified");
      assertThat(item.text("reason")).isNotBlank();
    }
    assertThat(context.metrics())
        .containsOnlyKeys(
            "median_abs_error_pct",
            "mean_abs_error_pct",
            "baseline_constant_mean_abs_error_pct",
            "baseline_volume_mean_abs_error_pct",
            "objects_scored",
            "objects_identified");
    assertThat(context.metric("objects_scored")).isEqualTo(2);
    assertThat(context.metric("objects_identified")).isEqualTo(2);
    assertThat(context.metric("mean_abs_error_pct"))
        .isLessThan(30)
        .isLessThan(context.metric("baseline_constant_mean_abs_error_pct"))
        .isLessThan(context.metric("baseline_volume_mean_abs_error_pct"));
    assertThat(context.tables()).hasSize(2);
    assertThat(context.plots())
        .extracting(Plot::name)
        .contains("box-1-tilt", "box-1-energy", "box-1-effort", "box-1-convergence", "masses")
        .doesNotHaveDuplicates();
    assertThat(context.works().get(0).units()).isEqualTo(3);
    assertThat(context.items().get(0).number("paper_kg")).hasValue(0.145);
    assertThat(context.items().get(2).number("paper_kg")).isEmpty();
  }

  private static List<Map<String, Object>> estimates(TestExperimentContext context) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Item item : context.items()) {
      Map<String, Object> row = new java.util.LinkedHashMap<>(item.values());
      row.keySet()
          .removeAll(
              List.of(
                  "seconds",
                  "truth_kg",
                  "error_pct",
                  "truth_in_interval",
                  "baseline_constant_pct",
                  "baseline_volume_pct"));
      rows.add(row);
    }
    return rows;
  }

  @Test
  void deletingOrPermutingTheTruthChangesNoEstimate() throws IOException {
    Path truth = takes.resolve("ground-truth.csv");
    List<Map<String, Object>> given = estimates(identify());
    Files.writeString(truth, "object,mass_kg\nbox,0.160\ncylinder,0.100\n");
    TestExperimentContext permuted = identify();
    Files.delete(truth);
    TestExperimentContext deleted = identify();

    assertThat(estimates(permuted)).isEqualTo(given);
    assertThat(estimates(deleted)).isEqualTo(given);
    assertThat(permuted.items().get(0).number("truth_kg")).hasValue(0.16);
    assertThat(deleted.items().get(0).number("truth_kg")).isEmpty();
    assertThat(deleted.metric("objects_scored")).isZero();
  }

  @Test
  void aBrokenTakeIsNamedAndTheOthersGoOn() throws IOException {
    Path joints = takes.resolve("box-1/joints.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(joints));
    lines.set(4, lines.get(4).replaceFirst("0\\.0", "oops"));
    Files.write(joints, lines);
    Files.delete(takes.resolve("meshes/cylinder.stl"));
    TestExperimentContext context = new TestExperimentContext(run);

    assertThatThrownBy(() -> identify(context))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("2 inputs could not be read")
        .hasMessageContaining(joints + ":5")
        .hasMessageContaining("has no mesh cylinder.stl");

    assertThat(context.items()).extracting(item -> item.text("take")).containsExactly("box-2");
    assertThat(context.metric("objects_scored")).isEqualTo(1);
    assertThat(context.notes()).containsKey("Take box-1 could not be read");
  }

  @Test
  void aMeshInMillimetresIsNoEstimate() {
    Path mesh = takes.resolve("meshes/cylinder.stl");
    MeshWriter.write(mesh, MeshShapes.cylinder(30, 120, 16));
    TestExperimentContext context = new TestExperimentContext(run);

    assertThatThrownBy(() -> identify(context))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(mesh + ": the mesh is 147 m across")
        .hasMessageContaining("scale one in millimetres by 0.001");
    assertThat(context.items())
        .extracting(item -> item.text("take"))
        .containsExactly("box-1", "box-2");
  }

  @Test
  void aBrokenTruthEndsTheRunAfterAllEstimates() throws IOException {
    Files.writeString(takes.resolve("ground-truth.csv"), "object,mass_kg\nbox,heavy\n");
    TestExperimentContext context = new TestExperimentContext(run);

    assertThatThrownBy(() -> identify(context))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("ground-truth.csv:2");
    assertThat(context.items()).hasSize(3);
  }

  @Test
  void aResumedRunRepeatsNoTake() {
    TestExperimentContext first = identify();
    TestExperimentContext second = new TestExperimentContext(run, first.stages());

    identify(second);

    assertThat(first.stagesWorked()).containsExactly("take box-1", "take box-2", "take cylinder-1");
    assertThat(second.stagesWorked()).isEmpty();
    assertThat(second.items()).isEqualTo(first.items());
    assertThat(second.metrics()).isEqualTo(first.metrics());
  }

  @Test
  void stopsBetweenTakesWhenCancelled() {
    TestExperimentContext context = new TestExperimentContext(run).cancelAfter(1);

    assertThatThrownBy(() -> identify(context)).isInstanceOf(CancellationException.class);
    assertThat(context.stages()).containsOnlyKeys("take box-1");
  }
}
