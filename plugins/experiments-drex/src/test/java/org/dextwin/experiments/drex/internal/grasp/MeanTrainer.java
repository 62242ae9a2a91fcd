package org.dextwin.experiments.drex.internal.grasp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.learning.TrainingRun;

/** Learns how fast, in the mean, demonstrators go to the mark of the fake task. */
final class MeanTrainer implements PolicyTrainer {

  private static final String FILE = "mean.txt";

  @Override
  public Policy train(Task task, TrainingRun run) {
    run.checkCancelled();
    List<Demonstration> demonstrations = task.demonstrations();
    double speed =
        demonstrations.stream().mapToDouble(it -> Math.abs(it.action()[0])).average().orElse(0);
    try {
      Files.createDirectories(run.checkpoints());
      Files.writeString(run.checkpoints().resolve(FILE), String.valueOf(speed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return load(run.checkpoints(), task.spec());
  }

  @Override
  public Policy load(Path checkpoint, PolicySpec spec) {
    float speed;
    try {
      speed = Float.parseFloat(Files.readString(checkpoint.resolve(FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Policy() {
      @Override
      public PolicySpec spec() {
        return spec;
      }

      @Override
      public void reset(long seed) {
        // remembers nothing
      }

      @Override
      public float[] act(float[] observation) {
        return new float[] {speed * Math.signum(observation[0] - observation[1])};
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {}
}
