package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.robot.JointLog;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.Simulator;
import org.dextwin.experiments.drex.internal.pushlog.motion.ObjectMotion;
import org.dextwin.experiments.drex.internal.pushlog.motor.MotorCalibration;

/**
 * Fits the mass of a real take in an engine: builds the push from the log, the tracked motion and
 * the calibrated motors.
 *
 * <p>What is doubtful: fingers whose contact torque is not significant are left out, though they
 * may follow the object; the contact is that of a ball on the silhouette, so that the split of
 * torque among the joints of a finger may not fit; fingers share the load as if the object did not
 * turn about the vertical; gravity along the palm's down is assumed.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * @param search the engine in which minima of the loss are looked for; may be coarser
 * @param engine the engine whose minimum is the mass
 * @param hand the hand
 * @param down direction of gravity in its root
 * @param friction belief in the coefficient of friction
 * @param frictionSigma standard deviation of that belief
 */
public record TakeFit(
    Simulator search,
    Simulator engine,
    HandModel hand,
    Vec3 down,
    double friction,
    double frictionSigma) {

  /** A motor takes this long to reach its speed; its law does not hold before [s]. */
  private static final double RUN_UP_S = 0.06;

  /** The first pose that counts comes so much later [s]. */
  private static final double FIRST_POSE_S = 0.05;

  /** Spread of free motion about its law, as part of the largest command. */
  private static final double FREE_SPREAD = 1.0 / 30;

  // 97.5 % of 27 synthetic takes with rough joints and a noisy tracker stay below, in standard
  // deviations: what is above is not a replay of this push.
  private static final double LARGEST_FINGER_RESIDUAL = 1.25;
  private static final double LARGEST_POSE_RESIDUAL = 1.4;

  /**
   * Builds the push of a take.
   *
   * @param log the hand's log
   * @param track the tracked object, on the clock of the log
   * @param mesh surface of the object [m]
   * @param motion what the object did
   * @param motors the hand's motors
   * @param joints names of the joints that push
   * @param handOnset when the hand starts to move [s]
   * @param quasiStaticMass mass by the work of the fingers [kg]
   * @return the push; empty if no finger pushes
   */
  public Optional<RecordedPush> push(
      JointLog log,
      PoseTrack track,
      TriangleMesh mesh,
      ObjectMotion motion,
      MotorCalibration motors,
      List<String> joints,
      double handOnset,
      double quasiStaticMass) {
    double onset = motion.movement().onset();
    HandPlane fingers = new HandPlane(log, hand, down, motors, joints, onset);
    if (fingers.isEmpty()) {
      return Optional.empty();
    }
    PushPlane plane = new PushPlane(track, motion, handOnset);
    double start =
        RUN_UP_S
            + motors.loads().stream()
                .mapToDouble(load -> motors.curve(load.joint()).effort().time(0))
                .min()
                .orElseThrow();
    double end = motion.effect().windowEnd();
    RobotModel model = fingers.model();
    return Optional.of(
        new RecordedPush(
            plane.object(mesh),
            model,
            fingers.base(),
            fingers.tips(),
            fingers.times(),
            fingers.tracks(model),
            plane.poses(start + FIRST_POSE_S, end),
            onset,
            start,
            end,
            quasiStaticMass));
  }

  /**
   * Returns what is believed of a take.
   *
   * @param push the push
   * @param motors the hand's motors
   * @return the options of its fit
   */
  public FitOptions options(RecordedPush push, MotorCalibration motors) {
    double largest =
        motors.servoLaws().stream().mapToDouble(law -> law.saturation()).max().orElse(0.3);
    List<Double> heights = new ArrayList<>();
    for (int tenth = 3; tenth <= 9; tenth++) {
      heights.add(0.1 * tenth * push.object().height());
    }
    return FitOptions.calibratedMotors(
        friction,
        frictionSigma / friction,
        FREE_SPREAD * largest / motors.torqueScale(),
        motors.relativeScaleSigma(),
        heights);
  }

  /**
   * Fits the mass.
   *
   * @param push the push
   * @param options what is believed
   * @param startFactor factor on the quasi-static mass around which the search begins
   * @return the minimiser; empty if the engine cannot replay the push
   */
  public Optional<EngineMass> fit(RecordedPush push, FitOptions options, double startFactor) {
    try {
      return Optional.of(EngineFit.of(search, engine, push, options, startFactor));
    } catch (SimulationException e) {
      return Optional.empty();
    }
  }

  /**
   * Says whether the replay is near enough to what was recorded.
   *
   * @param mass a fitted mass
   * @return whether fingers and poses deviate by no more than those of synthetic takes do
   */
  public static boolean explains(EngineMass mass) {
    return mass.fingerResidualSigmas() <= LARGEST_FINGER_RESIDUAL
        && mass.poseResidualSigmas() <= LARGEST_POSE_RESIDUAL;
  }
}
