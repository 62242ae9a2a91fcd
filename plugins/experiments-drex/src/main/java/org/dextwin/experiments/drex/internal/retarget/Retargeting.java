package org.dextwin.experiments.drex.internal.retarget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.perception.RecordedTracker;
import org.dextwin.mechanics.demonstration.DemonstrationFilter;
import org.dextwin.mechanics.demonstration.DemonstrationWriter;
import org.dextwin.mechanics.demonstration.Fault;
import org.dextwin.mechanics.demonstration.HandDemonstration;
import org.dextwin.mechanics.format.MeshReader;

/** Turns human demonstrations into trajectories of the robot hand, and says which are fit. */
public final class Retargeting implements Experiment {

  private static final String TRAJECTORIES = "trajectories";

  private final RetargetConfig config;
  private final HandModel hand;
  private final Retargeter retargeter;
  private final Optional<RecordedTracker> tracker;
  private final Function<String, RandomGenerator> random;

  /**
   * Prepares.
   *
   * @param config the settings
   * @param hand the robot hand
   * @param retargeter maps hands
   * @param tracker reads object poses from folders
   * @param random makes random streams by name
   */
  public Retargeting(
      RetargetConfig config,
      HandModel hand,
      Retargeter retargeter,
      Optional<RecordedTracker> tracker,
      Function<String, RandomGenerator> random) {
    this.config = config;
    this.hand = hand;
    this.retargeter = retargeter;
    this.tracker = tracker;
    this.random = random;
  }

  @Override
  public void run(ExperimentContext context) {
    Optional<TriangleMesh> mesh = config.object().map(object -> MeshReader.read(object.mesh()));
    DemonstrationFilter withObject = new DemonstrationFilter(hand, mesh, config.limits());
    DemonstrationFilter without = new DemonstrationFilter(hand, Optional.empty(), config.limits());
    Demonstrator demonstrator = new Demonstrator(hand, retargeter, config.files(), tracker);
    Path folder = newFolder(context);
    RetargetReport report = new RetargetReport(context, hand);
    List<HandDemonstration> fit = new ArrayList<>();
    try (Progress progress = context.progress("retargeting", config.demonstrations().size())) {
      for (RetargetConfig.Demonstration source : config.demonstrations()) {
        context.checkCancelled();
        Retargeted retargeted = demonstrator.demonstrate(source);
        // a mirrored hand meets the object elsewhere than the human one did
        boolean isMirrored = retargeted.side() != hand.side();
        List<Fault> faults = (isMirrored ? without : withObject).check(retargeted.demonstration());
        String file = TRAJECTORIES + "/" + retargeted.name() + ".csv";
        DemonstrationWriter.write(
            folder.resolve(retargeted.name() + ".csv"),
            retargeted.demonstration(),
            hand.robot().motorOrder());
        report.add(retargeted, faults, file, isMirrored && mesh.isPresent());
        if (faults.isEmpty() && !isMirrored) {
          fit.add(retargeted.demonstration());
        }
        progress.advance(1);
      }
    }
    report.write();
    config
        .filterCheck()
        .ifPresent(check -> check(context, report, withObject, fit, check.copies()));
  }

  private void check(
      ExperimentContext context,
      RetargetReport report,
      DemonstrationFilter filter,
      List<HandDemonstration> fit,
      int copies) {
    if (fit.isEmpty()) {
      report.filterNotChecked();
      return;
    }
    FilterCheck check =
        new FilterCheck(
            filter,
            new Spoiling(hand, random.apply("filter-check")),
            config.object().isPresent() && fit.stream().allMatch(Retargeting::hasObject));
    try (Progress progress = context.progress("checking the filter", copies)) {
      check.run(
          fit,
          copies,
          () -> {
            context.checkCancelled();
            progress.advance(1);
          });
    }
    report.filterChecked(check);
  }

  private static boolean hasObject(HandDemonstration demonstration) {
    return demonstration.moments().stream()
        .anyMatch(moment -> moment.object().isPresent() && moment.hand().isPresent());
  }

  private static Path newFolder(ExperimentContext context) {
    try {
      return Files.createDirectories(context.folder().resolve(TRAJECTORIES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // Hand, retargeter and tracker belong to the assembly.
  }
}
