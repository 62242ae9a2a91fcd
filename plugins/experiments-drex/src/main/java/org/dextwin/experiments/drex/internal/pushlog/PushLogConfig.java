package org.dextwin.experiments.drex.internal.pushlog;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.mechanics.log.JointColumns;

/**
 * Settings of the push-log method.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param takes folder of takes
 * @param hand the hand that pushed
 * @param tracker reader of the pose logs
 * @param joints columns of the joint logs
 * @param downInPalm direction of gravity in the frame of the palm
 * @param friction friction between objects and table
 * @param objects rotations that a lab knows, by object
 * @param paperKg what D-REX printed, by object; shown beside the results, used for nothing [kg]
 * @param estimator what the printed mass is
 * @param engine engine of the estimator engine
 * @param search engine in which its minima are looked for; may be coarser
 */
public record PushLogConfig(
    @Key(
            doc =
                "Folder with <object>-<n>/joints.csv, <object>-<n>/poses/,"
                    + " meshes/<object>.{stl,ply,obj} and, for scoring only, ground-truth.csv.",
            path = PathKind.FOLDER)
        Path takes,
    @Key(doc = "The hand that pushed; its nominal link masses give the unit of the efforts.")
        ComponentRef<Hand> hand,
    @Key(doc = "Reader of the pose logs.") ComponentRef<PoseTracker> tracker,
    @Key(doc = "Columns of the joint logs.", byDefault = "{}") JointColumns joints,
    @Key(
            doc = "Direction of gravity in the frame of the palm; fingers hang along it.",
            byDefault = "[0, 0, 1]")
        Vec3 downInPalm,
    @Key(doc = "Friction between objects and table, one belief for all.") FrictionPrior friction,
    @Key(
            doc = "Rotations that a lab knows, by object; others are inferred from the log.",
            byDefault = "{}")
        Map<String, ObjectGeometry> objects,
    @Key(
            doc = "What D-REX printed for each object; shown beside the results.",
            byDefault = "{}",
            above = 0)
        Map<String, Double> paperKg,
    @Key(
            doc =
                "The printed mass: engine, the minimiser of the trajectory loss in an engine, or"
                    + " quasi-static, the work of the fingers.",
            byDefault = "quasi-static")
        EstimatorKind estimator,
    @Key(doc = "Engine of the estimator engine: the minimum of its loss is the mass.")
        Optional<ComponentRef<Simulator>> engine,
    @Key(
            doc =
                "Engine in which minima of the loss are looked for; it may be coarser, and so"
                    + " faster. Left out, it is the engine itself.")
        Optional<ComponentRef<Simulator>> search) {

  /**
   * Checks the direction of gravity.
   *
   * @param takes folder of takes
   * @param hand the hand that pushed
   * @param tracker reader of the pose logs
   * @param joints columns of the joint logs
   * @param downInPalm direction of gravity in the frame of the palm
   * @param friction friction between objects and table
   * @param objects rotations that a lab knows, by object
   * @param paperKg what D-REX printed, by object [kg]
   * @param estimator what the printed mass is
   * @param engine engine of the estimator engine
   * @param search engine in which its minima are looked for
   * @param search engine in which its minima are looked for; may be coarser
   */
  public PushLogConfig {
    if (downInPalm.norm() == 0) {
      throw new IllegalArgumentException("down-in-palm is [0, 0, 0], which is no direction");
    }
    if (estimator == EstimatorKind.ENGINE && engine.isEmpty()) {
      throw new IllegalArgumentException(
          "estimator = engine needs the key engine, such as engine = simulator");
    }
    objects = Map.copyOf(objects);
    paperKg = Map.copyOf(paperKg);
  }
}
