package org.dextwin.experiments.dexndm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.Transitions;
import org.dextwin.experiments.dexndm.internal.efficiency.EfficiencyReport;
import org.dextwin.experiments.dexndm.internal.efficiency.EfficiencyStudy;
import org.dextwin.learning.training.Seeds;

/** Compares how well models learn from little data, and from other data than they are used for. */
final class SampleEfficiency implements Experiment {

  private static final int RECORDING = 1;
  private static final int TRAINING = 2;

  private final SampleEfficiencyConfig config;
  private final Tasks tasks;
  private final Map<String, DynamicsTrainer> trainers;
  private final Supplier<Policy> base;
  private final long seed;

  SampleEfficiency(
      SampleEfficiencyConfig config,
      Tasks tasks,
      Map<String, DynamicsTrainer> trainers,
      Supplier<Policy> base,
      long seed) {
    this.config = config;
    this.tasks = tasks;
    this.trainers = trainers;
    this.base = base;
    this.seed = seed;
  }

  @Override
  public void run(ExperimentContext context) {
    Recordings recordings =
        new Recordings(
            context,
            tasks,
            base,
            tasks.at(config.home()),
            config.usedRollouts(),
            Seeds.derive(seed, RECORDING));
    List<Integer> sizes = config.usedSizes();
    int largest = Collections.max(sizes);
    List<EfficiencyStudy.Distribution> distributions = new ArrayList<>();
    for (DistributionConfig each : config.distributions()) {
      distributions.add(
          new EfficiencyStudy.Distribution(
              each.name(),
              recordings.make(each, each.name(), largest),
              recordings.make(each, each.name() + "-test", config.usedTest())));
    }
    Supplier<Transitions> shifted =
        recordings.make(config.shifted(), config.shifted().name(), config.usedTest());
    EfficiencyStudy study =
        new EfficiencyStudy(
            context,
            trainers,
            sizes,
            config.usedRepeats(),
            config.horizon(),
            Seeds.derive(seed, TRAINING));
    new EfficiencyReport(context, study.cells(distributions, shifted)).show();
  }

  @Override
  public void close() {
    // Tasks and trainers belong to the assembly.
  }
}
