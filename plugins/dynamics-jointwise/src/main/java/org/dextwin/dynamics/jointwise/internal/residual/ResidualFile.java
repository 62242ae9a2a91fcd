package org.dextwin.dynamics.jointwise.internal.residual;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.learning.checkpoint.Checkpoint;

/** The one file of a training: of its state while it lasts, of the corrections when it is done. */
final class ResidualFile {

  static final String NAME = "residual.safetensors";

  /** The phase of a finished training. */
  static final String DONE = "done";

  private static final String TRAINING = "training";

  private final Path path;
  private final String seed;
  private final String config;
  private final String data;

  /**
   * Names a training by all that its result depends on.
   *
   * @param run the run
   * @param config how
   * @param probe an episode of the base policy in its world
   * @param model dynamics of the other world, asked what would come of the episode
   */
  ResidualFile(TrainingRun run, ResidualConfig config, Rollout probe, DynamicsModel model) {
    path = run.checkpoints().resolve(NAME);
    seed = String.valueOf(run.seed());
    this.config = config.toString();
    CRC32 checksum = new CRC32();
    update(checksum, probe.observations());
    update(checksum, probe.targets());
    update(checksum, model.predict(new float[model.spec().historySize()], 1));
    float[] history = new float[model.spec().historySize()];
    int n = model.spec().joints().size();
    for (int k = 0; k < Math.min(model.spec().window(), probe.steps()); k++) {
      System.arraycopy(probe.positions(), k * n, history, model.spec().positionAt(k, 0), n);
      System.arraycopy(probe.targets(), k * n, history, model.spec().positionAt(k, 0) + n, n);
    }
    update(checksum, model.predict(history, 1));
    data = "checksum " + Long.toHexString(checksum.getValue());
  }

  private static void update(CRC32 checksum, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asFloatBuffer().put(values);
    checksum.update(bytes);
  }

  /** The file itself, or the one in a folder of checkpoints. */
  static Path in(Path checkpoint) {
    return Files.isDirectory(checkpoint) ? checkpoint.resolve(NAME) : checkpoint;
  }

  Path path() {
    return path;
  }

  /** The state of an interrupted or finished training of the same corrections, if there is one. */
  Optional<Checkpoint> read() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    Checkpoint checkpoint = Checkpoint.read(path, ResidualPolicy.KIND);
    String remedy = "train in another folder, or as before";
    checkpoint.require("config", config, remedy);
    checkpoint.require("seed", seed, remedy);
    checkpoint.require("base, world and dynamics", data, remedy);
    return Optional.of(checkpoint);
  }

  Checkpoint.Builder write(boolean done) {
    return Checkpoint.of(ResidualPolicy.KIND)
        .text("phase", done ? DONE : TRAINING)
        .text("config", config)
        .text("seed", seed)
        .text("base, world and dynamics", data);
  }
}
