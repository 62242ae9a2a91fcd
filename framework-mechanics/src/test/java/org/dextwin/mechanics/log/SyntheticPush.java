package org.dextwin.mechanics.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.api.robot.JointLog;

/**
 * A push whose truth is known: three joints start together, one meets the object, is braked and
 * pushes on, and from then on the object tips over with constant angular acceleration.
 *
 * @param start when the joint log starts [s since the epoch, UTC]
 * @param seed of the noise
 * @param touches false if the finger rests against the object from the start, so that nothing is
 *     braked
 */
record SyntheticPush(double start, long seed, boolean touches) {

  static final JointOrder ORDER =
      new JointOrder("motor", IntStream.range(0, 4).mapToObj(joint -> "joint_" + joint).toList());

  static final String OBJECT = "box";

  private static final double JOINT_RATE = 300;
  private static final double POSE_RATE = 14.5;
  private static final double JOINT_SPAN = 5;

  /** The track starts earlier and ends later than the joint log. */
  private static final double MARGIN = 8;

  private static final double JOINTS_START = 2;
  private static final double TRAVEL = 0.2;
  private static final double PUSH = 0.7;

  double touch() {
    return start + JOINTS_START + (touches ? TRAVEL : 0);
  }

  JointLog joints() {
    Random random = new Random(seed);
    int n = (int) (JOINT_SPAN * JOINT_RATE);
    int joints = ORDER.size();
    double[] times = new double[n];
    double[] positions = new double[n * joints];
    double[] velocities = new double[n * joints];
    double[] efforts = new double[n * joints];
    double[] q = new double[joints];
    for (int i = 0; i < n; i++) {
      times[i] = start + i / JOINT_RATE;
      for (int joint = 0; joint < joints; joint++) {
        double v = speed(times[i], joint);
        q[joint] += v / JOINT_RATE;
        positions[i * joints + joint] = q[joint] + 5e-5 * random.nextGaussian();
        velocities[i * joints + joint] = v + 0.008 * random.nextGaussian();
        efforts[i * joints + joint] = 0.3 - 0.11 * v;
      }
    }
    return new JointLog(ORDER, times, positions, velocities, efforts);
  }

  /** Joint 3 rests, joint 1 pushes, 0 and 2 move freely. */
  private double speed(double time, int joint) {
    double moving = time - start - JOINTS_START;
    if (joint == 3 || moving < 0 || time > touch() + PUSH) {
      return 0;
    }
    double free = 1.9 * Math.min(1, moving / 0.05) * Math.exp(-moving);
    double pushing = time - touch();
    if (joint != 1 || !touches || pushing < 0) {
      return free;
    }
    double braked = Math.max(0.3, 1 - pushing / 0.03);
    double regained = Math.min(0.7, 0.3 + pushing);
    return free * Math.max(braked, regained);
  }

  /** The track on the joint log's clock, except for an offset; with noise of a real tracker. */
  PoseTrack poses(double offset, Clock clock) {
    Random random = new Random(~seed);
    List<Sample> samples = new ArrayList<>();
    double end = start + JOINT_SPAN + MARGIN;
    for (double time = start - MARGIN; time < end; time += 1 / POSE_RATE) {
      Vec3 noise =
          new Vec3(
              2.5e-4 * random.nextGaussian(),
              2.5e-4 * random.nextGaussian(),
              1e-3 * random.nextGaussian());
      Vec3 turn =
          new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
              .times(Math.toRadians(0.4));
      samples.add(new Sample(time + offset, noisy(pose(time), noise, turn), Quality.MEASURED));
    }
    return new PoseTrack(OBJECT, clock, samples, List.of());
  }

  /** A point 6 cm above the edge it tips about. */
  private Pose pose(double time) {
    double tipping = Math.max(0, time - touch());
    double angle = Math.min(Math.PI / 2, Math.PI / 2 * Math.pow(tipping / PUSH, 2));
    Vec3 arm = new Vec3(0, -0.06, 0);
    Quat R_CO = Quat.aboutAxis(Vec3.X, angle);
    return new Pose("camera", OBJECT, new Vec3(0.1, 0.05, 0.8).plus(R_CO.rotate(arm)), R_CO);
  }

  private static Pose noisy(Pose pose, Vec3 noise, Vec3 turn) {
    return new Pose(
        pose.frame(),
        pose.body(),
        pose.position().plus(noise),
        pose.rotation().times(Quat.exp(turn)));
  }
}
