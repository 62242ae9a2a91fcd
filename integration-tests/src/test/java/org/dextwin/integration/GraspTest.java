package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of grasping at a small scale: few demonstrations, few epochs, few trials. */
class GraspTest {

  @TempDir private Path temp;

  /** Runs an example with shorter lifts and holds, which is where the time goes. */
  private JsonNode run(String example, List<String> tasks, String... settings) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("run", Dextwin.EXAMPLES.resolve(example + ".conf").toString()));
    for (String setting :
        List.of(
            "policy-trainer.graspmlp.epochs=40",
            "policy-trainer.graspmlp.refinement-epochs=1",
            "policy-trainer.graspmlp.rollouts=2",
            "experiment." + example + ".trials=4",
            "demonstrations=8")) {
      words.addAll(List.of("--set", setting));
    }
    for (String task : tasks) {
      for (String shorter : List.of("settle-s=0.8", "lift-s=0.6", "hold-s=0.5")) {
        words.addAll(List.of("--set", "tasks." + task + ".grasp.motion." + shorter));
      }
    }
    for (String setting : settings) {
      words.addAll(List.of("--set", setting));
    }
    words.addAll(List.of("--out", "out"));
    Dextwin.in(temp).optimising().run(words.toArray(String[]::new)).exits(0);
    return Dextwin.result(temp.resolve("out"));
  }

  @Test
  void anotherHandLearnsToGraspAnObjectOfYourOwn() throws IOException {
    Path mesh = Files.copy(Dextwin.EXAMPLES.resolve("shapes/box.stl"), temp.resolve("own.stl"));
    List<String> settings =
        List.of("hand.type=allegro", "object.mesh=" + mesh, "object.mass-kg=0.1");
    JsonNode result = run("train-grasp", List.of("object"), settings.toArray(String[]::new));
    assertThat(result.at("/metrics/payload_kg").asDouble()).isBetween(0.1, 2.0);
    JsonNode cell = result.at("/items/0");
    assertThat(cell.at("/trials").asInt()).isEqualTo(4);
    assertThat(cell.at("/successes").asInt()).isBetween(2, 4);
    assertThat(cell.at("/low").asDouble()).isLessThan(cell.at("/high").asDouble());
    assertThat(cell.at("/over_time/0/time_s").asDouble()).isZero();
    assertThat(cell.at("/over_time/0/hand_force_n").asDouble()).isPositive();
    holdsThatWereFoundBeforeAreTheSame(settings, result);
  }

  /** Trains once more, as little as can be, with what the first run found out about the hand. */
  private void holdsThatWereFoundBeforeAreTheSame(List<String> settings, JsonNode first)
      throws IOException {
    String grasp = logged("out", "grasp of 'object'");
    Files.move(temp.resolve("out"), temp.resolve("first"));
    List<String> small = new ArrayList<>(settings);
    small.addAll(
        List.of(
            "policy-trainer.graspmlp.epochs=1",
            "policy-trainer.graspmlp.rollouts=1",
            "experiment.train-grasp.trials=1",
            "demonstrations=1"));
    JsonNode again = run("train-grasp", List.of("object"), small.toArray(String[]::new));
    assertThat(logged("out", "holds of hand")).contains("were found before, in ");
    assertThat(again.at("/metrics/payload_kg")).isEqualTo(first.at("/metrics/payload_kg"));
    assertThat(logged("out", "grasp of 'object'")).isEqualTo(grasp);
  }

  /** Returns the one line of a run's log that holds some words, from there on. */
  private String logged(String run, String words) throws IOException {
    List<String> lines =
        Files.readString(temp.resolve(run).resolve("log.txt"))
            .lines()
            .filter(line -> line.contains(words))
            .map(line -> line.substring(line.indexOf(words)))
            .toList();
    assertThat(lines).as("what the log says of %s", words).hasSize(1);
    return lines.get(0);
  }

  @Test
  void chainGoesFromPushesToCurrents() throws IOException {
    JsonNode result = run("full-chain", List.of("train", "grasp"));
    JsonNode metrics = result.at("/metrics");
    assertThat(metrics.at("/identified_mass_kg").asDouble()).isBetween(0.07, 0.13);
    assertThat(metrics.at("/slip_margin").asDouble()).isGreaterThan(1);
    assertThat(metrics.at("/success_rate").asDouble()).isBetween(0.5, 1.0);
    assertThat(metrics.at("/seconds").asDouble()).isPositive();
    assertThat(Files.readString(temp.resolve("out/report.html")))
        .contains("What the hand was sent");
  }
}
