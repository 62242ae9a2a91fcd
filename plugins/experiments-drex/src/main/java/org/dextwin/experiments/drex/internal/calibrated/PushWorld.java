package org.dextwin.experiments.drex.internal.calibrated;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.api.sim.WrenchSignal;
import org.dextwin.experiments.drex.internal.calibrated.CalibratedForceConfig.Push;
import org.dextwin.experiments.drex.internal.calibrated.CalibratedForceConfig.TrackerModel;
import org.dextwin.experiments.drex.internal.fit.PoseNoise;
import org.dextwin.experiments.drex.internal.fit.TrackedPoses;

/**
 * A body that is pushed up by a known force in free space, and a tracker that watches it.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param push the known force
 * @param tracker rate and noise of the tracker
 */
record PushWorld(Push push, TrackerModel tracker) {

  /** Name of the pushed body. */
  static final String BODY = "object";

  // No body touches another here; engines still ask for a material.
  private static final Material UNTOUCHED = new Material(0, 1, 0);

  /** The scene: the body at rest, the centre of mass at the origin of its frame and the world's. */
  Scene scene(MassProperties mass) {
    SceneBody body =
        SceneBody.free(
            BODY,
            mass,
            List.of(),
            UNTOUCHED,
            Pose.inWorld(BODY, Vec3.ZERO, Quat.IDENTITY),
            Twist.zero(Pose.WORLD, BODY));
    return new Scene("calibrated-push", Scene.EARTH_GRAVITY, List.of(body), List.of(), List.of());
  }

  /**
   * The force as a wrench about the centre of mass, held over each step at its mean over the step.
   * The contact travels with the centre: its offset stays as it was at the start.
   */
  ControlSequence controls(double timeStep) {
    int steps = (int) Math.ceil(push.watchS() / timeStep);
    double[] values = new double[6 * steps];
    for (int step = 0; step < steps; step++) {
      Vec3 force = new Vec3(0, 0, meanForce(step * timeStep, (step + 1) * timeStep));
      push.offsetM().cross(force).copyTo(values, 6 * step);
      force.copyTo(values, 6 * step + 3);
    }
    return ControlSequence.ofWrenches(new WrenchSignal(BODY, values));
  }

  private double meanForce(double from, double to) {
    double omega = Math.PI / push.durationS();
    double a = Math.min(from, push.durationS());
    double b = Math.min(to, push.durationS());
    return push.peakN() / omega * (Math.cos(omega * a) - Math.cos(omega * b)) / (to - from);
  }

  /** Lets the push happen in an engine and watches it. */
  TrackedPoses watch(Simulator world, MassProperties mass, RandomGenerator noise) {
    Trajectory truth;
    try (Simulation simulation = world.open(scene(mass))) {
      truth = simulation.rollout(controls(world.timeStep()));
    }
    List<Double> times = new ArrayList<>();
    List<Pose> poses = new ArrayList<>();
    int stride = Math.max(1, (int) Math.round(1 / (tracker.rateHz() * world.timeStep())));
    for (int sample = stride; sample < truth.samples(); sample += stride) {
      times.add(truth.time(sample));
      poses.add(seen(truth.pose(sample, BODY), noise));
    }
    return new TrackedPoses(times, poses);
  }

  private Pose seen(Pose X_WO, RandomGenerator noise) {
    Vec3 shift = gaussian(noise).times(tracker.positionNoiseM());
    Quat turn = Quat.exp(gaussian(noise).times(tracker.rotationNoiseRad()));
    return Pose.inWorld(BODY, X_WO.position().plus(shift), turn.times(X_WO.rotation()));
  }

  /** What an estimator may know of the tracker. */
  PoseNoise noise() {
    return new PoseNoise(tracker.positionNoiseM(), tracker.rotationNoiseRad());
  }

  private static Vec3 gaussian(RandomGenerator noise) {
    return new Vec3(noise.nextGaussian(), noise.nextGaussian(), noise.nextGaussian());
  }
}
