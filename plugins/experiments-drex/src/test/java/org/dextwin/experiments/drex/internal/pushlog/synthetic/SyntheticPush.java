package org.dextwin.experiments.drex.internal.pushlog.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Clock;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.api.robot.JointLog;

/**
 * A push made by simulation: three fingers swing forward from hanging, the middle one meets a body
 * on a table, and a tracker watches. Forces are integrated in time at 10 kHz with a compliant,
 * rubbing fingertip; nothing of the estimator's work balance is used. Rates, noise, servo law and
 * the tracker's lag are like those of real logs; the links are heavier than nominal. Functions are
 * those of StrictMath, so that every JDK makes the same bytes.
 *
 * @param body the pushed body
 * @param motor law of the motors
 * @param setting which fingers push, and how rough everything is
 * @param contactHeight height at which the finger meets the body, as part of the body's height
 * @param meetingAngle angle at which the finger meets the body [rad]
 * @param trackerLag time by which poses are stamped late [s]
 * @param linkMassFactor true over nominal link masses
 * @param forceful whether the finger feels the body; if not, its log is that of free motion
 * @param start time of the first reading [s since the epoch, UTC]
 * @param seed of the noise
 */
public record SyntheticPush(
    PushedBody body,
    MotorTruth motor,
    PushSetting setting,
    double contactHeight,
    double meetingAngle,
    double trackerLag,
    double linkMassFactor,
    boolean forceful,
    double start,
    long seed) {

  /** Length of a log; the body rests for over a second at either end [s]. */
  private static final double LENGTH_S = 3.2;

  /** When the hand starts [s]. */
  private static final double ONSET_S = 1.1;

  private static final double STEP_S = 1e-4;
  private static final double JOINT_RATE = 300;
  private static final double POSE_RATE = 15;

  /** Where the fingers are sent [rad]. */
  private static final double TARGET = 1.0;

  /** The fingers that move: index, middle and ring; the middle one pushes. */
  private static final int[] FIRST_JOINTS = {1, 5, 9};

  private static final double TIP_RADIUS = 0.012;
  private static final double FINGER_LENGTH = 0.054 + 0.0384 + 0.0267;

  // Soft rubber on a hard body.
  private static final double TIP_STIFFNESS = 3000;
  private static final double TIP_DAMPING = 6;
  private static final double TIP_SLIP_SPEED = 5e-3;

  // Static noise of the real logs.
  private static final double POSITION_NOISE = 5e-5;
  private static final double VELOCITY_NOISE = 0.008;
  private static final double POSE_NOISE = 3e-4;
  private static final double DEPTH_NOISE = 8e-4;
  private static final double TURN_NOISE = Math.toRadians(0.25);

  // Tilts between which a body moves [rad].
  private static final double MOVING = 0.003;
  private static final double FALLEN = 1.5;

  /** A push like those of the real logs, against two thirds of the height. */
  public static SyntheticPush of(PushedBody body, double start, long seed) {
    return new SyntheticPush(
        body, MotorTruth.FIRST_JOINT, PushSetting.PLAIN, 0.7, 0.2, 0.1, 1.02, true, start, seed);
  }

  public SyntheticPush withMotor(MotorTruth otherMotor, double otherLinkMassFactor) {
    return new SyntheticPush(
        body,
        otherMotor,
        setting,
        contactHeight,
        meetingAngle,
        trackerLag,
        otherLinkMassFactor,
        forceful,
        start,
        seed);
  }

  public SyntheticPush withoutForce() {
    return new SyntheticPush(
        body,
        motor,
        setting,
        contactHeight,
        meetingAngle,
        trackerLag,
        linkMassFactor,
        false,
        start,
        seed);
  }

  public SyntheticPush meetingAt(double angle) {
    return new SyntheticPush(
        body,
        motor,
        setting,
        contactHeight,
        angle,
        trackerLag,
        linkMassFactor,
        forceful,
        start,
        seed);
  }

  public SyntheticPush withLag(double lag) {
    return new SyntheticPush(
        body,
        motor,
        setting,
        contactHeight,
        meetingAngle,
        lag,
        linkMassFactor,
        forceful,
        start,
        seed);
  }

  /**
   * What the recorders wrote.
   *
   * @param joints the joint log
   * @param poses the pose track, in UTC
   */
  public record Recording(JointLog joints, PoseTrack poses) {}

  /** Makes the push and records it. */
  public Recording record() {
    Course course = simulate(true);
    Course felt = forceful ? course : simulate(false);
    RandomGenerator noise = new SplittableRandom(seed);
    return new Recording(joints(felt, noise), poses(course, noise));
  }

  /** Angles and speeds of the three fingers, and the body's motion, at every step. */
  private static final class Course {
    final List<double[]> angles = new ArrayList<>();
    final List<double[]> speeds = new ArrayList<>();
    final List<double[]> body = new ArrayList<>();
  }

  private Course simulate(boolean touching) {
    double weight = 9.81 * linkMassFactor * levelMoment();
    double meetingX = -body.halfBase() - TIP_RADIUS;
    double baseX = meetingX - FINGER_LENGTH * StrictMath.sin(meetingAngle);
    double baseZ = contactHeight * body.height() + FINGER_LENGTH * StrictMath.cos(meetingAngle);
    SwingingFinger[] fingers = new SwingingFinger[FIRST_JOINTS.length];
    for (int i = 0; i < fingers.length; i++) {
      double stand = baseX + setting.stands().get(i);
      fingers[i] =
          new SwingingFinger(
              motor, setting.frictions().get(i), weight, FINGER_LENGTH, stand, baseZ);
    }
    TippingBody tipping = new TippingBody(body);
    Course course = new Course();
    int steps = (int) Math.round(LENGTH_S / STEP_S);
    for (int step = 0; step <= steps; step++) {
      course.angles.add(new double[] {fingers[0].angle, fingers[1].angle, fingers[2].angle});
      course.speeds.add(new double[] {fingers[0].speed, fingers[1].speed, fingers[2].speed});
      course.body.add(new double[] {tipping.centerX(), tipping.centerZ(), tipping.tilt});
      double target = step * STEP_S < ONSET_S ? 0 : TARGET;
      double fx = 0;
      double fz = 0;
      double moment = 0;
      for (int i = 0; i < fingers.length; i++) {
        boolean meets = touching && setting.pushing().get(i);
        double[] force = meets ? contact(fingers[i], tipping) : new double[2];
        fx += force[0];
        fz += force[1];
        fingers[i].step(target, -force[0], -force[1], STEP_S);
        moment += force[0] * fingers[i].tipZ() - force[1] * (fingers[i].tipX() - tipping.edge);
      }
      tipping.step(fx, fz, moment, STEP_S);
    }
    return course;
  }

  /** Force of the tip on the body: stiff and damped across its near side, rubbing along it. */
  private double[] contact(SwingingFinger finger, TippingBody tipping) {
    double cos = StrictMath.cos(tipping.tilt);
    double sin = StrictMath.sin(tipping.tilt);
    double dx = finger.tipX() - tipping.edge;
    double dz = finger.tipZ();
    double across = dx * cos - dz * sin;
    double along = dx * sin + dz * cos;
    double depth = across + TIP_RADIUS + 2 * body.halfBase();
    if (depth <= 0 || along < 0 || along > body.height()) {
      return new double[2];
    }
    // velocity of the tip against the body's point under it
    double vx = finger.tipSpeedX() - tipping.edgeSpeed - dz * tipping.tiltSpeed;
    double vz = finger.tipSpeedZ() + dx * tipping.tiltSpeed;
    double normalSpeed = vx * cos - vz * sin;
    double slideSpeed = vx * sin + vz * cos;
    double normal = Math.max(0, TIP_STIFFNESS * depth + TIP_DAMPING * normalSpeed);
    double rub = setting.tipFriction() * normal * StrictMath.tanh(slideSpeed / TIP_SLIP_SPEED);
    return new double[] {normal * cos + rub * sin, -normal * sin + rub * cos};
  }

  /** Sum of mass times distance of a straight finger's links about its first joint [kg m]. */
  private static double levelMoment() {
    RobotModel robot = TestHand.model(1).robot();
    double[] origins = {0, 0.054, 0.054 + 0.0384};
    double moment = 0;
    for (int k = 1; k <= 3; k++) {
      MassProperties mass = robot.link("middle-link-" + k).mass().orElseThrow();
      moment += mass.mass() * (origins[k - 1] + mass.centerOfMass().z());
    }
    return moment;
  }

  private JointLog joints(Course course, RandomGenerator noise) {
    JointOrder order = TestHand.model(1).robot().motorOrder();
    int readings = (int) Math.floor(LENGTH_S * JOINT_RATE);
    int joints = order.size();
    double[] times = new double[readings];
    double[] positions = new double[readings * joints];
    double[] velocities = new double[readings * joints];
    double[] efforts = new double[readings * joints];
    for (int reading = 0; reading < readings; reading++) {
      double time = reading / JOINT_RATE;
      int step = (int) Math.round(time / STEP_S);
      times[reading] = rounded(start + time, 1e6);
      double target = time < ONSET_S ? 0 : TARGET;
      for (int finger = 0; finger < FIRST_JOINTS.length; finger++) {
        int at = reading * joints + FIRST_JOINTS[finger];
        double q = course.angles.get(step)[finger] + POSITION_NOISE * noise.nextGaussian();
        double v = course.speeds.get(step)[finger] + VELOCITY_NOISE * noise.nextGaussian();
        positions[at] = rounded(q, 1e5);
        velocities[at] = rounded(v, 1e4);
        efforts[at] = rounded(motor.command(target, positions[at], velocities[at]), 1e5);
      }
    }
    return new JointLog(order, times, positions, velocities, efforts);
  }

  private PoseTrack poses(Course course, RandomGenerator noise) {
    List<Sample> samples = new ArrayList<>();
    int count = (int) Math.floor((LENGTH_S - trackerLag) * POSE_RATE);
    for (int k = 0; k < count; k++) {
      double seen = k / POSE_RATE;
      double[] state = course.body.get((int) Math.round(seen / STEP_S));
      double stamped = rounded(start + seen + trackerLag, 1e6);
      samples.add(new Sample(stamped, tracked(state, noise), Quality.MEASURED));
    }
    return new PoseTrack(body.name(), Clock.UTC, samples, List.of());
  }

  /** Pose X_CT of the tracker's object frame, as the camera sees it. */
  private Pose tracked(double[] state, RandomGenerator noise) {
    Quat R_WM = Quat.aboutAxis(Vec3.Y, state[2]).times(body.R_UM());
    Vec3 p_WM = new Vec3(state[0], 0, state[1]).minus(R_WM.rotate(body.centerOfMass()));
    Quat R_CW = cameraRotation();
    Vec3 p_CM = R_CW.rotate(p_WM.minus(CAMERA));
    Quat R_CT = R_CW.times(R_WM).times(body.R_MT());
    Vec3 shift =
        new Vec3(
            POSE_NOISE * noise.nextGaussian(),
            POSE_NOISE * noise.nextGaussian(),
            DEPTH_NOISE * noise.nextGaussian());
    Vec3 turn =
        new Vec3(noise.nextGaussian(), noise.nextGaussian(), noise.nextGaussian())
            .times(TURN_NOISE);
    boolean noisy = setting.wayNoise() > 0 || setting.turnNoise() > 0;
    if (noisy && state[2] > MOVING && state[2] < FALLEN) {
      shift = shift.plus(acrossView(noise).times(setting.wayNoise()));
      turn = turn.plus(acrossView(noise).times(setting.turnNoise()));
    }
    return new Pose("camera", body.name(), p_CM.plus(shift), Quat.exp(turn).times(R_CT));
  }

  private static Vec3 acrossView(RandomGenerator noise) {
    return new Vec3(noise.nextGaussian(), noise.nextGaussian(), 0);
  }

  /** Where the camera stands: to the side, higher than the body [m]. */
  private static final Vec3 CAMERA = new Vec3(-0.15, -0.55, 0.35);

  /** R_CW of a camera that looks at the body: x right, y down, z ahead. */
  private static Quat cameraRotation() {
    Vec3 ahead = new Vec3(0, 0, 0.05).minus(CAMERA).normalized();
    Vec3 right = ahead.cross(Vec3.Z).normalized();
    Vec3 below = ahead.cross(right);
    return Quat.fromMatrix(
        new double[] {
          right.x(), right.y(), right.z(),
          below.x(), below.y(), below.z(),
          ahead.x(), ahead.y(), ahead.z()
        });
  }

  private static double rounded(double value, double perUnit) {
    return Math.rint(value * perUnit) / perUnit;
  }
}
