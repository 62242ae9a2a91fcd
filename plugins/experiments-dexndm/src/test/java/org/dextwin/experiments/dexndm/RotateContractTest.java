package org.dextwin.experiments.dexndm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.experiments.dexndm.internal.gait.GaitTrials;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;
import org.dextwin.testkit.experiment.TestExperimentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiment keeps its contract, and finds how to work a ratchet. */
class RotateContractTest extends ExperimentContract<RotateConfig> {

  private static final Map<String, Object> FAKE = Map.of("type", "fake");

  @Override
  protected ComponentProvider<Experiment, RotateConfig> provider() {
    return new RotateProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "scale",
        "paper-shape",
        "gaits",
        List.of(Map.of("name", "ratchet", "task", FAKE, "fine", FAKE)),
        "cases",
        List.of(Map.of("name", "elsewhere", "gait", "ratchet", "task", FAKE)),
        "search",
        Map.of(
            "attempts", 1,
            "screening", 10,
            "screening-s", 1.0,
            "generations", 12,
            "population", 8,
            "episode-s", 3.0,
            "finalists", 2,
            "final-trials", 2),
        "trials",
        5,
        "cells",
        Map.of(
            "objects", List.of("knob"),
            "wrists", List.of("palm-up", "palm-down"),
            "axes", List.of("+z"),
            "run",
                List.of(
                    Map.of(
                        "object", "knob", "wrist", "palm-up", "axes", "+z", "from", "ratchet"))));
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Task.class, new RatchetTask());
  }

  @Test
  void theGaitTurnsWhatTheNullDoesNot(@TempDir Path folder) {
    TestExperimentContext context = new TestExperimentContext(folder);
    create().run(context);
    Item found = context.items().get(0);
    // 3 s of a joint that moves up to 0.83 rad/s, up half of the time
    assertThat(found.number(GaitTrials.MEDIAN).orElse(0)).isGreaterThan(0.6);
    assertThat(found.number("null_median_rad").orElse(1)).isLessThan(0.65);
    assertThat(found.number("net_median_rad").orElse(0)).isPositive();
    assertThat(found.number("fine_kept_pct").orElse(0))
        .as("the same task in place of finer steps")
        .isEqualTo(100);
    assertThat(found.number(GaitTrials.FULL).orElse(0)).isEqualTo(5);
  }

  @Test
  void cellsTellWhatWasRun(@TempDir Path folder) {
    TestExperimentContext context = new TestExperimentContext(folder);
    create().run(context);
    List<Item> cells = context.series("cells");
    assertThat(cells).hasSize(2);
    assertThat(String.valueOf(cells.get(0).values().get("+z"))).endsWith(" rad, 5 of 5");
    assertThat(cells.get(1).values()).containsEntry("+z", Item.NOT_RUN);
  }

  @Test
  void aGaitThatWasFoundIsPlayedWithoutASearch(@TempDir Path folder) {
    TestExperimentContext context = new TestExperimentContext(folder);
    create().run(context);
    Map<String, Object> settings = new HashMap<>(validSettings());
    settings.put(
        "gaits",
        List.of(
            Map.of(
                "name",
                "ratchet",
                "task",
                FAKE,
                "file",
                folder.resolve("gaits/ratchet.gait").toString())));
    TestExperimentContext again = new TestExperimentContext(folder.resolve("again"));
    create(MapSettings.ofProvider("experiment", Map.of(), "rotate", settings)).run(again);
    assertThat(again.items().get(0).number(GaitTrials.MEDIAN))
        .isEqualTo(context.items().get(0).number(GaitTrials.MEDIAN));
    assertThat(again.stages().keySet()).noneMatch(key -> key.startsWith("gait-"));
  }

  @Test
  void aSearchBeginsWithTheGaitThatIsGiven(@TempDir Path folder) throws IOException {
    Path given = Files.writeString(folder.resolve("a.gait"), "0.1 0 0.2 0.1 0.05 0 0.8");
    Map<String, Object> settings = new HashMap<>(validSettings());
    settings.put(
        "gaits", List.of(Map.of("name", "ratchet", "task", FAKE, "start", given.toString())));
    settings.put(
        "search",
        Map.of("attempts", 1, "generations", 2, "population", 4, "sigma", 1e-6, "episode-s", 1.0));
    settings.remove("cases");
    TestExperimentContext context = new TestExperimentContext(folder);
    create(MapSettings.ofProvider("experiment", roleOptions(), "rotate", settings)).run(context);
    assertThat(
            ((List<?>) context.stages().get("gait-ratchet-0").values().get("gait"))
                .stream().map(Object::toString).map(Double::valueOf).toList())
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : Double.compare(a, b))
        .containsExactly(0.1, 0.0, 0.2, 0.1, 0.05, 0.0, 0.8);
  }
}
