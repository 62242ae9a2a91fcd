package org.dextwin.experiments.inspect;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/**
 * Provides the experiment {@code inspect}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class InspectProvider implements ComponentProvider<Experiment, InspectConfig> {

  /** Makes the provider. */
  public InspectProvider() {}

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "inspect";
  }

  @Override
  public InspectConfig configure(Settings settings) {
    return settings.as(InspectConfig.class);
  }

  @Override
  public Experiment create(InspectConfig config, ComponentContext context) {
    List<Inspection> inspections = new ArrayList<>();
    config
        .track()
        .ifPresent(b -> inspections.add(new TrackInspection(context.resolve(b.tracker()), b)));
    config
        .policy()
        .ifPresent(
            b ->
                inspections.add(
                    new PolicyInspection(
                        context.resolve(b.policy()),
                        b.observations(),
                        context.random("observations").nextLong())));
    config
        .task()
        .ifPresent(
            b ->
                inspections.add(
                    new TaskInspection(
                        context.resolve(b.task()),
                        new Play(
                            b.episodes(), b.longestEpisode(), context.random("task").nextLong()))));
    config
        .training()
        .ifPresent(
            b ->
                inspections.add(
                    new TrainingInspection(
                        context.resolve(b.trainer()),
                        context.resolve(b.task()),
                        new Play(
                            b.evaluationEpisodes(),
                            b.longestEpisode(),
                            context.random("evaluation").nextLong()),
                        context.random("training").nextLong())));
    config
        .dynamics()
        .ifPresent(
            b ->
                inspections.add(
                    new DynamicsInspection(
                        context.resolve(b.model()),
                        b.steps(),
                        context.random("servos").nextLong())));
    config
        .dynamicsTraining()
        .ifPresent(
            b ->
                inspections.add(
                    new DynamicsTrainingInspection(
                        context.resolve(b.trainer()),
                        b,
                        context.random("servo-training").nextLong())));
    config
        .retarget()
        .ifPresent(
            b ->
                inspections.add(
                    new RetargetInspection(
                        context.resolve(b.retargeter()),
                        context.resolve(b.hand()).model(),
                        b.frames())));
    config
        .plan()
        .ifPresent(
            b ->
                inspections.add(
                    new PlanInspection(
                        context.resolve(b.planner()),
                        context.resolve(b.arm()).model().robot(),
                        b.range())));
    return new Inspect(inspections);
  }
}
