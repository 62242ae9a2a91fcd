package org.dextwin.dynamics.jointwise;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.learning.Transitions;
import org.dextwin.learning.checkpoint.Checkpoint;

/** The one file of a training: of its state while it lasts, of the model when it is done. */
final class DynamicsFile {

  static final String NAME = "dynamics.safetensors";

  /** The phase of a finished training. */
  static final String DONE = "done";

  private static final String TRAINING = "training";

  private final String kind;
  private final Path path;
  private final String seed;
  private final String config;
  private final String data;

  /**
   * Names a training by all that its result depends on.
   *
   * @param run the run
   * @param kind what checkpoints of it are called
   * @param config how
   * @param transitions from what
   * @param start a few words about the model that it starts from
   */
  DynamicsFile(TrainingRun run, String kind, String config, Transitions transitions, String start) {
    this.kind = kind;
    path = run.checkpoints().resolve(NAME);
    seed = String.valueOf(run.seed());
    this.config = config;
    data = checksum(transitions) + ", starting from " + start;
  }

  /** The file itself, or the one in a folder of checkpoints. */
  static Path in(Path checkpoint) {
    return Files.isDirectory(checkpoint) ? checkpoint.resolve(NAME) : checkpoint;
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

  private static String checksum(Transitions transitions) {
    CRC32 checksum = new CRC32();
    checksum.update(transitions.joints().toString().getBytes(StandardCharsets.UTF_8));
    for (Transitions.Episode episode : transitions.episodes()) {
      update(checksum, episode.positions());
      update(checksum, episode.targets());
    }
    return transitions.episodes().size()
        + " recordings with checksum "
        + Long.toHexString(checksum.getValue());
  }

  static void update(CRC32 checksum, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asFloatBuffer().put(values);
    checksum.update(bytes);
  }

  Path path() {
    return path;
  }

  /** The state of an interrupted or finished training of the same model, if there is one. */
  Optional<Checkpoint> read() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    Checkpoint checkpoint = Checkpoint.read(path, kind);
    String remedy = "train in another folder, or as before";
    checkpoint.require("config", config, remedy);
    checkpoint.require("seed", seed, remedy);
    checkpoint.require("data", data, remedy);
    return Optional.of(checkpoint);
  }

  static boolean isDone(Checkpoint checkpoint) {
    return checkpoint.text("phase").equals(DONE);
  }

  Checkpoint.Builder write(boolean done) {
    return Checkpoint.of(kind)
        .text("phase", done ? DONE : TRAINING)
        .text("config", config)
        .text("seed", seed)
        .text("data", data);
  }
}
