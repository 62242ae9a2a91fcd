package org.dextwin.experiments.dexndm.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.dextwin.api.learning.DifferentiableDynamicsModel;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.model.JointOrder;

/**
 * Fits the part of the way that joints go to their targets: one number for all of them, and as many
 * steps of a history as the model is to wait for.
 *
 * @param window steps of a history
 */
public record LagTrainer(int window) implements DynamicsTrainer {

  private static final String NAME = "lag.txt";

  @Override
  public DynamicsModel train(Transitions transitions, Optional<Path> start, TrainingRun run) {
    run.checkCancelled();
    double across = 0;
    double square = 0;
    int n = transitions.joints().size();
    for (Transitions.Episode episode : transitions.episodes()) {
      for (int i = 0; i < episode.steps() * n; i++) {
        double way = episode.targets()[i] - episode.positions()[i];
        across += way * (episode.positions()[i + n] - episode.positions()[i]);
        square += way * way;
      }
    }
    Lag model =
        new Lag(
            new DynamicsSpec(transitions.joints(), transitions.period(), window),
            (float) (across / square));
    try {
      Files.writeString(
          run.checkpoints().resolve(NAME),
          model.lag
              + "\n"
              + transitions.period()
              + "\n"
              + transitions.joints().name()
              + "\n"
              + String.join("\n", transitions.joints().joints()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return model;
  }

  @Override
  public DynamicsModel load(Path checkpoint) {
    try {
      String[] lines = Files.readString(checkpoint.resolve(NAME)).split("\n", -1);
      JointOrder joints = new JointOrder(lines[2], Arrays.asList(lines).subList(3, lines.length));
      return new Lag(
          new DynamicsSpec(joints, Double.parseDouble(lines[1]), window),
          Float.parseFloat(lines[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // holds nothing
  }

  private record Lag(DynamicsSpec spec, float lag) implements DifferentiableDynamicsModel {

    @Override
    public float[] predict(float[] histories, int count) {
      int n = spec.joints().size();
      float[] next = new float[count * n];
      for (int c = 0; c < count; c++) {
        for (int j = 0; j < n; j++) {
          int at = c * spec.historySize() + spec.positionAt(spec.window() - 1, j);
          next[c * n + j] = histories[at] + lag * (histories[at + n] - histories[at]);
        }
      }
      return next;
    }

    @Override
    public float[] pullBack(float[] histories, float[] cotangents, int count) {
      int n = spec.joints().size();
      float[] back = new float[count * spec.historySize()];
      for (int c = 0; c < count; c++) {
        for (int j = 0; j < n; j++) {
          int at = c * spec.historySize() + spec.positionAt(spec.window() - 1, j);
          back[at] = (1 - lag) * cotangents[c * n + j];
          back[at + n] = lag * cotangents[c * n + j];
        }
      }
      return back;
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
