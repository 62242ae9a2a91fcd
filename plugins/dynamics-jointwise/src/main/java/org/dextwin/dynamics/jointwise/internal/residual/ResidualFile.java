package org.dextwin.dynamics.jointwise.internal.residual;

import java.nio.file.Path;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.learning.checkpoint.Checksum;
import org.dextwin.learning.checkpoint.TrainingFile;

/** Files of trainings of corrections. */
final class ResidualFile {

  static final String NAME = "residual.safetensors";

  /** The phase of a training that is not finished. */
  static final String TRAINING = "training";

  private ResidualFile() {}

  /**
   * Names a training by all that its result depends on.
   *
   * @param run the run
   * @param config how
   * @param probe an episode of the base policy in its world
   * @param model dynamics of the other world, asked what would come of the episode
   */
  static TrainingFile of(
      TrainingRun run, ResidualConfig config, Rollout probe, DynamicsModel model) {
    Checksum checksum = new Checksum().add(probe.observations()).add(probe.targets());
    checksum.add(model.predict(new float[model.spec().historySize()], 1));
    float[] history = new float[model.spec().historySize()];
    int n = model.spec().joints().size();
    for (int k = 0; k < Math.min(model.spec().window(), probe.steps()); k++) {
      System.arraycopy(probe.positions(), k * n, history, model.spec().positionAt(k, 0), n);
      System.arraycopy(probe.targets(), k * n, history, model.spec().positionAt(k, 0) + n, n);
    }
    checksum.add(model.predict(history, 1));
    return new TrainingFile(
        run,
        NAME,
        ResidualPolicy.KIND,
        config.toString(),
        "base, world and dynamics",
        checksum.toString());
  }

  /** The file itself, or the one in a folder of checkpoints. */
  static Path in(Path checkpoint) {
    return TrainingFile.in(checkpoint, NAME);
  }
}
