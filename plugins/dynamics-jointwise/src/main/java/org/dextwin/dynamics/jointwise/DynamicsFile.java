package org.dextwin.dynamics.jointwise;

import java.nio.file.Path;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.learning.Transitions;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.checkpoint.Checksum;
import org.dextwin.learning.checkpoint.TrainingFile;

/** Files of trainings of dynamics, each of which may start from the model of another. */
final class DynamicsFile {

  static final String NAME = "dynamics.safetensors";

  /** The phase of a training that is not finished. */
  static final String TRAINING = "training";

  private DynamicsFile() {}

  /**
   * Names a training by all that its result depends on.
   *
   * @param run the run
   * @param kind what checkpoints of it are called
   * @param config how
   * @param transitions from what
   * @param start a few words about the model that it starts from
   */
  static TrainingFile of(
      TrainingRun run, String kind, String config, Transitions transitions, String start) {
    Checksum checksum = new Checksum().add(transitions.joints().toString());
    for (Transitions.Episode episode : transitions.episodes()) {
      checksum.add(episode.positions()).add(episode.targets());
    }
    String data =
        transitions.episodes().size() + " recordings with " + checksum + ", starting from " + start;
    return new TrainingFile(run, NAME, kind, config, "data", data);
  }

  /** The file itself, or the one in a folder of checkpoints. */
  static Path in(Path checkpoint) {
    return TrainingFile.in(checkpoint, NAME);
  }

  /** A few words about a model that another training starts from. */
  static String origin(Checkpoint start) {
    return "("
        + start.text("config")
        + ", seed "
        + start.text("seed")
        + ", "
        + start.text("data")
        + ")";
  }
}
