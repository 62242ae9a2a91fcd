package org.dextwin.testkit.learning;

import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.spi.InvalidInputException;

/** Fits a linear policy to demonstrations that it draws at random. */
final class FakePolicyTrainer implements PolicyTrainer {

  @Override
  public Policy train(Task task, TrainingRun run) {
    List<Demonstration> demonstrations = task.demonstrations();
    float[] weights =
        FakeTraining.run(
            run,
            "fitting a line",
            new float[3],
            (w, random) -> {
              for (int n = 0; n < 50; n++) {
                Demonstration drawn = demonstrations.get(random.nextInt(demonstrations.size()));
                float[] x = drawn.observation();
                float error = w[0] * x[0] + w[1] * x[1] + w[2] - drawn.action()[0];
                w[0] -= 0.01f * error * x[0];
                w[1] -= 0.01f * error * x[1];
                w[2] -= 0.01f * error;
              }
            });
    return new FakePolicy(weights);
  }

  @Override
  public Policy load(Path checkpoint, PolicySpec spec) {
    if (spec.observationSize() != 2 || spec.actionSize() != 1) {
      throw new InvalidInputException(checkpoint + ": is for two numbers, not for " + spec);
    }
    return new FakePolicy(FakeFile.read(checkpoint, 3).weights());
  }

  @Override
  public void close() {}
}
