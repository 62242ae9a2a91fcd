package org.dextwin.experiments.drex.internal.pushlog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.robot.JointLog;
import org.dextwin.api.sim.Simulator;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.EngineMass;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.RecordedPush;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.TakeFit;
import org.dextwin.experiments.drex.internal.pushlog.motor.HandLog;
import org.dextwin.mechanics.log.LogSync;

/**
 * Replaces the quasi-static mass of a take by the minimiser of the trajectory loss in an engine.
 * {@code identified} then means an interval of at most half the mass to either side, and residuals
 * as synthetic pushes have them.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class EngineEstimator {

  private final TakeFit fit;

  EngineEstimator(
      Simulator search, Simulator engine, HandModel hand, Vec3 down, FrictionPrior friction) {
    this.fit =
        new TakeFit(search, engine, hand, down, friction.mean(), friction.standardDeviation());
  }

  /**
   * An estimate by the engine.
   *
   * @param estimate what the take tells
   * @param engine the minimiser; empty if the take tells no mass to begin with
   */
  record Refined(PushEstimate estimate, Optional<EngineMass> engine) {}

  /**
   * Fits the mass of a take that holds one.
   *
   * @param start the quasi-static estimate
   */
  Refined refine(JointLog joints, PoseTrack poses, TriangleMesh mesh, PushEstimate start) {
    if (start.verdict() != Verdict.IDENTIFIED || start.mass().isEmpty()) {
      return new Refined(start, Optional.empty());
    }
    PoseTrack track = new LogSync(PushEstimator.MINIMUM_OVERLAP).align(joints, poses).poses();
    OptionalDouble onset = HandLog.of(joints, fit.hand(), fit.down()).onset();
    Optional<RecordedPush> push =
        fit.push(
            joints,
            track,
            mesh,
            start.evidence().motion().orElseThrow(),
            start.evidence().motors().orElseThrow(),
            start.evidence().work().orElseThrow().joints(),
            onset.orElseThrow(),
            start.mass().get().mass());
    Optional<EngineMass> mass =
        push.flatMap(
            it -> fit.fit(it, fit.options(it, start.evidence().motors().orElseThrow()), 1));
    if (mass.isEmpty()) {
      return new Refined(
          with(
              start, Verdict.MODEL_DOES_NOT_FIT, "the engine cannot replay the push", start.mass()),
          mass);
    }
    return new Refined(judged(start, mass.get()), mass);
  }

  private static PushEstimate judged(PushEstimate start, EngineMass mass) {
    Optional<MassInterval> interval =
        Optional.of(new MassInterval(mass.mass(), mass.low(), mass.high()));
    String fitted =
        String.format(
            Locale.ROOT,
            "replayed with friction %.2f (correlation with the mass %.2f), the poses %.0f ms late;"
                + " fingers deviate by %.2f, poses by %.2f standard deviations; the 95 %% interval"
                + " reaches %.0f %% to either side; %s",
            mass.friction(),
            mass.frictionCorrelation(),
            1e3 * mass.lag(),
            mass.fingerResidualSigmas(),
            mass.poseResidualSigmas(),
            100 * mass.halfWidth(),
            mass.exactGradient()
                ? "derivatives are the engine's"
                : "derivatives are, in part, central differences");
    if (!TakeFit.explains(mass)) {
      return with(
          start,
          Verdict.MODEL_DOES_NOT_FIT,
          "the engine does not move fingers and object as recorded: " + fitted,
          interval);
    }
    if (!mass.isNarrow()) {
      return with(start, Verdict.NOT_IDENTIFIABLE, "the interval is too wide: " + fitted, interval);
    }
    return with(start, Verdict.IDENTIFIED, fitted, interval);
  }

  private static PushEstimate with(
      PushEstimate start, Verdict verdict, String reason, Optional<MassInterval> mass) {
    return new PushEstimate(
        verdict, reason, mass, start.clock(), start.evidence(), List.copyOf(start.notes()));
  }
}
