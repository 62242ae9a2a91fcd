package org.dextwin.experiments.drex.internal.pushlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.experiment.Item;
import org.dextwin.experiments.drex.internal.pushlog.PushEstimate.Evidence;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.EngineMass;
import org.dextwin.experiments.drex.internal.pushlog.motion.ObjectMotion;
import org.dextwin.experiments.drex.internal.pushlog.motor.ContactWork;
import org.dextwin.experiments.drex.internal.pushlog.motor.MotorCalibration;
import org.dextwin.mechanics.log.ClockOffset;

/** Names of a take's results, and how an estimate is written under them. */
final class TakeItem {

  static final String TAKE = "take";
  static final String OBJECT = "object";
  static final String VERDICT = "verdict";
  static final String MASS = "mass_kg";
  static final String LOW = "mass_low_kg";
  static final String HIGH = "mass_high_kg";
  static final String FRICTION = "friction";
  static final String TRUTH = "truth_kg";
  static final String ERROR = "error_pct";
  static final String CONSTANT = "baseline_constant_pct";
  static final String VOLUME_BASELINE = "baseline_volume_pct";
  static final String SECONDS = "seconds";
  static final String REASON = "reason";
  static final String PAPER = "paper_kg";
  static final String MESH_VOLUME = "mesh_volume_m3";
  static final String QUASI_STATIC = "quasi_static_kg";
  static final String RESIDUAL = "residual_rad";
  static final String TRUTH_IN_INTERVAL = "truth_in_interval";

  private TakeItem() {}

  /** Writes what was estimated; the columns of the score are left empty. */
  static Item of(
      Take take, PushEstimate estimate, double friction, double meshVolume, double seconds) {
    Optional<MassInterval> mass = estimate.mass();
    Item item =
        Item.empty()
            .with(TAKE, take.name())
            .with(OBJECT, take.object())
            .with(VERDICT, estimate.verdict().word())
            .with(MASS, mass.map(MassInterval::mass).orElse(null))
            .with(LOW, mass.map(MassInterval::low).orElse(null))
            .with(HIGH, mass.map(MassInterval::high).orElse(null))
            .with(FRICTION, friction)
            .with(TRUTH, null)
            .with(ERROR, null)
            .with(CONSTANT, null)
            .with(VOLUME_BASELINE, null)
            .with(SECONDS, seconds)
            .with(REASON, estimate.reason())
            .with(PAPER, null)
            .with(MESH_VOLUME, meshVolume)
            .with("clock_offset_s", estimate.clock().map(ClockOffset::seconds).orElse(null))
            .with(
                "clock_offset_uncertainty_s",
                estimate.clock().map(ClockOffset::uncertainty).orElse(null));
    item = withMotion(item, estimate.evidence());
    item = withMotors(item, estimate.evidence());
    return item.with("notes", estimate.notes());
  }

  /** Adds what the engine says beside the quasi-static mass. */
  static Item withEngine(
      Item item, Optional<MassInterval> quasiStatic, Optional<EngineMass> engine) {
    Item extended =
        item.with(QUASI_STATIC, quasiStatic.map(MassInterval::mass).orElse(null))
            .with(RESIDUAL, engine.map(EngineMass::fingerResidual).orElse(null))
            .with(TRUTH_IN_INTERVAL, null);
    if (engine.isEmpty()) {
      return extended;
    }
    EngineMass mass = engine.get();
    return extended
        .with(FRICTION, mass.friction())
        .with("mass_friction_correlation", mass.frictionCorrelation())
        .with("half_width_pct", 100 * mass.halfWidth())
        .with("curvature_sigma_pct", 100 * mass.curvatureLogSigma())
        .with("pose_lag_s", mass.lag())
        .with("chi_square", mass.chiSquare())
        .with("finger_residual_sigmas", mass.fingerResidualSigmas())
        .with("pose_residual_sigmas", mass.poseResidualSigmas())
        .with("gradient", mass.exactGradient() ? "engine" : "partly central differences")
        .with("gradient_norm", mass.gradientNorm())
        .with("converged", mass.converged())
        .with("rollouts", mass.rollouts())
        .with("differentiated_rollouts", mass.differentiated());
  }

  private static Item withMotion(Item item, Evidence evidence) {
    if (evidence.motion().isEmpty()) {
      return item;
    }
    ObjectMotion motion = evidence.motion().get();
    return item.with("stands_on", motion.placement().standsOn())
        .with("lies_on", motion.placement().liesOn())
        .with("path_residual_m", motion.placement().pathResidual())
        .with("largest_tilt_rad", motion.movement().largestTilt())
        .with("energy_j_per_kg", motion.effect().energy())
        .with("energy_sigma_j_per_kg", motion.effect().energySigma())
        .with("slip_m", motion.effect().slip());
  }

  private static Item withMotors(Item item, Evidence evidence) {
    if (evidence.motors().isEmpty() || evidence.work().isEmpty()) {
      return item;
    }
    MotorCalibration motors = evidence.motors().get();
    ContactWork work = evidence.work().get();
    return item.with("torque_scale_per_nm", motors.torqueScale())
        .with("torque_scale_sigma_per_nm", motors.torqueScaleSigma())
        .with("work_j", work.work())
        .with("work_sigma_j", work.sigma())
        .with("pushing_joints", work.joints())
        .with("motors", motorRows(motors));
  }

  private static List<Item> motorRows(MotorCalibration motors) {
    List<Item> rows = new ArrayList<>();
    for (MotorCalibration.Load load : motors.loads()) {
      Item row =
          Item.empty()
              .with("joint", load.joint())
              .with("friction", load.friction())
              .with("inertia", load.inertia());
      rows.add(
          motors.servoLaws().stream()
              .filter(law -> law.joint().equals(load.joint()))
              .findFirst()
              .map(
                  law ->
                      row.with("saturation", law.saturation())
                          .with("damping", law.damping())
                          .with("stiffness", law.stiffness().orElse(Double.NaN))
                          .with("target_rad", law.target().orElse(Double.NaN)))
              .orElse(row));
    }
    return rows;
  }
}
