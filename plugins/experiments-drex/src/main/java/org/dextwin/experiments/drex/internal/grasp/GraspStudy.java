package org.dextwin.experiments.drex.internal.grasp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.experiments.drex.internal.grasp.StudyConfig.CaseConfig;
import org.dextwin.experiments.drex.internal.grasp.StudyConfig.PolicyConfig;
import org.dextwin.experiments.drex.internal.grasp.StudyConfig.Source;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.evaluation.Evaluation;
import org.dextwin.learning.evaluation.Evaluator;
import org.dextwin.learning.training.ExperimentRun;
import org.dextwin.learning.training.Seeds;

/**
 * Trains policies and plays each of them in each case. Demonstrations, trainings and cells are
 * stages of their own, so that an interrupted run goes on where it ended.
 */
final class GraspStudy implements Experiment {

  private final StudyConfig config;
  private final PolicyTrainer trainer;
  private final Map<String, Task> tasks = new HashMap<>();
  private final long seed;
  private final StudyReport report;

  /** Policies of the same task share its demonstrations, by the task. */
  private final Map<String, Made> made = new HashMap<>();

  /** Policies that differ only in what they are told share a training, by its name. */
  private final Map<String, Path> trained = new HashMap<>();

  GraspStudy(
      StudyConfig config,
      Function<ComponentRef<?>, Object> resolve,
      long seed,
      StudyReport report) {
    this.config = config;
    this.trainer = (PolicyTrainer) resolve.apply(config.trainer());
    config.policies().forEach(it -> tasks.put(it.task().path(), (Task) resolve.apply(it.task())));
    config.cases().forEach(it -> tasks.put(it.task().path(), (Task) resolve.apply(it.task())));
    this.seed = seed;
    this.report = report;
  }

  private Task task(ComponentRef<Task> reference) {
    Task task = tasks.get(reference.path());
    if (task == null) {
      throw new IllegalStateException("no task at " + reference.path());
    }
    return task;
  }

  @Override
  public void run(ExperimentContext context) {
    printPayload(context);
    List<Item> trainings = new ArrayList<>();
    Map<String, Supplier<Policy>> ready = new HashMap<>();
    for (PolicyConfig policy : config.policies()) {
      prepare(context, policy, trainings).ifPresent(it -> ready.put(policy.name(), it));
    }
    List<Item> cells = new ArrayList<>();
    for (PolicyConfig policy : config.policies()) {
      for (CaseConfig each : config.cases()) {
        Item cell =
            context.stage(
                "cell-" + policy.name() + "-in-" + each.name(),
                () -> play(context, policy, each, ready));
        context.item(cell);
        cells.add(cell);
      }
    }
    report.show(context, trainings, cells);
  }

  /** The payload is that of the task, so one attempt of it says what it is. */
  private void printPayload(ExperimentContext context) {
    Task task = task(config.policies().get(0).task());
    Item payload =
        context.stage(
            "payload",
            () -> {
              try (Environment environment = task.open()) {
                environment.reset(seed);
                StepOutcome outcome = environment.step(new float[task.spec().actionSize()]);
                return Item.empty()
                    .with(Cell.PAYLOAD, outcome.measures().getOrDefault(Cell.PAYLOAD, Double.NaN));
              }
            });
    payload
        .number(Cell.PAYLOAD)
        .ifPresent(
            kilograms -> {
              context.metric(Cell.PAYLOAD, kilograms);
              context.note(
                  "Payload",
                  "By its declared current and friction the hand holds %.0f g by its fingertips;"
                          .formatted(1000 * kilograms)
                      + " heavier objects are beyond the hand and not scored.");
            });
  }

  /** Returns the policy; empty if there is nothing to learn from, all being beyond the hand. */
  private Optional<Supplier<Policy>> prepare(
      ExperimentContext context, PolicyConfig policy, List<Item> trainings) {
    Task task = task(policy.task());
    Supplier<Policy> source;
    if (policy.checkpoint().isPresent()) {
      Path folder = policy.checkpoint().get();
      source = () -> trainer.load(folder, task.spec());
    } else {
      Made demonstrations = demonstrations(context, policy);
      if (demonstrations.count() == 0) {
        return Optional.empty();
      }
      KeptTask kept = new KeptTask(task, () -> demonstrations.read(policy, task.spec()));
      if (policy.source() == Source.REPLAY) {
        source = () -> new Replay(task.spec(), kept.demonstrations());
      } else {
        Path folder = train(context, policy, kept, trainings);
        source = () -> trainer.load(folder, task.spec());
      }
    }
    Optional<MassView> told =
        policy.hideMass()
            ? Optional.of(MassView.HIDDEN)
            : policy.toldKg().map(mass -> new MassView(mass.floatValue()));
    return Optional.of(
        told.<Supplier<Policy>>map(view -> () -> view.of(source.get())).orElse(source));
  }

  /** Demonstrations in the run folder, which a run that is resumed need not have any more. */
  private record Made(Path file, int count) {

    List<Demonstration> read(PolicyConfig policy, PolicySpec spec) {
      List<Demonstration> all = DemonstrationFile.read(file, spec);
      return all.subList(0, Math.min(all.size(), policy.demonstrations().orElse(all.size())));
    }
  }

  private Made demonstrations(ExperimentContext context, PolicyConfig policy) {
    return made.computeIfAbsent(
        policy.task().path(), path -> demonstrations(context, path, task(policy.task())));
  }

  private static Made demonstrations(ExperimentContext context, String path, Task task) {
    String name = path.replace('.', '-');
    Path file = context.folder().resolve("demonstrations").resolve(name + ".bin");
    Item item =
        context.stage(
            "demonstrations-" + name,
            () -> {
              long start = System.nanoTime();
              List<Demonstration> all = task.demonstrations();
              DemonstrationFile.write(file, task.spec(), all);
              return Item.empty()
                  .with("task", path)
                  .with(Cell.DEMONSTRATIONS, all.size())
                  .with(Cell.SECONDS, (System.nanoTime() - start) * 1e-9);
            });
    context.log("demonstrations", item);
    return new Made(file, (int) item.number(Cell.DEMONSTRATIONS).orElse(0));
  }

  private Path train(
      ExperimentContext context, PolicyConfig policy, KeptTask task, List<Item> trainings) {
    String name =
        policy.task().path().replace('.', '-')
            + (policy.hideMass() ? "-without-mass" : "")
            + policy.demonstrations().map(count -> "-by-" + count).orElse("");
    Path before = trained.get(name);
    if (before != null) {
      return before;
    }
    ExperimentRun run = new ExperimentRun(context, name, Seeds.derive(seed, 0));
    Item training =
        context.stage(
            "training-" + name,
            () -> {
              long start = System.nanoTime();
              trainer.train(policy.hideMass() ? MassView.HIDDEN.of(task) : task, run).close();
              return Item.empty()
                  .with("training", name)
                  .with(Cell.DEMONSTRATIONS, task.demonstrations().size())
                  .with(Cell.SECONDS, (System.nanoTime() - start) * 1e-9);
            });
    trainings.add(training);
    trained.put(name, run.checkpoints());
    return run.checkpoints();
  }

  private Item play(
      ExperimentContext context,
      PolicyConfig policy,
      CaseConfig each,
      Map<String, Supplier<Policy>> ready) {
    long start = System.nanoTime();
    Evaluation evaluation = new Evaluation(List.of());
    Supplier<Policy> source = ready.get(policy.name());
    if (source != null) {
      try (Workers workers = Workers.ofThisMachine();
          Progress progress =
              context.progress(policy.name() + " in " + each.name(), config.trialsPerCell())) {
        evaluation =
            new Evaluator(workers, context::checkCancelled)
                .play(
                    task(each.task()),
                    source,
                    config.trialsPerCell(),
                    // the same world for all policies
                    Seeds.derive(seed, 1 + config.cases().indexOf(each)),
                    progress);
      }
    }
    Item cell =
        Item.empty()
            .with(Cell.POLICY, policy.name())
            .with(Cell.CASE, each.name())
            .with(Cell.OBJECT, each.object())
            .with(Cell.CONDITION, each.condition())
            .with(Cell.TRAIN, policy.trainKg().orElse(null))
            .with(Cell.EVAL, each.evalKg().orElse(null))
            .with(Cell.DEMONSTRATIONS, policy.demonstrations().orElse(null));
    return Cell.completed(cell, evaluation).with(Cell.SECONDS, (System.nanoTime() - start) * 1e-9);
  }

  @Override
  public void close() {
    // Trainer and tasks belong to the assembly.
  }
}
