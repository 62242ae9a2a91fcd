package org.dextwin.policy.graspmlp;

import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.learning.checkpoint.Checksum;
import org.dextwin.learning.checkpoint.TrainingFile;

/** Files of trainings of grasping policies. */
final class GraspMlpFile {

  static final String NAME = "graspmlp.safetensors";

  private GraspMlpFile() {}

  /** Names a training by all that its result depends on. */
  static TrainingFile of(
      TrainingRun run, GraspMlpConfig config, List<Demonstration> demonstrations) {
    Checksum checksum = new Checksum();
    for (Demonstration demonstration : demonstrations) {
      checksum
          .add(demonstration.source())
          .add(demonstration.observation())
          .add(demonstration.action());
    }
    return new TrainingFile(
        run,
        NAME,
        GraspMlpPolicy.KIND,
        config.toString(),
        "demonstrations",
        demonstrations.size() + " with " + checksum);
  }

  /** The file itself, or the one in a folder of checkpoints. */
  static Path in(Path checkpoint) {
    return TrainingFile.in(checkpoint, NAME);
  }
}
