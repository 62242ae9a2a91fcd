package org.dextwin.experiments.dexndm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.Transitions;
import org.dextwin.experiments.dexndm.internal.ablation.AblationReport;
import org.dextwin.experiments.dexndm.internal.efficiency.DynamicsTraining;
import org.dextwin.experiments.dexndm.internal.efficiency.Portion;
import org.dextwin.experiments.dexndm.internal.transfer.Trials;
import org.dextwin.learning.dynamics.PredictionErrors;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.training.Seeds;

/** Takes the method apart: what errs more without one of its parts, and with less data. */
final class Ablations implements Experiment {

  private static final int RECORDING = 1;
  private static final int TRAINING = 2;
  private static final int TRIALS = 3;
  private static final int SCALING = 4;

  /** Steps from one prediction in open loop to the next. */
  private static final int EVERY = 5;

  private final AblationsConfig config;
  private final Tasks tasks;
  private final Methods methods;
  private final DynamicsTrainer first;
  private final Supplier<Policy> base;
  private final long seed;

  Ablations(
      AblationsConfig config,
      Tasks tasks,
      Methods methods,
      DynamicsTrainer first,
      Supplier<Policy> base,
      long seed) {
    this.config = config;
    this.tasks = tasks;
    this.methods = methods;
    this.first = first;
    this.base = base;
    this.seed = seed;
  }

  @Override
  public void run(ExperimentContext context) {
    ProprioceptiveTask home = tasks.at(config.home());
    Recordings recordings =
        new Recordings(
            context, tasks, base, home, config.usedRollouts(), Seeds.derive(seed, RECORDING));
    Map<String, Supplier<Transitions>> recorded = new HashMap<>();
    Map<String, Integer> sizes = new HashMap<>();
    for (RecordedConfig each : config.recordings()) {
      String name = each.from().name();
      recorded.put(name, recordings.make(each.from(), name, config.used(each)));
      sizes.put(name, config.used(each));
    }
    Supplier<Transitions> shifted =
        recordings.make(config.shifted(), config.shifted().name(), config.usedTest());
    Methods.Learning learning =
        methods.new Learning(context, recorded, Seeds.derive(seed, TRAINING));
    List<Item> variants = new ArrayList<>();
    for (MethodConfig variant : config.variants()) {
      int size = Objects.requireNonNull(sizes.get(variant.target().orElseThrow()));
      variants.add(
          variant(context, learning, variant, home, shifted)
              .with(AblationReport.TRANSITIONS, size));
    }
    String data = config.variants().get(0).target().orElseThrow();
    List<Item> points = new ArrayList<>();
    for (int size : config.usedScaling(Objects.requireNonNull(sizes.get(data)))) {
      points.add(
          new DynamicsTraining(context, first, "scaling-" + size, Seeds.derive(seed, SCALING))
              .train(
                  () -> Portion.of(Objects.requireNonNull(recorded.get(data)).get(), 0, size),
                  Optional.empty(),
                  model -> errors(context, Item.empty(), model, shifted.get())));
    }
    AblationReport report = new AblationReport(context, seed);
    report.showVariants(variants);
    report.showScaling(points);
  }

  private Item variant(
      ExperimentContext context,
      Methods.Learning learning,
      MethodConfig variant,
      ProprioceptiveTask home,
      Supplier<Transitions> shifted) {
    Path model = learning.dynamics(variant).orElseThrow();
    Item item =
        context.stage(
            "errors-" + variant.name(),
            () -> {
              try (DynamicsModel read = learning.read(variant, model)) {
                return errors(
                    context,
                    Item.empty().with(AblationReport.VARIANT, variant.name()),
                    read,
                    shifted.get());
              }
            });
    if (config.played().isEmpty()) {
      return item;
    }
    Supplier<Policy> policies =
        learning.corrected(variant, model, config.scale().tried(home), base);
    Item cell =
        new Trials(context, config.usedTrials(), Seeds.derive(seed, TRIALS))
            .play(variant.name(), "played", tasks.at(config.played().get()), policies);
    for (String key : List.of("rotr", "rotr_low", "rotr_high", "ttf", "rotp")) {
      item = item.with(key, cell.number(key).orElse(Double.NaN));
    }
    return item;
  }

  private Item errors(
      ExperimentContext context, Item item, DynamicsModel model, Transitions shifted) {
    context.checkCancelled();
    return item.with(AblationReport.ERROR, PredictionErrors.oneStep(model, shifted).total())
        .with(
            AblationReport.OPEN_LOOP,
            PredictionErrors.openLoop(model, shifted, config.horizon(), EVERY).total());
  }

  @Override
  public void close() {
    // Tasks and trainers belong to the assembly.
  }
}
