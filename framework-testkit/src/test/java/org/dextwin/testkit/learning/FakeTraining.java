package org.dextwin.testkit.learning;

import java.util.Map;
import java.util.SplittableRandom;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.TrainingRun;

/** Twenty epochs of something, with a file after each. */
final class FakeTraining {

  private static final int EPOCHS = 20;

  private FakeTraining() {}

  /** Does an epoch. */
  interface Epoch {
    void of(float[] weights, SplittableRandom random);
  }

  static float[] run(TrainingRun run, String what, float[] start, Epoch epoch) {
    FakeFile file =
        FakeFile.existsIn(run.checkpoints())
            ? FakeFile.read(run.checkpoints(), start.length)
            : new FakeFile(0, start);
    float[] weights = file.weights().clone();
    try (Progress progress = run.progress(what, EPOCHS)) {
      progress.advance(file.epoch());
      for (int e = file.epoch(); e < EPOCHS; e++) {
        run.checkCancelled();
        epoch.of(weights, new SplittableRandom(run.seed() * 1000 + e));
        new FakeFile(e + 1, weights).write(run.checkpoints());
        run.curve(e, Map.of("weight", (double) weights[0]));
        progress.advance(1);
      }
    }
    return weights;
  }
}
