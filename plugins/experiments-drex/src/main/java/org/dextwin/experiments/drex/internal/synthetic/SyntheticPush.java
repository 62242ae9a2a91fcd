package org.dextwin.experiments.drex.internal.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.ContactPair;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.JointTrack;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.RecordedPush;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.SeenPose;
import org.dextwin.experiments.drex.internal.synthetic.SyntheticConfig.ShapeRange;

/**
 * One push in the world, and what its logs say.
 *
 * @param truth what happened
 * @param scene the scene of the world
 * @param motion how the world moved
 * @param recorded what is known of it, its friction included
 * @param touch when the fingers met the object, and how hard
 * @param slope half the base over the height of contact, as far as it is known
 */
record SyntheticPush(
    PushDraw truth,
    Scene scene,
    Trajectory motion,
    RecordedPush recorded,
    FirstTouch touch,
    double slope) {

  static final String OBJECT = "object";
  static final String HAND = "hand";
  private static final String TABLE = "table";
  private static final double WATCH_S = 1.2;

  /** Less motion is no push: drawn again. */
  private static final double LEAST_TILT = Math.toRadians(3);

  private static final double LEAST_SLIP = 0.005;
  private static final int DRAWS = 50;

  // What the fit believes of the poses: the tracker's noise, and what two engines differ by.
  private static final double DEPTH_SIGMA = 4e-4;
  private static final double HEIGHT_SIGMA = 6e-4;

  private static final double PAST_BALANCE = Math.toRadians(25);
  private static final double WINDOW_S = 0.4;
  private static final double PLAIN_MOTION = 0.004;
  private static final double RUN_UP_S = 0.08;

  /** Draws pushes until one moves its object, and watches it. */
  static SyntheticPush make(
      SyntheticConfig config, Simulator world, ShapeRange shape, RandomGenerator random) {
    for (int draw = 0; draw < DRAWS; draw++) {
      PushDraw truth = PushDraw.of(config, shape, random);
      Scene scene = scene(config, truth);
      Trajectory trajectory = happen(world, scene, truth);
      if (moves(trajectory)) {
        return record(config, truth, scene, trajectory, random);
      }
    }
    throw new IllegalStateException(
        "none of "
            + DRAWS
            + " pushes of '"
            + shape.name()
            + "' moved it; widen gap-m, contact-height or mass-kg");
  }

  /** The same push, seen with other noise. */
  SyntheticPush seenAgain(SyntheticConfig config, RandomGenerator noise) {
    return record(config, truth, scene, motion, noise);
  }

  /** Targets of the hand's servos, the same all the time [rad]. */
  double[] targets() {
    double[] targets = new double[truth.fingers()];
    Arrays.fill(targets, SyntheticHand.target());
    return targets;
  }

  /** What is known if the friction is not: the quasi-static mass follows from a belief. */
  RecordedPush believing(double friction) {
    return new RecordedPush(
        recorded.object(),
        recorded.hand(),
        recorded.base(),
        recorded.tips(),
        recorded.times(),
        recorded.joints(),
        recorded.poses(),
        recorded.onset(),
        recorded.start(),
        recorded.end(),
        touch.quasiStaticMass(friction, slope, recorded.end()));
  }

  private static boolean moves(Trajectory trajectory) {
    double tilt = 0;
    double slip = 0;
    for (int i = 0; i < trajectory.samples(); i += 100) {
      Pose pose = trajectory.pose(i, OBJECT);
      tilt = Math.max(tilt, pose.rotation().log().norm());
      slip = Math.max(slip, Math.abs(pose.position().x()));
    }
    return tilt > LEAST_TILT || slip > LEAST_SLIP;
  }

  private static Pose base(PushDraw truth) {
    double first = truth.hand().starts().stream().mapToDouble(q -> q).max().orElseThrow();
    double length = SyntheticHand.LENGTH;
    double touching = Math.asin(Math.sin(first) + truth.gap() / length);
    double height = truth.contactHeight() + length * Math.cos(touching);
    double rear = -truth.halfDepth() - SyntheticHand.TIP_RADIUS - truth.gap();
    return Pose.inWorld(HAND, new Vec3(rear - length * Math.sin(first), 0, height), Quat.IDENTITY);
  }

  private static Scene scene(SyntheticConfig config, PushDraw truth) {
    Material onTable =
        new Material(
            truth.friction(),
            config.worldContact().tableStiffnessNM(),
            config.worldContact().dampingNSM());
    Material onTip =
        new Material(
            truth.friction(),
            config.worldContact().tipStiffnessNM(),
            config.worldContact().dampingNSM());
    double depth =
        truth.mass() * Scene.EARTH_GRAVITY.norm() / config.worldContact().tableStiffnessNM();
    Vec3 rest = new Vec3(0, 0, truth.object().centerHeight() - depth);
    SceneBody object =
        SceneBody.free(
            OBJECT,
            truth.object().perMass().withMass(truth.mass()),
            truth.object().colliders(),
            onTable,
            Pose.inWorld(OBJECT, rest, Quat.IDENTITY),
            Twist.zero(Pose.WORLD, OBJECT));
    SceneBody table =
        SceneBody.fixed(
            TABLE,
            List.of(Collider.centred(TABLE, new Shape.Plane())),
            onTable,
            Pose.inWorld(TABLE, Vec3.ZERO, Quat.IDENTITY));
    RobotModel model = truth.hand().model();
    double[] starts = truth.hand().starts().stream().mapToDouble(q -> q).toArray();
    SceneRobot hand =
        new SceneRobot(
            HAND, model, base(truth), onTip, new JointVector(model.kinematicOrder(), starts));
    return new Scene(
        "synthetic-push",
        Scene.EARTH_GRAVITY,
        List.of(object, table),
        List.of(hand),
        List.of(new ContactPair(OBJECT, TABLE, onTable), new ContactPair(OBJECT, HAND, onTip)));
  }

  private static Trajectory happen(Simulator world, Scene scene, PushDraw truth) {
    int steps = (int) Math.ceil(WATCH_S / world.timeStep());
    double[] targets = new double[steps * truth.fingers()];
    Arrays.fill(targets, SyntheticHand.target());
    try (Simulation simulation = world.open(scene)) {
      return simulation.rollout(new ControlSequence(steps, truth.fingers(), targets, List.of()));
    }
  }

  private static SyntheticPush record(
      SyntheticConfig config,
      PushDraw truth,
      Scene scene,
      Trajectory trajectory,
      RandomGenerator random) {
    int readings = (int) Math.floor(WATCH_S * config.jointRateHz());
    double[] times = new double[readings];
    Arrays.setAll(times, i -> i / config.jointRateHz());
    List<JointTrack> tracks = new ArrayList<>();
    for (int finger = 0; finger < truth.fingers(); finger++) {
      tracks.add(track(config, truth, trajectory, times, finger, random));
    }
    List<SeenPose> poses = poses(config, trajectory, random);
    double moved = moved(truth, poses);
    double end = end(truth, poses, moved);
    double rise = random.nextGaussian() * config.handHeightSigmaM();
    Pose base = base(truth);
    // the gap is not known: the hand is believed to stand where its tips would meet a thin object
    Vec3 believed =
        new Vec3(base.position().x() - truth.halfDepth(), 0, base.position().z() + rise);
    FirstTouch touch = FirstTouch.find(truth.hand(), times, tracks, moved);
    List<RecordedPush.Tip> tips = new ArrayList<>();
    for (int finger = 0; finger < truth.fingers(); finger++) {
      tips.add(
          new RecordedPush.Tip(
              SyntheticHand.link(finger), SyntheticHand.tip(), SyntheticHand.TIP_RADIUS));
    }
    double slope = truth.halfDepth() / (truth.contactHeight() + rise);
    RecordedPush recorded =
        new RecordedPush(
            truth.object(),
            truth.hand().model(),
            Pose.inWorld(HAND, believed, Quat.IDENTITY),
            tips,
            times,
            tracks,
            poses.stream().filter(pose -> pose.time() <= end).toList(),
            touch.time(),
            Math.max(times[0], touch.time() - RUN_UP_S),
            end,
            touch.quasiStaticMass(truth.friction(), slope, end));
    return new SyntheticPush(truth, scene, trajectory, recorded, touch, slope);
  }

  private static JointTrack track(
      SyntheticConfig config,
      PushDraw truth,
      Trajectory trajectory,
      double[] times,
      int finger,
      RandomGenerator random) {
    String name = HAND + "/" + SyntheticHand.joint(finger);
    int iq = trajectory.layout().jointPosition(name);
    int iv = trajectory.layout().jointVelocity(name);
    double[] q = new double[times.length];
    double[] v = new double[times.length];
    double[] torque = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      double place = times[i] / trajectory.timeStep();
      int before = Math.min(trajectory.samples() - 2, (int) place);
      double weight = place - before;
      q[i] =
          (1 - weight) * trajectory.position(before, iq)
              + weight * trajectory.position(before + 1, iq);
      v[i] =
          (1 - weight) * trajectory.velocity(before, iv)
              + weight * trajectory.velocity(before + 1, iv);
      torque[i] = truth.hand().torque(q[i], v[i]);
      q[i] += config.jointNoiseRad() * random.nextGaussian();
    }
    return new JointTrack(
        SyntheticHand.joint(finger),
        q,
        v,
        torque,
        truth.hand().damping(),
        truth.hand().nominalFriction(),
        truth.hand().nominalArmature(),
        JointTrack.Role.MOVES);
  }

  private static List<SeenPose> poses(
      SyntheticConfig config, Trajectory trajectory, RandomGenerator random) {
    double period = 1 / config.tracker().rateHz();
    double turn = config.tracker().rotationNoiseRad();
    double shift = config.tracker().positionNoiseM();
    Vec3 rotationSigma = new Vec3(turn, turn, turn);
    Vec3 positionSigma = new Vec3(DEPTH_SIGMA, DEPTH_SIGMA, HEIGHT_SIGMA);
    List<SeenPose> poses = new ArrayList<>();
    double phase = period * random.nextDouble();
    double last = trajectory.timeStep() * (trajectory.samples() - 1);
    for (double time = phase; time < last; time += period) {
      int sample = (int) Math.round(time / trajectory.timeStep());
      Pose pose = trajectory.pose(sample, OBJECT);
      Pose seen =
          Pose.inWorld(
              OBJECT,
              pose.position().plus(gaussian(random).times(shift)),
              Quat.exp(gaussian(random).times(turn)).times(pose.rotation()));
      poses.add(new SeenPose(trajectory.time(sample), seen, rotationSigma, positionSigma));
    }
    return poses;
  }

  private static Vec3 gaussian(RandomGenerator random) {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }

  /** When the object is first seen off its place. */
  private static double moved(PushDraw truth, List<SeenPose> poses) {
    for (SeenPose pose : poses) {
      double tilt = pose.pose().rotation().log().y();
      double way = Math.hypot(pose.pose().position().x(), truth.object().centerHeight() * tilt);
      if (way > PLAIN_MOTION) {
        return pose.time();
      }
    }
    return poses.get(poses.size() - 1).time();
  }

  /** Later the object falls by itself, or has said what it has to say. */
  private static double end(PushDraw truth, List<SeenPose> poses, double moved) {
    double limit = truth.balanceAngle() + PAST_BALANCE;
    double end = Math.min(moved + WINDOW_S, poses.get(poses.size() - 1).time());
    for (SeenPose pose : poses) {
      if (pose.time() > moved && pose.pose().rotation().log().norm() > limit) {
        return Math.min(end, pose.time());
      }
    }
    return end;
  }
}
