package org.dextwin.experiments.drex.internal.pushlog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.RecordedTracker;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.robot.JointLog;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.experiments.drex.internal.pushlog.EngineEstimator.Refined;
import org.dextwin.experiments.drex.internal.pushlog.motor.Stopping;
import org.dextwin.mechanics.format.MeshReader;
import org.dextwin.mechanics.log.JointLogReader;
import org.dextwin.mechanics.mesh.BoundingBox;
import org.dextwin.mechanics.mesh.ConvexHull;
import org.dextwin.mechanics.mesh.SolidMass;

/**
 * Identifies masses from a folder of takes. A take whose files cannot be read is named, has no
 * item, and ends the run as failed after all others are done and reported; nothing of it is
 * guessed.
 *
 * <p>True masses are read when every estimate exists, and only to score them.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class PushLog {

  private static final double NANOS = 1e-9;

  /** Sizes beyond which a mesh is surely not in metres [m]. */
  private static final double SMALLEST_OBJECT = 0.005;

  private static final double LARGEST_OBJECT = 2;

  private final PushLogConfig config;
  private final RecordedTracker tracker;
  private final JointLogReader jointReader;
  private final PushEstimator estimator;
  private final Optional<EngineEstimator> engine;

  /**
   * Prepares the method.
   *
   * @param config its settings
   * @param hand the hand that pushed
   * @param tracker reader of the pose logs
   * @param search where minima of the loss are looked for; empty for the engine itself
   * @param engine where masses are fitted; empty for the quasi-static estimator
   */
  public PushLog(
      PushLogConfig config,
      Hand hand,
      RecordedTracker tracker,
      Optional<Simulator> search,
      Optional<Simulator> engine) {
    this.config = config;
    this.tracker = tracker;
    this.jointReader = new JointLogReader(config.joints(), hand.model().robot());
    this.estimator =
        new PushEstimator(hand.model(), config.downInPalm(), config.friction(), Stopping.CONVERGED);
    this.engine =
        engine.map(
            it ->
                new EngineEstimator(
                    search.orElse(it), it, hand.model(), config.downInPalm(), config.friction()));
  }

  /**
   * Identifies and scores the masses and reports items, metrics, tables and plots.
   *
   * @param context where to report
   * @throws InvalidInputException at the end, if files of some takes could not be read
   */
  public void run(ExperimentContext context) {
    TakesFolder folder = TakesFolder.scan(config.takes());
    if (!folder.ignored().isEmpty()) {
      context.note("Folders that are no takes", String.join(", ", folder.ignored()));
    }
    List<String> failures = new ArrayList<>();
    List<Item> estimates = new ArrayList<>();
    try (Progress progress = context.progress("takes", folder.takes().size())) {
      for (Take take : folder.takes()) {
        context.checkCancelled();
        try {
          estimates.add(
              context.stage("take " + take.name(), () -> estimate(take, folder, context)));
        } catch (InvalidInputException e) {
          failures.add(take.name() + ": " + e.getMessage());
          context.note(
              "Take " + take.name() + " could not be read", String.valueOf(e.getMessage()));
        }
        progress.advance(1);
      }
    }
    GroundTruth truth = new GroundTruth(Map.of());
    try {
      truth = GroundTruth.read(folder.groundTruth());
    } catch (InvalidInputException e) {
      failures.add(String.valueOf(e.getMessage()));
    }
    new PushReport(context, config.paperKg()).report(estimates, truth);
    if (!failures.isEmpty()) {
      throw new InvalidInputException(
          failures.size()
              + (failures.size() == 1 ? " input" : " inputs")
              + " could not be read; all others were estimated:\n"
              + String.join("\n", failures));
    }
  }

  private Item estimate(Take take, TakesFolder folder, ExperimentContext context) {
    long begin = System.nanoTime();
    TriangleMesh mesh = metricMesh(folder.mesh(take.object()));
    JointLog joints = jointReader.read(take.joints()).log();
    PoseTrack poses = tracker.read(take.poses(), take.object());
    PushEstimate estimate = quasiStatic(take, joints, poses, mesh);
    new TakePlots(take, estimate, context::plot).draw();
    Refined refined =
        engine
            .map(it -> it.refine(joints, poses, mesh, estimate))
            .orElse(new Refined(estimate, Optional.empty()));
    double seconds = NANOS * (System.nanoTime() - begin);
    Item item =
        TakeItem.of(take, refined.estimate(), config.friction().mean(), volume(mesh), seconds);
    return TakeItem.withEngine(item, estimate.mass(), refined.engine());
  }

  private PushEstimate quasiStatic(Take take, JointLog joints, PoseTrack poses, TriangleMesh mesh) {
    try {
      return estimator.estimate(
          joints,
          poses,
          mesh,
          Optional.ofNullable(config.objects().get(take.object()))
              .map(ObjectGeometry::trackerToMesh));
    } catch (InvalidInputException e) {
      throw new InvalidInputException(take.folder() + ": " + e.getMessage(), e);
    }
  }

  /** Reads a mesh whose size a hand can push. */
  private static TriangleMesh metricMesh(Path file) {
    TriangleMesh mesh = MeshReader.read(file);
    double diagonal = BoundingBox.of(mesh).diagonal();
    if (diagonal > LARGEST_OBJECT || diagonal < SMALLEST_OBJECT) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: the mesh is %.3g m across; a hand pushes objects of %.3g m to %.3g m. Meshes are"
                  + " in metres: scale one in millimetres by 0.001",
              file,
              diagonal,
              SMALLEST_OBJECT,
              LARGEST_OBJECT));
    }
    return mesh;
  }

  /** Volume of a closed mesh; of its convex hull where it is open, as scans usually are. */
  private static double volume(TriangleMesh mesh) {
    return SolidMass.defect(mesh).isEmpty() ? SolidMass.volume(mesh) : ConvexHull.of(mesh).volume();
  }
}
