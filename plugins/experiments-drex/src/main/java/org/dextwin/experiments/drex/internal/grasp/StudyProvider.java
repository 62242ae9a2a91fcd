package org.dextwin.experiments.drex.internal.grasp;

import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** What the providers of grasping studies share: they differ in name and report. */
abstract class StudyProvider implements ComponentProvider<Experiment, StudyConfig> {

  private final String name;
  private final StudyReport report;

  StudyProvider(String name, StudyReport report) {
    this.name = name;
    this.report = report;
  }

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public StudyConfig configure(Settings settings) {
    return settings.as(StudyConfig.class);
  }

  @Override
  public Experiment create(StudyConfig config, ComponentContext context) {
    return new GraspStudy(config, context::resolve, context.random("grasp").nextLong(), report);
  }
}
