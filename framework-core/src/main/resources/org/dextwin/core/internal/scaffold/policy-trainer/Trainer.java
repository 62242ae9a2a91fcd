package @package@;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Hill climbing: a random change of the weights is kept if the mean return rises. Each round draws
 * from a stream of its own, so that a run that goes on equals one that was never interrupted.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
final class @Class@Trainer implements PolicyTrainer {

  private static final String FILE = "weights.txt";

  private final @Class@Config config;

  @Class@Trainer(@Class@Config config) {
    this.config = config;
  }

  /** What is known after some rounds. */
  private record Progressed(int rounds, double bestReturn, float[] weights) {}

  @Override
  public Policy train(Task task, TrainingRun run) {
    PolicySpec spec = task.spec();
    Path checkpoint = run.checkpoints().resolve(FILE);
    try (Environment environment = task.open();
        Progress progress = run.progress("training", config.rounds())) {
      Progressed best = start(checkpoint, spec, environment, run);
      progress.advance(best.rounds());
      for (int round = best.rounds(); round < config.rounds(); round++) {
        run.checkCancelled();
        SplittableRandom random = new SplittableRandom(31 * run.seed() + round);
        float[] weights = best.weights().clone();
        for (int i = 0; i < weights.length; i++) {
          weights[i] += (float) (config.stepSize() * random.nextDouble(-1, 1));
        }
        double found = meanReturn(new @Class@Policy(spec, weights), environment, run);
        boolean better = found > best.bestReturn();
        best =
            new Progressed(
                round + 1,
                better ? found : best.bestReturn(),
                better ? weights : best.weights());
        write(checkpoint, best);
        run.curve(round, Map.of("mean_return", best.bestReturn()));
        progress.advance(1);
      }
      return new @Class@Policy(spec, best.weights());
    }
  }

  private Progressed start(
      Path checkpoint, PolicySpec spec, Environment environment, TrainingRun run) {
    if (Files.exists(checkpoint)) {
      return read(checkpoint, spec);
    }
    float[] weights = new float[spec.actionSize() * spec.observationSize()];
    return new Progressed(
        0, meanReturn(new @Class@Policy(spec, weights), environment, run), weights);
  }

  /** Every policy is judged by the same episodes. */
  private double meanReturn(Policy policy, Environment environment, TrainingRun run) {
    double sum = 0;
    for (int episode = 0; episode < config.episodes(); episode++) {
      long seed = 17 * run.seed() + episode;
      policy.reset(seed);
      float[] observation = environment.reset(seed);
      for (int i = 0; i < config.longestEpisode(); i++) {
        StepOutcome outcome = environment.step(policy.act(observation));
        sum += outcome.reward();
        observation = outcome.observation();
        if (outcome.ending().isPresent()) {
          break;
        }
      }
    }
    return sum / config.episodes();
  }

  @Override
  public Policy load(Path checkpoint, PolicySpec spec) {
    Path file = Files.isDirectory(checkpoint) ? checkpoint.resolve(FILE) : checkpoint;
    return new @Class@Policy(spec, read(file, spec).weights());
  }

  /** Written beside and moved, so that a reader sees all of it or the one before. */
  private static void write(Path file, Progressed progressed) {
    List<String> lines = new ArrayList<>();
    lines.add(String.valueOf(progressed.rounds()));
    lines.add(String.valueOf(progressed.bestReturn()));
    for (float weight : progressed.weights()) {
      lines.add(String.valueOf(weight));
    }
    try {
      Path part = file.resolveSibling(FILE + ".part");
      Files.write(part, lines);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private static Progressed read(Path file, PolicySpec spec) {
    try {
      List<String> lines = Files.readAllLines(file);
      int count = spec.actionSize() * spec.observationSize();
      if (lines.size() != count + 2) {
        throw new InvalidInputException(
            file + ": found " + lines.size() + " lines, expected " + (count + 2));
      }
      float[] weights = new float[count];
      for (int i = 0; i < count; i++) {
        weights[i] = Float.parseFloat(lines.get(i + 2));
        if (!Float.isFinite(weights[i])) {
          throw new InvalidInputException(file + ":" + (i + 3) + ": found " + lines.get(i + 2));
        }
      }
      return new Progressed(
          Integer.parseInt(lines.get(0)), Double.parseDouble(lines.get(1)), weights);
    } catch (IOException | NumberFormatException e) {
      throw new InvalidInputException(file + ": is no checkpoint of this trainer", e);
    }
  }

  @Override
  public void close() {}
}
