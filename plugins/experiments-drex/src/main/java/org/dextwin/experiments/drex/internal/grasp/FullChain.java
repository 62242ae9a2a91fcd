package org.dextwin.experiments.drex.internal.grasp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.experiment.Table.Column;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.experiments.drex.internal.pushlog.PushLog;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.evaluation.Evaluation;
import org.dextwin.learning.evaluation.Evaluator;
import org.dextwin.learning.training.ExperimentRun;
import org.dextwin.learning.training.Seeds;

/**
 * The whole chain: push log, mass, demonstrations, policy, evaluated grasp, currents of the hand.
 */
final class FullChain implements Experiment {

  private static final String IDENTIFIED = "identified";
  private static final String MASS = "mass_kg";
  private static final String MARGIN = "slip_margin";

  private final FullChainConfig config;
  private final PushLog pushLog;
  private final PolicyTrainer trainer;
  private final Task task;
  private final Task grasp;
  private final Hand hand;
  private final long seed;
  private final List<Item> steps = new ArrayList<>();

  FullChain(
      FullChainConfig config,
      PushLog pushLog,
      PolicyTrainer trainer,
      Task task,
      Task grasp,
      Hand hand,
      long seed) {
    this.config = config;
    this.pushLog = pushLog;
    this.trainer = trainer;
    this.task = task;
    this.grasp = grasp;
    this.hand = hand;
    this.seed = seed;
  }

  /** A step of the chain. */
  private interface Step {
    Item run();
  }

  private Item step(ExperimentContext context, String name, Step step) {
    Item done =
        context.stage(
            name,
            () -> {
              long start = System.nanoTime();
              Item item = step.run();
              return Item.empty()
                  .with("step", name)
                  .with(Cell.SECONDS, (System.nanoTime() - start) * 1e-9)
                  .with("result", item);
            });
    steps.add(done);
    return Item.of(result(done));
  }

  @SuppressWarnings("unchecked") // an item holds items as maps
  private static Map<String, ?> result(Item done) {
    Object result = done.values().get("result");
    return result instanceof Map<?, ?> map ? (Map<String, ?>) map : Map.of();
  }

  @Override
  public void run(ExperimentContext context) {
    double mass = identify(context);
    Item prepared =
        step(
            context,
            "demonstrations",
            () -> {
              List<Demonstration> all = task.demonstrations();
              DemonstrationFile.write(file(context), task.spec(), all);
              return Item.empty().with(Cell.DEMONSTRATIONS, all.size());
            });
    context.metric(Cell.DEMONSTRATIONS, prepared.number(Cell.DEMONSTRATIONS).orElse(Double.NaN));
    ExperimentRun run = new ExperimentRun(context, "policy", Seeds.derive(seed, 0));
    step(
        context,
        "policy",
        () -> {
          trainer
              .train(
                  new KeptTask(task, () -> DemonstrationFile.read(file(context), task.spec())), run)
              .close();
          return Item.empty();
        });
    Item played = step(context, "grasp", () -> play(context, run, mass));
    context.item(played);
    context.metric("success_rate", played.number(Cell.RATE).orElse(Double.NaN));
    context.metric(Cell.PAYLOAD, played.number(Cell.PAYLOAD).orElse(Double.NaN));
    Item sent = step(context, "hand", () -> send(context, run, mass));
    report(context, mass, played, sent);
  }

  private static Path file(ExperimentContext context) {
    return context.folder().resolve("demonstrations").resolve("chain.bin");
  }

  private double identify(ExperimentContext context) {
    long start = System.nanoTime();
    ItemKeeper keeper = new ItemKeeper(context);
    pushLog.run(keeper);
    Item take =
        keeper.items().stream()
            .filter(it -> config.take().equals(it.values().get("take")))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "push-log.takes holds no take '"
                            + config.take()
                            + "'; it holds "
                            + keeper.items().stream().map(it -> it.values().get("take")).toList()));
    OptionalDouble mass = take.number(MASS);
    String verdict = take.text("verdict");
    if (mass.isEmpty() || (!verdict.equals(IDENTIFIED) && !config.acceptUnidentified())) {
      throw new InvalidInputException(
          "the verdict on take '"
              + config.take()
              + "' is "
              + verdict
              + ", so its mass is not gone on with; push the object again, or set"
              + " accept-unidentified = true if there is a mass");
    }
    steps.add(
        Item.empty().with("step", "mass").with(Cell.SECONDS, (System.nanoTime() - start) * 1e-9));
    context.metric("identified_mass_kg", mass.getAsDouble());
    return mass.getAsDouble();
  }

  private Policy told(ExperimentRun run, double mass) {
    return new MassView((float) mass).of(trainer.load(run.checkpoints(), task.spec()));
  }

  private Item play(ExperimentContext context, ExperimentRun run, double mass) {
    try (Workers workers = Workers.ofThisMachine();
        Progress progress = context.progress("grasps", config.trialsPlayed())) {
      Evaluation evaluation =
          new Evaluator(workers, context::checkCancelled)
              .play(
                  grasp,
                  () -> told(run, mass),
                  config.trialsPlayed(),
                  Seeds.derive(seed, 1),
                  progress);
      return Cell.completed(
          Item.empty().with(Cell.POLICY, "told the identified mass").with("told_kg", mass),
          evaluation);
    }
  }

  /** Sends the grasp of one more attempt, if friction bears the object by it. */
  private Item send(ExperimentContext context, ExperimentRun run, double mass) {
    try (Environment environment = grasp.open();
        Policy policy = told(run, mass)) {
      policy.reset(seed);
      float[] action = policy.act(environment.reset(Seeds.derive(seed, 2)));
      StepOutcome outcome = environment.step(action);
      while (outcome.ending().isEmpty()) {
        outcome = environment.step(action);
      }
      double grip = outcome.measures().getOrDefault("grip_command_n", Double.NaN);
      double told = outcome.measures().getOrDefault("told_mass_kg", mass);
      // the task's margin is for the mass it was told; the policy was told the identified one
      double margin = outcome.measures().getOrDefault(MARGIN, 0.0) * told / mass;
      if (!(margin >= config.leastSlipMargin())) {
        return Item.empty()
            .with("sent", false)
            .with(MARGIN, margin)
            .with("grip_n", grip)
            .with("reason", "friction does not bear the object");
      }
      int fingers = hand.model().fingers().size();
      double[] forces = new double[fingers];
      for (int i = 0; i < fingers; i++) {
        forces[i] = outcome.measures().getOrDefault("finger_" + i + "_force_n", 0.0);
      }
      return new HandExecution(hand, config.closeS(), config.rateHz())
          .run(context, action, forces)
          .with("sent", true)
          .with(MARGIN, margin)
          .with("grip_n", grip);
    }
  }

  private void report(ExperimentContext context, double mass, Item played, Item sent) {
    context.table(
        new Table(
            "The chain",
            "How long each step took.",
            List.of(Column.of("step", "step"), new Column(Cell.SECONDS, "time [s]", 1, 1)),
            steps));
    double seconds = steps.stream().mapToDouble(it -> it.number(Cell.SECONDS).orElse(0)).sum();
    context.metric(Cell.SECONDS, seconds);
    context.note(
        "Grasp",
        "Told the identified mass of %.0f g, the policy holds the object in %s."
            .formatted(1000 * mass, Cell.text(played)));
    context.metric(MARGIN, sent.number(MARGIN).orElse(Double.NaN));
    if (!Boolean.TRUE.equals(sent.values().get("sent"))) {
      context.note(
          "Nothing was sent to the hand",
          String.format(
              Locale.ROOT,
              "By the slip inequality friction bears %.2f times the object's weight; %.2f times"
                  + " are asked for (least-slip-margin).",
              sent.number(MARGIN).orElse(0),
              config.leastSlipMargin()));
      return;
    }
    if (sent.values().get(HandExecution.JOINTS) instanceof List<?> rows) {
      List<Item> items = new ArrayList<>();
      for (Object row : rows) {
        if (row instanceof Map<?, ?> map) {
          Item item = Item.empty();
          for (var entry : map.entrySet()) {
            item = item.with(String.valueOf(entry.getKey()), entry.getValue());
          }
          items.add(item);
        }
      }
      context.table(HandExecution.table(items));
    }
  }

  @Override
  public void close() {
    // Engines, trainer, tasks and hand belong to the assembly.
  }
}
