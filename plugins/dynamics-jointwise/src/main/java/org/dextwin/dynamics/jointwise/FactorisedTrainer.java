package org.dextwin.dynamics.jointwise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.checkpoint.TrainingFile;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.network.Weights;
import org.dextwin.learning.training.Fit;
import org.dextwin.learning.training.FitOptions;
import org.dextwin.learning.training.Loss;
import org.dextwin.learning.training.Samples;
import org.dextwin.learning.training.Seeds;
import org.dextwin.learning.training.Shuffle;

/** Fits a network to each group of joints; a worker takes whole groups. */
final class FactorisedTrainer implements DynamicsTrainer {

  private static final long SAVE_EVERY_NANOS = 10_000_000_000L;

  private final Factorisation factorisation;
  private final DynamicsConfig config;
  private final Kernels kernels;

  FactorisedTrainer(Factorisation factorisation, DynamicsConfig config, Kernels kernels) {
    this.factorisation = factorisation;
    this.config = config;
    this.kernels = kernels;
  }

  @Override
  public DynamicsModel train(Transitions transitions, Optional<Path> start, TrainingRun run) {
    DynamicsSpec spec =
        new DynamicsSpec(transitions.joints(), transitions.period(), config.window());
    DynamicsShape shape = new DynamicsShape(spec, factorisation, config.widths());
    Shuffle.Split split =
        Validation.split(
            transitions, config.window(), config.validationPart(), Seeds.derive(run.seed(), 0));
    if (split.training().length == 0) {
      throw new InvalidInputException(
          "no recording is longer than the history of "
              + config.window()
              + " steps, so there is nothing to learn from; record more, or lower window");
    }
    Path first = start.map(DynamicsFile::in).orElse(Path.of(""));
    String origin =
        start.isEmpty()
            ? "random weights"
            : DynamicsFile.origin(Checkpoint.read(first, FactorisedModel.KIND));
    TrainingFile file =
        DynamicsFile.of(
            run, FactorisedModel.KIND, factorisation.label() + " " + config, transitions, origin);
    Optional<Checkpoint> before = file.read();
    if (!TrainingFile.isAt(before, TrainingFile.DONE)) {
      try (Workers workers = Workers.ofThisMachine();
          Training training = new Training(shape, transitions, split, run, file)) {
        training.begin(start.map(ignored -> first), before);
        training.run(workers);
      }
    }
    return FactorisedModel.read(file.path(), kernels);
  }

  @Override
  public DynamicsModel load(Path checkpoint) {
    Path file = DynamicsFile.in(checkpoint);
    FactorisedModel model = FactorisedModel.read(file, kernels);
    if (model.shape().factorisation() != factorisation) {
      model.close();
      throw new InvalidInputException(
          file
              + ": is a "
              + model.shape().factorisation().label()
              + " model, not a "
              + factorisation.label()
              + " one; load it with the trainer that made it");
    }
    return model;
  }

  @Override
  public void close() {}

  /** One training, from where it is to its end. */
  private final class Training implements AutoCloseable {

    private final DynamicsShape shape;
    private final Transitions transitions;
    private final Shuffle.Split split;
    private final TrainingRun run;
    private final TrainingFile file;
    private final List<Part> parts = new ArrayList<>();
    private long saved = System.nanoTime();

    Training(
        DynamicsShape shape,
        Transitions transitions,
        Shuffle.Split split,
        TrainingRun run,
        TrainingFile file) {
      this.shape = shape;
      this.transitions = transitions;
      this.split = split;
      this.run = run;
      this.file = file;
    }

    void begin(Optional<Path> start, Optional<Checkpoint> before) {
      FitOptions options = config.options(start.isPresent());
      Optional<FactorisedModel> model = start.map(this::startingFrom);
      try {
        List<List<Integer>> groups = shape.groups();
        for (int g = 0; g < groups.size(); g++) {
          parts.add(part(g, groups.get(g), model, options));
        }
      } finally {
        model.ifPresent(FactorisedModel::close);
      }
      before.ifPresent(
          state -> {
            for (int g = 0; g < parts.size(); g++) {
              parts.get(g).fit.load(state, prefix(g));
            }
          });
    }

    private FactorisedModel startingFrom(Path path) {
      FactorisedModel model = FactorisedModel.read(path, kernels);
      if (!model.shape().equals(shape)) {
        model.close();
        throw new InvalidInputException(
            path
                + ": is a model of "
                + model.shape()
                + ", but one of "
                + shape
                + " is to be trained; train both alike");
      }
      return model;
    }

    private Part part(
        int g, List<Integer> group, Optional<FactorisedModel> start, FitOptions options) {
      GroupSamples raw = new GroupSamples(transitions, group, shape.spec().window());
      GroupScaling scaling =
          start.map(model -> model.group(g).scaling()).orElseGet(() -> GroupScaling.of(raw));
      Weights weights =
          start
              .map(model -> model.group(g).weights())
              .orElseGet(
                  () ->
                      Weights.random(
                          shape.network(group),
                          new SplittableRandom(Seeds.derive(run.seed(), 2L * g + 1))));
      Fit fit =
          new Fit(
              shape.network(group),
              weights,
              Loss.meanSquare(group.size()),
              group.size(),
              options,
              Seeds.derive(run.seed(), 2L * g + 2),
              kernels,
              factorisation.lanes());
      Samples validation = raw.scaled(scaling).subset(split.validation());
      long errors = Seeds.derive(run.seed(), -1 - g);
      return new Part(
          scaling,
          fit,
          epoch ->
              raw.scaled(
                      scaling, new Straying(config.historyNoiseRad(), Seeds.derive(errors, epoch)))
                  .subset(split.training()),
          validation);
    }

    void run(Workers workers) {
      int count = split.training().length;
      String what = "fitting " + parts.size() + " networks to " + count + " transitions";
      try (Progress progress = run.progress(what, config.epochs());
          Workers alone = new Workers(1)) {
        int done = parts.stream().mapToInt(part -> part.fit.epochs()).max().orElse(0);
        progress.advance(done);
        while (done < config.epochs() && parts.stream().anyMatch(part -> !part.fit.isFinished())) {
          run.checkCancelled();
          epoch(done, workers, alone);
          done++;
          progress.advance(1);
          if (System.nanoTime() - saved > SAVE_EVERY_NANOS) {
            save();
          }
        }
        progress.advance(config.epochs() - done); // what an early stop leaves out
      } catch (CancellationException e) {
        save();
        throw e;
      }
      finish();
    }

    /** Groups are fitted side by side, or, if there is one, the parts of its batches. */
    private void epoch(int epoch, Workers workers, Workers alone) {
      List<Part> left = parts.stream().filter(part -> !part.fit.isFinished()).toList();
      Workers groups = parts.size() == 1 ? alone : workers;
      Workers lanes = parts.size() == 1 ? workers : alone;
      Fit.Epoch[] results = new Fit.Epoch[left.size()];
      groups.each(
          left.size(),
          g -> {
            Part part = left.get(g);
            results[g] = part.fit.run(part.training.apply(epoch), part.validation, lanes);
          });
      Map<String, Double> curve = new LinkedHashMap<>();
      curve.put("loss", mean(results, Fit.Epoch::loss));
      if (split.validation().length > 0) {
        curve.put("validation_loss", mean(results, Fit.Epoch::validation));
      }
      run.curve(epoch, curve);
    }

    private static double mean(Fit.Epoch[] results, ToDoubleFunction<Fit.Epoch> of) {
      return Arrays.stream(results).mapToDouble(of).average().orElseThrow();
    }

    private void save() {
      Checkpoint.Builder state = file.write(DynamicsFile.TRAINING);
      for (int g = 0; g < parts.size(); g++) {
        parts.get(g).fit.save(state, prefix(g));
      }
      state.write(file.path());
      saved = System.nanoTime();
    }

    private void finish() {
      Checkpoint.Builder done = file.write(TrainingFile.DONE);
      try (FactorisedModel model =
          new FactorisedModel(
              shape, g -> parts.get(g).scaling, g -> parts.get(g).fit.best(), kernels)) {
        model.save(done);
      }
      done.text("kernel", kernels.toString()).write(file.path());
    }

    private static String prefix(int group) {
      return "fit." + group + ".";
    }

    @Override
    public void close() {
      parts.forEach(part -> part.fit.close());
    }
  }

  /** The fit of one group. */
  private record Part(
      GroupScaling scaling, Fit fit, IntFunction<Samples> training, Samples validation) {}
}
