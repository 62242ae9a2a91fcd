package org.dextwin.testkit.learning;

import java.nio.file.Path;
import java.util.Optional;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.learning.Transitions;

/** Fits the lag of each joint; the period goes into the file as well. */
final class FakeDynamicsTrainer implements DynamicsTrainer {

  @Override
  public DynamicsModel train(Transitions transitions, Optional<Path> start, TrainingRun run) {
    float[] first =
        start
            .map(folder -> FakeFile.read(folder, 3).weights())
            .orElseGet(() -> new float[] {0, 0, (float) transitions.period()});
    float[] weights =
        FakeTraining.run(
            run,
            "fitting lags",
            first,
            (w, random) -> {
              for (int n = 0; n < 40; n++) {
                Transitions.Episode episode =
                    transitions.episodes().get(random.nextInt(transitions.episodes().size()));
                int t = random.nextInt(episode.steps());
                for (int j = 0; j < 2; j++) {
                  float way = episode.targets()[2 * t + j] - episode.positions()[2 * t + j];
                  float went = episode.positions()[2 * t + 2 + j] - episode.positions()[2 * t + j];
                  w[j] += 0.5f * way * (went - w[j] * way);
                }
              }
            });
    return model(weights);
  }

  @Override
  public DynamicsModel load(Path checkpoint) {
    return model(FakeFile.read(checkpoint, 3).weights());
  }

  private static DynamicsModel model(float[] weights) {
    return new FakeDynamics(
        Double.parseDouble(Float.toString(weights[2])), new float[] {weights[0], weights[1]});
  }

  @Override
  public void close() {}
}
