package org.dextwin.dynamics.jointwise;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.learning.DynamicsModel;
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
import org.dextwin.learning.training.FitLoop;
import org.dextwin.learning.training.Normalisation;
import org.dextwin.learning.training.Samples;
import org.dextwin.learning.training.Seeds;
import org.dextwin.learning.training.Shuffle;

/**
 * Learns which changes of targets make the source world's dynamics move like recordings of another.
 * The papers learn them by reinforcement in a simulator; with dynamics that have a gradient, it is
 * regression through them.
 *
 * <p><i>References</i>: Fey et al., Bridging the sim-to-real gap for athletic loco-manipulation
 * (UAN), 2025; He et al., ASAP: aligning simulation and real-world physics, RSS 2025; as baselines
 * in Liu et al., DexNDM, 2025, Sections 4.2 and C.
 */
final class CompensatorTrainer implements DynamicsTrainer {

  private final CompensatorShape.Kind kind;
  private final CompensatorConfig config;
  private final Kernels kernels;

  CompensatorTrainer(CompensatorShape.Kind kind, CompensatorConfig config, Kernels kernels) {
    this.kind = kind;
    this.config = config;
    this.kernels = kernels;
  }

  /**
   * Trains a compensator of the start, if that is a source world's model, or goes on with the
   * start, if it is compensated already; without one, of the configured source.
   */
  @Override
  public DynamicsModel train(Transitions transitions, Optional<Path> start, TrainingRun run) {
    Path from =
        start
            .or(config::source)
            .map(DynamicsFile::in)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "there are no dynamics to compensate; add the key source, or start from a"
                            + " model of the source world"));
    boolean isCompensated = Checkpoint.kind(from).equals(CompensatedModel.KIND);
    String origin = DynamicsFile.origin(Checkpoint.read(from, Checkpoint.kind(from)));
    TrainingFile file =
        DynamicsFile.of(
            run, CompensatedModel.KIND, kind.label() + " " + config, transitions, origin);
    Optional<Checkpoint> before = file.read();
    if (!TrainingFile.isAt(before, TrainingFile.DONE)) {
      if (isCompensated) {
        try (CompensatedModel model = CompensatedModel.read(from, kernels)) {
          fit(transitions, model.source(), Optional.of(model), file, before, run);
        }
      } else {
        try (FactorisedModel source = FactorisedModel.read(from, kernels)) {
          fit(transitions, source, Optional.empty(), file, before, run);
        }
      }
    }
    return CompensatedModel.read(file.path(), kernels);
  }

  private void fit(
      Transitions transitions,
      FactorisedModel source,
      Optional<CompensatedModel> start,
      TrainingFile file,
      Optional<Checkpoint> before,
      TrainingRun run) {
    CompensatorShape shape =
        new CompensatorShape(source.spec(), kind, config.boundRad(), config.widths());
    requireFit(shape, transitions, start);
    Shuffle.Split split =
        Validation.split(
            transitions,
            source.spec().window(),
            config.validationPart(),
            Seeds.derive(run.seed(), 0));
    if (split.training().length == 0) {
      throw new InvalidInputException(
          "no recording is longer than the history of "
              + source.spec().window()
              + " steps, so there is nothing to learn from; record more");
    }
    CompensatorSamples raw = new CompensatorSamples(transitions, shape);
    Normalisation scaling = start.map(CompensatedModel::scaling).orElseGet(raw::scaling);
    Samples validation = raw.scaled(scaling).subset(split.validation());
    long errors = Seeds.derive(run.seed(), 3);
    Weights weights =
        start
            .map(CompensatedModel::weights)
            .orElseGet(
                () ->
                    Weights.silent(
                        shape.network(), new SplittableRandom(Seeds.derive(run.seed(), 1))));
    CompensatorLoss loss = new CompensatorLoss(shape, source, config.objectJoints());
    try (Workers alone = new Workers(1);
        Fit fit =
            new Fit(
                shape.network(),
                weights,
                loss,
                loss.targets(),
                config.options(),
                Seeds.derive(run.seed(), 2),
                kernels,
                1)) {
      before.ifPresent(state -> fit.load(state, ""));
      new FitLoop(run, alone)
          .run(
              "compensating " + split.training().length + " transitions",
              fit,
              config.options(),
              epoch -> {
                loss.begin(epoch);
                Straying straying =
                    new Straying(config.historyNoiseRad(), Seeds.derive(errors, epoch));
                return raw.scaled(scaling, straying).subset(split.training());
              },
              validation,
              () -> {
                Checkpoint.Builder state = file.write(DynamicsFile.TRAINING);
                fit.save(state, "");
                state.write(file.path());
              });
      Checkpoint.Builder done = file.write(TrainingFile.DONE);
      CompensatedModel.save(done, source, shape, scaling, fit.best());
      done.text("kernel", kernels.toString()).write(file.path());
    }
  }

  private void requireFit(
      CompensatorShape shape, Transitions transitions, Optional<CompensatedModel> start) {
    if (!shape.spec().joints().equals(transitions.joints())
        || shape.spec().period() != transitions.period()) {
      throw new InvalidInputException(
          "the source world's model predicts "
              + shape.spec()
              + ", but the recordings are of "
              + transitions.joints()
              + ", one every "
              + transitions.period()
              + " s; record the same joints at the same rate");
    }
    if (start.isPresent() && !start.get().shape().equals(shape)) {
      throw new InvalidInputException(
          "training starts from "
              + start.get().shape()
              + ", but "
              + shape
              + " is to be trained; train both alike");
    }
    List<String> unknown =
        config.objectJoints().stream()
            .filter(name -> !transitions.joints().joints().contains(name))
            .toList();
    if (!unknown.isEmpty()) {
      throw new InvalidInputException(
          "object-joints names " + unknown + ", but the recordings hold " + transitions.joints());
    }
  }

  @Override
  public DynamicsModel load(Path checkpoint) {
    Path file = DynamicsFile.in(checkpoint);
    CompensatedModel model = CompensatedModel.read(file, kernels);
    if (model.shape().kind() != kind) {
      model.close();
      throw new InvalidInputException(
          file
              + ": was made by "
              + model.shape().kind().label()
              + ", not by "
              + kind.label()
              + "; load it with the trainer that made it");
    }
    return model;
  }

  @Override
  public void close() {}
}
