package org.dextwin.experiments.dexndm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.Transitions;
import org.dextwin.experiments.dexndm.SimToSimConfig.CaseConfig;
import org.dextwin.experiments.dexndm.internal.transfer.TransferReport;
import org.dextwin.experiments.dexndm.internal.transfer.Trials;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.training.Seeds;

/** Brings a policy into another world by several methods, and plays it there. */
final class SimToSim implements Experiment {

  private static final int RECORDING = 1;
  private static final int TRAINING = 2;
  private static final int TRIALS = 3;

  private final SimToSimConfig config;
  private final Tasks tasks;
  private final Methods methods;
  private final Supplier<Policy> base;
  private final long seed;

  SimToSim(SimToSimConfig config, Tasks tasks, Methods methods, Supplier<Policy> base, long seed) {
    this.config = config;
    this.tasks = tasks;
    this.methods = methods;
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
    for (RecordedConfig each : config.recordings()) {
      String name = each.from().name();
      recorded.put(name, recordings.make(each.from(), name, config.used(each)));
    }
    Methods.Learning learning =
        methods.new Learning(context, recorded, Seeds.derive(seed, TRAINING));
    List<Item> cells = new ArrayList<>();
    for (MethodConfig method : config.methods()) {
      Supplier<Policy> policies = learning.policy(method, config.scale().tried(home), base);
      for (int i = 0; i < config.cases().size(); i++) {
        CaseConfig each = config.cases().get(i);
        Trials trials =
            new Trials(context, config.usedTrials(), Seeds.derive(Seeds.derive(seed, TRIALS), i));
        cells.add(trials.play(method.name(), each.name(), tasks.at(each.task()), policies));
      }
    }
    new TransferReport(context, cells, seed).show();
  }

  @Override
  public void close() {
    // Tasks and trainers belong to the assembly.
  }
}
