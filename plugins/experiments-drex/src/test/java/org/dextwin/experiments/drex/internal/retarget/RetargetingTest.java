package org.dextwin.experiments.drex.internal.retarget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.model.HandModel;
import org.dextwin.mechanics.format.MeshWriter;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.experiment.TestExperimentContext;
import org.dextwin.testkit.retarget.FakeRetargeter;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files of human hands to trajectories, verdicts and a report. */
class RetargetingTest {

  @TempDir private Path sample;
  @TempDir private Path out;

  @BeforeEach
  void writeSample() throws IOException {
    SampleHands.write(sample);
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(
        "demonstrations",
        List.of(
            Map.of("hand", sample.resolve("box-1.npz")),
            Map.of("hand", sample.resolve("lost-hand.npz"))));
    settings.put("hand", "hand");
    settings.put("retargeter", "retargeter");
    return settings;
  }

  private static RetargetConfig config(Map<String, Object> settings) {
    return MapSettings.ofProvider("experiment", Map.of("seed", 7), "retarget", settings)
        .as(RetargetConfig.class);
  }

  private TestExperimentContext run(Map<String, Object> settings, HandModel.Side side) {
    TestExperimentContext context = new TestExperimentContext(out);
    new Retargeting(
            config(settings),
            new FakeHand(side).model(),
            new FakeRetargeter(),
            Optional.empty(),
            stream -> new SplittableRandom(7))
        .run(context);
    return context;
  }

  @Test
  void eachDemonstrationHasATrajectoryAndAVerdict() throws IOException {
    TestExperimentContext context = run(settings(), HandModel.Side.RIGHT);
    assertThat(context.items()).hasSize(2);
    Item kept = context.items().get(0);
    Item lost = context.items().get(1);
    assertThat(kept.text("demonstration")).isEqualTo("box-1");
    assertThat(kept.text("verdict")).isEqualTo("kept");
    assertThat(kept.number("gap_frames")).hasValue(0);
    assertThat(kept.number("tip_error_median_m").orElseThrow()).isPositive();
    assertThat(lost.text("verdict")).isEqualTo("rejected");
    assertThat(lost.text("reason")).contains("the hand is out of sight", "at most 0.250 s");
    assertThat(context.metric("kept")).isEqualTo(1);
    assertThat(context.plots()).hasSize(2);
    List<String> lines = Files.readAllLines(out.resolve(kept.text("trajectory")));
    assertThat(lines).hasSize(77);
    assertThat(lines.get(0)).startsWith("# joint-order: ");
    assertThat(Files.readAllLines(out.resolve(lost.text("trajectory"))).get(2 + 35))
        .as("a frame in the gap")
        .startsWith("1.166670,,,,,");
  }

  @Test
  void penetrationIsRejected() {
    Map<String, Object> settings = settings();
    // as large as the way to the hand
    MeshWriter.write(sample.resolve("large.stl"), MeshShapes.box(0.4, 0.4, 0.4));
    settings.put("object", Map.of("mesh", sample.resolve("large.stl")));
    Item strict = run(settings, HandModel.Side.RIGHT).items().get(0);
    assertThat(strict.text("verdict")).isEqualTo("rejected");
    assertThat(strict.text("reason")).contains("the hand is in the object");
    settings.put("limits", Map.of("penetration-m", 1.0));
    Item lenient = run(settings, HandModel.Side.RIGHT).items().get(0);
    assertThat(lenient.text("verdict")).isEqualTo("kept");
  }

  @Test
  void mirroredHandsAreNotHeldAgainstTheObject() {
    Map<String, Object> settings = settings();
    MeshWriter.write(sample.resolve("large.stl"), MeshShapes.box(0.4, 0.4, 0.4));
    settings.put("object", Map.of("mesh", sample.resolve("large.stl")));
    TestExperimentContext context = run(settings, HandModel.Side.LEFT);
    assertThat(context.items().get(0).text("verdict")).isEqualTo("kept");
    assertThat(context.notes().get("box-1")).contains("mirror image");
  }

  @Test
  void theFilterIsCheckedOnWhatIsFit() {
    Map<String, Object> settings = settings();
    settings.put("filter-check", Map.of("copies", 40));
    TestExperimentContext context = run(settings, HandModel.Side.RIGHT);
    assertThat(context.metric("filter_precision")).isBetween(0.9, 1.0);
    assertThat(context.metric("filter_recall")).isBetween(0.9, 1.0);
    assertThat(context.series("filter").stream().map(row -> row.text("injected_fault")))
        .as("nothing to penetrate without an object")
        .containsExactly("none", "joint-jump", "lost-track");
    settings.put("limits", Map.of("gap-s", 1e-9));
    TestExperimentContext none = run(settings, HandModel.Side.RIGHT);
    assertThat(none.metric("filter_recall")).isNaN();
    assertThat(none.notes()).containsKey("The filter was not checked");
  }

  @Test
  void namesMustDiffer() {
    Map<String, Object> settings = settings();
    settings.put(
        "demonstrations",
        List.of(
            Map.of("hand", sample.resolve("box-1.npz")),
            Map.of("hand", sample.resolve("sub/box-1.json"))));
    assertThatThrownBy(() -> config(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two demonstrations are named 'box-1'");
    settings.put("demonstrations", List.of());
    assertThatThrownBy(() -> config(settings)).hasMessageContaining("needs a demonstration");
  }

  @Test
  void posesInFoldersNeedATracker() {
    Map<String, Object> settings = settings();
    settings.put(
        "demonstrations",
        List.of(Map.of("hand", sample.resolve("box-1.npz"), "object-poses", sample)));
    assertThatThrownBy(() -> config(settings)).hasMessageContaining("object.tracker");
  }
}
