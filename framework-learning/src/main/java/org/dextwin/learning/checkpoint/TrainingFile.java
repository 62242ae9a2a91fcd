package org.dextwin.learning.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.spi.InvalidInputException;

/**
 * The one file of a training: of its state while it lasts, of its result when it is done. It names
 * all that the result depends on, and only the same training goes on with it.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class TrainingFile {

  /** The phase of a finished training. */
  public static final String DONE = "done";

  private static final String PHASE = "phase";

  private final Path path;
  private final String kind;
  private final String config;
  private final String seed;
  private final String material;
  private final String data;

  /**
   * Names a training by all that its result depends on.
   *
   * @param run the run, in whose folder of checkpoints the file is
   * @param name name of the file
   * @param kind what checkpoints of it are called
   * @param config how it learns
   * @param material what it learns from, in a word such as {@code demonstrations}
   * @param data how much of that there is, with its checksum
   */
  public TrainingFile(
      TrainingRun run, String name, String kind, String config, String material, String data) {
    path = run.checkpoints().resolve(name);
    seed = String.valueOf(run.seed());
    this.kind = kind;
    this.config = config;
    this.material = material;
    this.data = data;
  }

  /**
   * Finds the file of a training.
   *
   * @param checkpoint the file itself, or the folder of checkpoints that holds it
   * @param name name of the file
   * @return the file
   */
  public static Path in(Path checkpoint, String name) {
    return Files.isDirectory(checkpoint) ? checkpoint.resolve(name) : checkpoint;
  }

  /**
   * Reads the result of a training.
   *
   * @param file its file
   * @param kind what checkpoints of it are called
   * @return the checkpoint of a finished training
   * @throws InvalidInputException if the file is no such checkpoint, or the training is not done
   */
  public static Checkpoint readDone(Path file, String kind) {
    Checkpoint checkpoint = Checkpoint.read(file, kind);
    checkpoint.require(PHASE, DONE, "let the training end, or resume it");
    return checkpoint;
  }

  /**
   * Says whether a training has come to a phase.
   *
   * @param state what its file holds, if there is one
   * @param phase the phase
   * @return true if the file holds that phase
   */
  public static boolean isAt(Optional<Checkpoint> state, String phase) {
    return state.isPresent() && state.get().text(PHASE).equals(phase);
  }

  /**
   * Returns where the file is or will be.
   *
   * @return the file
   */
  public Path path() {
    return path;
  }

  /**
   * Reads the state of an interrupted or finished training.
   *
   * @return what the file holds; empty if there is none
   * @throws InvalidInputException if it is no checkpoint, or that of another training
   */
  public Optional<Checkpoint> read() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    Checkpoint checkpoint = Checkpoint.read(path, kind);
    String remedy = "train in another folder, or as before";
    checkpoint.require("config", config, remedy);
    checkpoint.require("seed", seed, remedy);
    checkpoint.require(material, data, remedy);
    return Optional.of(checkpoint);
  }

  /**
   * Begins to write the file.
   *
   * @param phase how far the training is, {@link #DONE} at its end
   * @return a checkpoint that names the training; add its state or result, and write it to {@link
   *     #path}
   */
  public Checkpoint.Builder write(String phase) {
    return Checkpoint.of(kind)
        .text(PHASE, phase)
        .text("config", config)
        .text("seed", seed)
        .text(material, data);
  }
}
