package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.api.robot.JointLog;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.JointTrack.Role;
import org.dextwin.experiments.drex.internal.pushlog.motor.MotorCalibration;
import org.dextwin.experiments.drex.internal.pushlog.motor.MotorCalibration.EffortCurve;
import org.dextwin.experiments.drex.internal.pushlog.motor.ServoLaw;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.mechanics.signal.SavitzkyGolay;

/**
 * The fingers that push, in the plane of the push: each is moved across it until its tip lies in
 * it. The links carry no mass, because the calibrated law of free motion holds the weight and
 * inertia of the fingers already: what it leaves of the effort is the torque of the contact.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class HandPlane {

  /** A joint that travels less stays where it is [rad]. */
  private static final double SMALLEST_TRAVEL = 0.02;

  /** Inertia of a joint that is held: its gain and damping then hold it critically [kg m^2]. */
  private static final double HELD_INERTIA = 2e-4;

  private static final String STAND = "-stand";

  /** No finger stands farther from where it was assumed [m]. */
  private static final double FARTHEST_STAND = 0.1;

  /** Inertia of a stand: its gain and damping hold it critically [kg]. */
  private static final double STAND_INERTIA = 1;

  // Filters over which a finger's motion is about quadratic [s].
  private static final double SPEED_WINDOW_S = 21.0 / 300;
  private static final double ACCELERATION_WINDOW_S = 31.0 / 300;

  private final JointLog log;
  private final MotorCalibration motors;
  private final List<Finger> fingers;
  private final RobotModel whole;
  private final Quat R_WH;
  private final double period;
  private final double[] times;
  private final int reference;

  /**
   * Prepares the fingers.
   *
   * @param hand the hand
   * @param down direction of gravity in its root
   * @param joints names of the joints that push
   * @param onset when the object starts to move [s]
   */
  HandPlane(
      JointLog log,
      HandModel hand,
      Vec3 down,
      MotorCalibration motors,
      List<String> joints,
      double onset) {
    this.log = log;
    this.motors = motors;
    this.whole = hand.robot();
    this.fingers =
        hand.fingers().stream()
            .filter(finger -> finger.joints().stream().anyMatch(joints::contains))
            .toList();
    this.times = log.times();
    this.period = (times[times.length - 1] - times[0]) / (times.length - 1);
    this.reference = index(onset);
    KinematicTree tree = new KinematicTree(whole);
    Vec3 way = Vec3.ZERO;
    for (Finger finger : fingers) {
      Vec3 from = tip(tree, finger, index(onset - 0.2), Pose.identity(Pose.WORLD, "hand"));
      Vec3 to = tip(tree, finger, index(onset + 0.2), Pose.identity(Pose.WORLD, "hand"));
      way = way.plus(to.minus(from));
    }
    Vec3 z = down.normalized().negated();
    Vec3 x = way.minus(z.times(z.dot(way))).normalized();
    Vec3 y = z.cross(x);
    this.R_WH =
        Quat.fromMatrix(
            new double[] {x.x(), x.y(), x.z(), y.x(), y.y(), y.z(), z.x(), z.y(), z.z()});
  }

  private int index(double time) {
    int index = (int) Math.round((time - times[0]) / period);
    return Math.max(0, Math.min(times.length - 1, index));
  }

  private Vec3 tip(KinematicTree tree, Finger finger, int reading, Pose root) {
    LinkPoses poses = tree.newPoses();
    poses.setRoot(root);
    double[] q = new double[tree.velocityCount()];
    for (int k = 0; k < q.length; k++) {
      q[k] = log.position(reading, log.order().indexOf(tree.order().joints().get(k)));
    }
    tree.forward(q, 0, poses);
    return poses.point(tree.linkIndex(finger.tipLink()), finger.tip());
  }

  boolean isEmpty() {
    return fingers.isEmpty();
  }

  /** X_WH: the lowest fingertip is at the origin when the object starts to move. */
  Pose base() {
    KinematicTree tree = new KinematicTree(whole);
    Pose turned = Pose.inWorld(PushModel.HAND, Vec3.ZERO, R_WH);
    Vec3 sum = Vec3.ZERO;
    for (Finger finger : fingers) {
      sum = sum.plus(tip(tree, finger, reference, turned));
    }
    Vec3 mean = sum.times(1.0 / fingers.size());
    return Pose.inWorld(PushModel.HAND, new Vec3(-mean.x(), 0, -mean.z()), R_WH);
  }

  List<RecordedPush.Tip> tips() {
    return fingers.stream()
        .map(it -> new RecordedPush.Tip(it.tipLink(), it.tip(), it.tipRadius()))
        .toList();
  }

  /** The pushing fingers alone. */
  RobotModel model() {
    KinematicTree tree = new KinematicTree(whole);
    Pose turned = Pose.inWorld(PushModel.HAND, Vec3.ZERO, R_WH);
    List<Link> links = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    links.add(new Link(whole.root(), Optional.empty(), List.of()));
    for (Finger finger : fingers) {
      double across = tip(tree, finger, reference, turned).y();
      Vec3 intoPlane = R_WH.inverse().rotate(new Vec3(0, -across, 0));
      for (Joint joint : chain(finger)) {
        boolean first = joint.parent().equals(whole.root());
        if (first && fingers.size() > 1) {
          Vec3 alongPush = R_WH.inverse().rotate(Vec3.X);
          joints.add(stand(finger, alongPush));
          links.add(new Link(standOf(finger), Optional.empty(), List.of()));
        }
        String parent = first && fingers.size() > 1 ? standOf(finger) : joint.parent();
        joints.add(placed(joint, parent, first ? intoPlane : Vec3.ZERO));
        links.add(link(joint.child(), finger));
      }
    }
    return new RobotModel(whole.name(), whole.root(), links, joints, List.of());
  }

  private static String standOf(Finger finger) {
    return finger.name() + STAND;
  }

  /** Joint of a finger's stand: where the finger stands along the push. */
  private Joint stand(Finger finger, Vec3 alongPush) {
    return new Joint(
        standOf(finger),
        Joint.Type.PRISMATIC,
        whole.root(),
        standOf(finger),
        Vec3.ZERO,
        Quat.IDENTITY,
        alongPush,
        -FARTHEST_STAND,
        FARTHEST_STAND,
        0,
        0,
        0);
  }

  private static Link link(String name, Finger finger) {
    List<Collider> colliders =
        name.equals(finger.tipLink())
            ? List.of(
                new Collider(
                    "tip", new Shape.Sphere(finger.tipRadius()), finger.tip(), Quat.IDENTITY))
            : List.of();
    return new Link(name, Optional.empty(), colliders);
  }

  private Joint placed(Joint joint, String parent, Vec3 shift) {
    boolean fixed = joint.type() == Joint.Type.FIXED || travel(joint.name()) < SMALLEST_TRAVEL;
    Quat rotation = joint.rotation();
    if (fixed && joint.type() != Joint.Type.FIXED) {
      double q = log.position(reference, log.order().indexOf(joint.name()));
      rotation = rotation.times(Quat.aboutAxis(joint.axis(), q));
    }
    return new Joint(
        joint.name(),
        fixed ? Joint.Type.FIXED : joint.type(),
        parent,
        joint.child(),
        joint.position().plus(shift),
        rotation,
        joint.axis(),
        joint.lower(),
        joint.upper(),
        0,
        0,
        0);
  }

  /** The joints from the root to a fingertip. */
  private List<Joint> chain(Finger finger) {
    List<Joint> chain = new ArrayList<>();
    String link = finger.tipLink();
    while (!link.equals(whole.root())) {
      String child = link;
      Joint joint =
          whole.joints().stream().filter(it -> it.child().equals(child)).findFirst().orElseThrow();
      chain.add(0, joint);
      link = joint.parent();
    }
    return chain;
  }

  private double travel(String joint) {
    double[] q = positions(joint);
    return Arrays.stream(q).max().orElse(0) - Arrays.stream(q).min().orElse(0);
  }

  private double[] positions(String joint) {
    int column = log.order().indexOf(joint);
    double[] q = new double[times.length];
    Arrays.setAll(q, i -> log.position(i, column));
    return q;
  }

  private int window(double seconds) {
    return 2 * (int) Math.round(seconds / period / 2) + 1;
  }

  /** Tracks of the joints of {@link #model} that are not fixed. */
  List<JointTrack> tracks(RobotModel model) {
    List<JointTrack> tracks = new ArrayList<>();
    for (Joint joint : model.movingJoints()) {
      tracks.add(track(joint.name()));
    }
    return tracks;
  }

  double[] times() {
    return times.clone();
  }

  private JointTrack track(String joint) {
    if (joint.endsWith(STAND)) {
      double[] nothing = new double[times.length];
      return new JointTrack(joint, nothing, nothing, nothing, 0, 0, STAND_INERTIA, Role.STANDS);
    }
    double[] q = positions(joint);
    double[] smooth = SavitzkyGolay.of(window(SPEED_WINDOW_S), 2, 0).apply(q, period);
    double[] v = SavitzkyGolay.of(window(SPEED_WINDOW_S), 2, 1).apply(q, period);
    Optional<MotorCalibration.Load> load =
        motors.loads().stream().filter(it -> it.joint().equals(joint)).findFirst();
    if (load.isEmpty()) {
      return new JointTrack(joint, smooth, v, new double[q.length], 0, 0, HELD_INERTIA, Role.RESTS);
    }
    double scale = motors.torqueScale();
    double inertia = Math.max(load.get().inertia() / scale, HELD_INERTIA);
    double[] a = SavitzkyGolay.of(window(ACCELERATION_WINDOW_S), 2, 2).apply(q, period);
    double[] torque = new double[q.length];
    Arrays.setAll(torque, i -> inertia * a[i]);
    addContactTorque(joint, q[q.length - 1] >= q[0] ? 1 : -1, torque);
    return new JointTrack(joint, smooth, v, torque, damping(joint) / scale, 0, inertia, Role.MOVES);
  }

  /** Effort beyond free motion, while the joint moves. */
  private void addContactTorque(String joint, double direction, double[] torque) {
    EffortCurve curve = motors.curve(joint);
    int first = index(curve.effort().time(0));
    for (int k = 0; k < curve.effort().size() && first + k < torque.length; k++) {
      torque[first + k] +=
          direction * (curve.effort().value(k) - curve.free().value(k)) / motors.torqueScale();
    }
  }

  private double damping(String joint) {
    return motors.servoLaws().stream()
        .filter(law -> law.joint().equals(joint))
        .findFirst()
        .or(() -> motors.servoLaws().stream().findFirst())
        .map(ServoLaw::damping)
        .orElse(0.0);
  }
}
