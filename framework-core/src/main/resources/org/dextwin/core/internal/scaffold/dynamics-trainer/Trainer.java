package @package@;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Least squares in closed form: the fit has no rounds, so it is finished or not begun. A model to
 * start from counts as so many transitions that it explains.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
final class @Class@Trainer implements DynamicsTrainer {

  private static final String FILE = "coefficients.txt";
  private static final String END = "end";

  private final @Class@Config config;

  @Class@Trainer(@Class@Config config) {
    this.config = config;
  }

  @Override
  public DynamicsModel train(Transitions transitions, Optional<Path> start, TrainingRun run) {
    int joints = transitions.joints().size();
    if (transitions.count(1) < 2) {
      throw new InvalidInputException("a fit needs two transitions or more");
    }
    DynamicsSpec spec = new DynamicsSpec(transitions.joints(), transitions.period(), 1);
    Optional<@Class@Model> before = start.map(this::load).map(model -> fitting(model, spec));
    Path checkpoint = run.checkpoints().resolve(FILE);
    try (Progress progress = run.progress("fit", joints)) {
      if (Files.exists(checkpoint)) {
        progress.advance(joints);
        return fitting(load(checkpoint), spec);
      }
      float[] coefficients = new float[2 * joints];
      for (int joint = 0; joint < joints; joint++) {
        run.checkCancelled();
        fit(transitions, joint, before, coefficients);
        progress.advance(1);
      }
      @Class@Model model = new @Class@Model(spec, coefficients);
      write(checkpoint, model);
      run.curve(0, Map.of("transitions", (double) transitions.count(1)));
      return model;
    }
  }

  private static @Class@Model fitting(@Class@Model model, DynamicsSpec spec) {
    if (!model.spec().equals(spec)) {
      throw new InvalidInputException(
          "the checkpoint is of " + model.spec() + ", the transitions of " + spec);
    }
    return model;
  }

  /** Solves the normal equations of dq = a (u - q) + b, with a drawn to zero or to the start. */
  private void fit(
      Transitions transitions,
      int joint,
      Optional<@Class@Model> start,
      float[] coefficients) {
    int n = transitions.joints().size();
    double count = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (Transitions.Episode episode : transitions.episodes()) {
      for (int step = 0; step < episode.steps(); step++) {
        double q = episode.positions()[step * n + joint];
        double x = episode.targets()[step * n + joint] - q;
        double y = episode.positions()[(step + 1) * n + joint] - q;
        count++;
        sumX += x;
        sumY += y;
        sumXx += x * x;
        sumXy += x * y;
      }
    }
    double ridge = config.ridge() * count;
    double pull = 0;
    if (start.isPresent()) {
      double weight = config.startWeight() * sumXx / count;
      ridge += weight;
      pull = weight * start.get().coefficients()[2 * joint];
    }
    double a = (count * (sumXy + pull) - sumX * sumY) / (count * (sumXx + ridge) - sumX * sumX);
    coefficients[2 * joint] = (float) a;
    coefficients[2 * joint + 1] = (float) ((sumY - a * sumX) / count);
  }

  /** Order and period, a line of name, a and b for each joint, and an end. */
  private static void write(Path file, @Class@Model model) {
    List<String> lines = new ArrayList<>();
    lines.add(model.spec().joints().name() + " " + model.spec().period());
    List<String> names = model.spec().joints().joints();
    for (int i = 0; i < names.size(); i++) {
      lines.add(
          names.get(i)
              + " "
              + model.coefficients()[2 * i]
              + " "
              + model.coefficients()[2 * i + 1]);
    }
    lines.add(END);
    try {
      Path part = file.resolveSibling(FILE + ".part");
      Files.write(part, lines);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  @Override
  public @Class@Model load(Path checkpoint) {
    Path file = Files.isDirectory(checkpoint) ? checkpoint.resolve(FILE) : checkpoint;
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      if (lines.isEmpty() || !lines.remove(lines.size() - 1).equals(END)) {
        throw new InvalidInputException(file + ": is no whole checkpoint of this trainer");
      }
      String[] heading = lines.get(0).split(" ", -1);
      List<String> joints = new ArrayList<>();
      float[] coefficients = new float[2 * (lines.size() - 1)];
      for (int i = 1; i < lines.size(); i++) {
        String[] words = lines.get(i).split(" ", -1);
        joints.add(words[0]);
        coefficients[2 * i - 2] = Float.parseFloat(words[1]);
        coefficients[2 * i - 1] = Float.parseFloat(words[2]);
      }
      return new @Class@Model(
          new DynamicsSpec(
              new JointOrder(heading[0], joints), Double.parseDouble(heading[1]), 1),
          coefficients);
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new InvalidInputException(file + ": is no checkpoint of this trainer", e);
    }
  }

  @Override
  public void close() {}
}
