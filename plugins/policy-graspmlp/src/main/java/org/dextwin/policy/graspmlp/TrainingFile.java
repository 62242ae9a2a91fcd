package org.dextwin.policy.graspmlp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.learning.checkpoint.Checkpoint;

/** The one file of a training: of its state while it lasts, of the policy when it is done. */
final class TrainingFile {

  static final String NAME = "graspmlp.safetensors";

  /** The phase of a finished training. */
  static final String DONE = "done";

  private final Path path;
  private final String seed;
  private final String config;
  private final String demonstrations;

  TrainingFile(TrainingRun run, GraspMlpConfig config, List<Demonstration> demonstrations) {
    path = run.checkpoints().resolve(NAME);
    seed = String.valueOf(run.seed());
    this.config = config.toString();
    this.demonstrations = checksum(demonstrations);
  }

  /** The file itself, or the one in a folder of checkpoints. */
  static Path in(Path checkpoint) {
    return Files.isDirectory(checkpoint) ? checkpoint.resolve(NAME) : checkpoint;
  }

  private static String checksum(List<Demonstration> demonstrations) {
    CRC32 checksum = new CRC32();
    for (Demonstration demonstration : demonstrations) {
      checksum.update(demonstration.source().getBytes(StandardCharsets.UTF_8));
      update(checksum, demonstration.observation());
      update(checksum, demonstration.action());
    }
    return demonstrations.size() + " with checksum " + Long.toHexString(checksum.getValue());
  }

  private static void update(CRC32 checksum, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asFloatBuffer().put(values);
    checksum.update(bytes);
  }

  Path path() {
    return path;
  }

  /** The state of an interrupted training of the same policy, if there is one. */
  Optional<Checkpoint> read() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    Checkpoint checkpoint = Checkpoint.read(path, GraspMlpPolicy.KIND);
    String remedy = "train in another folder, or as before";
    checkpoint.require("config", config, remedy);
    checkpoint.require("seed", seed, remedy);
    checkpoint.require("demonstrations", demonstrations, remedy);
    return Optional.of(checkpoint);
  }

  Checkpoint.Builder write(String phase) {
    return Checkpoint.of(GraspMlpPolicy.KIND)
        .text("phase", phase)
        .text("config", config)
        .text("seed", seed)
        .text("demonstrations", demonstrations);
  }
}
