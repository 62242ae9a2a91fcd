package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of rotation within the hand and of recordings, with short searches and episodes. */
class RotationTest {

  private static final Path CONFIGS = Dextwin.ROOT.resolve("examples/dexndm");
  private static final String SEARCH = "experiment.rotate.search.";

  @TempDir private Path temp;

  private static String[] words(String config, String out, List<String> settings) {
    Path file = CONFIGS.resolve(config);
    List<String> words = new ArrayList<>(List.of("run", file.toString(), "--out", out));
    settings.forEach(setting -> words.addAll(List.of("--set", setting)));
    return words.toArray(String[]::new);
  }

  private JsonNode run(String config, String out, String... settings) throws IOException {
    Dextwin.in(temp).optimising().run(words(config, out, List.of(settings))).exits(0);
    return Dextwin.result(temp.resolve(out));
  }

  private JsonNode rotate(String out, String... settings) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                "experiment.rotate.gaits=[{ name = cylinder-ccw, task = tasks.cylinder-ccw }]",
                "experiment.rotate.cases=[]",
                "policy-trainer.cloning.width=32",
                "policy-trainer.cloning.epochs=2"));
    all.addAll(List.of(settings));
    return run("rotate.conf", out, all.toArray(String[]::new));
  }

  @Test
  void aShortSearchTurnsTheCylinder() throws IOException {
    JsonNode result =
        rotate(
            "leap",
            "experiment.rotate.gaits=[{ name = cylinder-ccw, task = tasks.cylinder-ccw,"
                + " fine = tasks.cylinder-ccw-fine }]");
    JsonNode gait = result.at("/items/0");
    assertThat(gait.at("/trials").asInt()).isEqualTo(4);
    assertThat(gait.at("/net_median_rad").asDouble()).as("%s", gait).isGreaterThan(0.5);
    assertThat(gait.at("/fine_kept_pct").asDouble()).as("%s", gait).isGreaterThan(50);
    assertThat(gait.at("/penetration_worst_m").asDouble()).as("%s", gait).isBetween(0.0, 0.01);
    assertThat(result.at("/items/1/share_of_teacher_pct").isMissingNode()).isFalse();
  }

  @Test
  void theFinishedGaitsTurnAndHoldWhatTheyWereFoundFor() throws IOException {
    JsonNode result =
        run(
            "generalist.conf",
            "finished",
            "experiment.rotate.cases=[]",
            "experiment.rotate.generalist.episodes=1",
            "experiment.rotate.generalist.rounds=0",
            "policy-trainer.cloning.width=16",
            "policy-trainer.cloning.epochs=1");
    // what they turn in 20 s, less a quarter: trials differ
    Map<String, Double> least =
        Map.of("cylinder-ccw", 19.0, "cylinder-cw", 12.0, "cube-ccw", 4.0, "cube-cw", 9.0);
    Set<String> seen = new HashSet<>();
    for (JsonNode item : result.at("/items")) {
      String name = item.at("/case").asText();
      if (least.containsKey(name) || name.endsWith("palm-down")) {
        seen.add(name);
        assertThat(item.at("/full_episodes").asInt()).as(name).isEqualTo(4);
        assertThat(item.at("/fine_full_episodes").asInt()).as(name).isEqualTo(4);
        assertThat(item.at("/rot_median_rad").asDouble())
            .as(name)
            .isGreaterThan(least.getOrDefault(name, -0.5));
      }
    }
    assertThat(seen).hasSize(6);
  }

  @Test
  void anotherHandIsOneKey() throws IOException {
    JsonNode result = rotate("allegro", "hand.type=allegro");
    assertThat(result.at("/items/0/trials").asInt()).isEqualTo(4);
  }

  @Test
  void anotherEngineIsOneKey() throws IOException {
    JsonNode result =
        rotate(
            "semi-implicit",
            "engine.coarse.type=semi-implicit",
            "engine.coarse.time-step-s=0.00025",
            "rotation.place-m=[-0.02, -0.02]", // clear of the fingers, which this engine insists on
            "rotation.episode-s=0.5",
            "experiment.rotate.trials=2",
            SEARCH + "screening=2",
            SEARCH + "population=4",
            SEARCH + "generations=1",
            SEARCH + "screening-s=0.2",
            SEARCH + "episode-s=0.2");
    assertThat(result.at("/items/0/full_episodes").asInt()).isEqualTo(2);
  }

  @Test
  void aKilledCollectionGoesOn() throws IOException, InterruptedException {
    List<String> settings =
        List.of(
            "experiment.collect.sources=[{ name = free-waves, task = loads.free, actions = waves,"
                + " episodes = 60 }]",
            "scale=paper-shape");
    String[] words = words("chaos-box.conf", "killed", settings);
    Path data = temp.resolve("killed/transitions/free-waves");
    try (Dextwin.Running running = Dextwin.in(temp).start(words)) {
      while (!Files.exists(data.resolve("00000.npz"))
          && !running.process().waitFor(20, TimeUnit.MILLISECONDS)) {
        assertThat(running.process().isAlive()).isTrue();
      }
      running.process().destroyForcibly().waitFor();
    }
    List<String> resumed = new ArrayList<>(List.of(words));
    resumed.add("--resume");
    Dextwin.in(temp).run(resumed.toArray(String[]::new)).exits(0);
    run("chaos-box.conf", "whole", settings.toArray(String[]::new));
    Path whole = temp.resolve("whole/transitions/free-waves");
    try (Stream<Path> files = Files.list(whole)) {
      for (Path file : files.toList()) {
        assertThat(data.resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
    assertThat(whole.resolve("00002.npz")).exists();
  }
}
