package org.dextwin.experiments.drex.internal.pushlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.robot.JointLog;
import org.dextwin.experiments.drex.internal.pushlog.PushEstimate.Evidence;
import org.dextwin.experiments.drex.internal.pushlog.motion.MotionSample;
import org.dextwin.experiments.drex.internal.pushlog.motion.Movement;
import org.dextwin.experiments.drex.internal.pushlog.motion.ObjectMotion;
import org.dextwin.experiments.drex.internal.pushlog.motion.UnexplainedMotionException;
import org.dextwin.experiments.drex.internal.pushlog.motor.ContactWork;
import org.dextwin.experiments.drex.internal.pushlog.motor.HandLog;
import org.dextwin.experiments.drex.internal.pushlog.motor.MotorCalibration;
import org.dextwin.experiments.drex.internal.pushlog.motor.Stopping;
import org.dextwin.mechanics.log.ClockCheck;
import org.dextwin.mechanics.log.ClockOffset;
import org.dextwin.mechanics.log.LogSync;
import org.dextwin.mechanics.log.SyncedLogs;

/**
 * Estimates the mass of one object from one push, by the work of the fingers over the energy per
 * mass of the object. True masses, densities and counts of contacts do not enter.
 *
 * <p>The verdict {@code identified} asks for significant work ({@value #SIGNIFICANT_WORK} standard
 * deviations) in efforts of known unit; it does not ask for a narrow interval, which the reason
 * states.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class PushEstimator {

  /** Recordings of one take are started and stopped together by hand. */
  static final double MINIMUM_OVERLAP = 0.5;

  /** Work below this many standard deviations may be none. */
  private static final double SIGNIFICANT_WORK = 2;

  /** The unit of the efforts is known if its 95 % interval is within half of it: 0.5 / 1.96. */
  private static final double KNOWN_UNIT = 0.25;

  /**
   * Trackers stamp a pose when it is computed, not when it was seen, so the object seems to start
   * up to this long after the finger meets it [s].
   */
  private static final double LATEST_ONSET_S = 0.3;

  /** Contact shows in the effort only when force has built up, after the object yields [s]. */
  private static final double EARLIEST_ONSET_S = 0.15;

  /** A slip beyond the tracker's noise in depth, twice over [m]. */
  private static final double PLAIN_SLIP = 0.005;

  private final HandModel hand;
  private final Vec3 down;
  private final FrictionPrior friction;
  private final Stopping stopping;

  PushEstimator(HandModel hand, Vec3 down, FrictionPrior friction, Stopping stopping) {
    this.hand = hand;
    this.down = down;
    this.friction = friction;
    this.stopping = stopping;
  }

  /**
   * Estimates the mass.
   *
   * @param joints joint log in the order of the hand's motors
   * @param poses the tracked object, on any clock
   * @param mesh its shape
   * @param declared rotation from the tracker's object frame to the mesh's, where a lab knows it
   * @throws org.dextwin.api.spi.InvalidInputException if the logs do not belong together or are too
   *     short
   */
  PushEstimate estimate(
      JointLog joints, PoseTrack poses, TriangleMesh mesh, Optional<Quat> declared) {
    SyncedLogs logs = new LogSync(MINIMUM_OVERLAP).align(joints, poses);
    List<String> notes = new ArrayList<>(poses.notes());
    Optional<ClockOffset> clock = ClockCheck.diagnose(logs);
    HandLog handLog = HandLog.of(joints, hand, down);
    OptionalDouble onset = handLog.onset();
    if (onset.isEmpty()) {
      return new PushEstimate(
          Verdict.NOT_IDENTIFIABLE,
          "no joint of the hand moved, so nothing was pushed",
          Optional.empty(),
          clock,
          Evidence.NONE,
          notes);
    }
    ObjectMotion motion;
    try {
      motion = ObjectMotion.of(logs.poses(), mesh, declared, onset.getAsDouble());
    } catch (UnexplainedMotionException e) {
      return new PushEstimate(
          Verdict.MODEL_DOES_NOT_FIT,
          String.valueOf(e.getMessage()),
          Optional.empty(),
          clock,
          Evidence.NONE,
          notes);
    }
    notes.addAll(motion.notes());
    Judgement judgement = judge(handLog, motion);
    Optional<ClockOffset> lag =
        judgement.evidence.work().flatMap(work -> lag(motion, work)).or(() -> clock);
    return new PushEstimate(
        judgement.verdict, judgement.reason, judgement.mass, lag, judgement.evidence, notes);
  }

  /**
   * How late poses are stamped: the object starts to move when a finger meets it, which the efforts
   * show to a few milliseconds and the poses to their own spacing.
   */
  private static Optional<ClockOffset> lag(ObjectMotion motion, ContactWork work) {
    if (work.start().isEmpty() || motion.samples().size() < 2) {
      return Optional.empty();
    }
    double first = motion.samples().get(0).time();
    double last = motion.samples().get(motion.samples().size() - 1).time();
    double spacing = (last - first) / (motion.samples().size() - 1);
    return Optional.of(
        new ClockOffset(
            firstMotion(motion) - work.start().getAsDouble(), spacing, ClockOffset.Evidence.TOUCH));
  }

  /**
   * When the object starts to move: an object that slides before it tips starts with the slide, for
   * which its support must be seen off its place twice.
   */
  private static double firstMotion(ObjectMotion motion) {
    List<MotionSample> samples = motion.samples();
    for (int i = 1; i < samples.size(); i++) {
      double time = samples.get(i - 1).time();
      if (time >= motion.movement().onset()) {
        break;
      }
      if (Math.min(samples.get(i - 1).slip(), samples.get(i).slip()) > PLAIN_SLIP) {
        return time;
      }
    }
    return motion.movement().onset();
  }

  private Judgement judge(HandLog handLog, ObjectMotion motion) {
    Movement movement = motion.movement();
    Evidence seen = new Evidence(Optional.of(motion), Optional.empty(), Optional.empty());
    if (movement.kind() == Movement.Kind.NONE) {
      return Judgement.without(
          Verdict.DID_NOT_MOVE,
          "the object tilted by at most %.1f deg and went %.1f mm",
          seen,
          Math.toDegrees(movement.largestTilt()),
          1e3 * movement.displacement());
    }
    if (handLog.movingJoints().isEmpty()) {
      return Judgement.without(
          Verdict.NOT_IDENTIFIABLE, "no joint moved far enough to calibrate its motor", seen);
    }
    MotorCalibration motors = handLog.calibrate(firstMotion(motion), movement.end(), stopping);
    ContactWork work = motors.workUntil(motion.effect().windowEnd());
    Evidence all = new Evidence(Optional.of(motion), Optional.of(motors), Optional.of(work));
    if (motors.relativeScaleSigma() > KNOWN_UNIT) {
      return Judgement.without(
          Verdict.NOT_IDENTIFIABLE,
          "the free motion of %s does not determine the unit of the efforts (%.2f +- %.2f driver"
              + " units per N m): no joint moves long enough free of contact while the weight on it"
              + " changes",
          all,
          String.join(", ", handLog.movingJoints()),
          motors.torqueScale(),
          motors.torqueScaleSigma());
    }
    if (work.contacts().isEmpty()) {
      return Judgement.without(
          Verdict.NOT_IDENTIFIABLE,
          "no joint's effort rises above that of free motion: the log shows no contact force",
          all);
    }
    if (work.work() < 0) {
      return Judgement.without(
          Verdict.MODEL_DOES_NOT_FIT,
          "the object did work on the fingers (%.1f mJ) instead of the other way round",
          all,
          -1e3 * work.work());
    }
    if (work.work() < SIGNIFICANT_WORK * work.sigma()) {
      return Judgement.without(
          Verdict.NOT_IDENTIFIABLE,
          "the work of the fingers, %.2f +- %.2f mJ, does not differ from none",
          all,
          1e3 * work.work(),
          1e3 * work.sigma());
    }
    return massOf(motion, work, all);
  }

  private Judgement massOf(ObjectMotion motion, ContactWork work, Evidence evidence) {
    MassInterval mass = MassInterval.balance(work, motion.effect(), friction);
    if (!motion.misfits().isEmpty()) {
      return new Judgement(
          Verdict.MODEL_DOES_NOT_FIT,
          String.join("; ", motion.misfits()),
          Optional.of(mass),
          evidence);
    }
    double lag = firstMotion(motion) - work.start().orElse(Double.NaN);
    if (lag > LATEST_ONSET_S || lag < -EARLIEST_ONSET_S) {
      return new Judgement(
          Verdict.MODEL_DOES_NOT_FIT,
          String.format(
              Locale.ROOT,
              "the object starts %.2f s %s the fingers meet something: the motion is not the"
                  + " fingers' work, or the logs are of different takes",
              Math.abs(lag),
              lag > 0 ? "after" : "before"),
          Optional.of(mass),
          evidence);
    }
    return new Judgement(
        Verdict.IDENTIFIED,
        String.format(
            Locale.ROOT,
            "%s did %.1f +- %.1f mJ of work on the object; the 95 %% interval reaches %.0f %% to"
                + " either side",
            String.join(", ", work.joints()),
            1e3 * work.work(),
            1e3 * work.sigma(),
            100 * mass.relativeHalfWidth()),
        Optional.of(mass),
        evidence);
  }

  /** Verdict, reason and mass, and what they come from. */
  private record Judgement(
      Verdict verdict, String reason, Optional<MassInterval> mass, Evidence evidence) {

    static Judgement without(
        Verdict verdict, String format, Evidence evidence, Object... arguments) {
      return new Judgement(
          verdict, String.format(Locale.ROOT, format, arguments), Optional.empty(), evidence);
    }
  }
}
