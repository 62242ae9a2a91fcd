package org.dextwin.task.grasp.internal.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointVector;
import org.dextwin.mechanics.ik.IkOptions;
import org.dextwin.mechanics.ik.IkSolution;
import org.dextwin.mechanics.ik.IkTarget;
import org.dextwin.mechanics.ik.InverseKinematics;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.task.grasp.internal.object.GraspObject;
import org.dextwin.task.grasp.internal.object.Surface;
import org.dextwin.task.grasp.internal.world.GraspPlan;

/**
 * Puts a precision grip on an object: opposite surface points near the centre of mass, fingertips
 * put on the surface by inverse kinematics, opened before and pressed in after. What suits best by
 * geometry comes first; like objects get like grasps.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class GraspGeometry {

  private static final double OPENING = 0.015;

  /** How deep targets press in: those of the many yield, that of the one hardly does [m]. */
  private static final double PRESS = 0.015;

  private static final double PRESS_ALONE = 0.005;

  /** Contacts whose normal is farther than this from the push slide off: cosine of 30 degrees. */
  private static final double LEAST_FACING = Math.cos(Math.toRadians(30));

  private static final double IK_TOLERANCE = 1e-3;
  private static final int YAWS = 24;
  private static final int OFFSETS = 3;
  private static final double OFFSET_STEP = 0.01;

  /** Origins of links lower than this have no room for their bodies above the table [m]. */
  private static final double LOWEST_LINK = 0.02;

  private static final double TABLE_GAP = 0.004;

  private final HandModel hand;
  private final KinematicTree tree;
  private final LinkPoses poses;
  private final InverseKinematics ik;
  private final int[] toMotor;

  /**
   * How a grip is held against the world.
   *
   * @param grip the grip
   * @param elevation angle of the palm above the horizon, seen from the grip's centre [rad]
   */
  record Hold(PrecisionGrip grip, double elevation) {}

  /**
   * A hold put on an object.
   *
   * @param hold the hold
   * @param axis from the others to the opposer, in the object's frame
   * @param palm X_OH
   * @param width aperture [m]
   * @param cost how ill it suits
   */
  record Fit(Hold hold, Vec3 axis, Pose palm, double width, double cost) {}

  GraspGeometry(HandModel hand) {
    this.hand = hand;
    this.tree = new KinematicTree(hand.robot());
    this.poses = tree.newPoses();
    this.ik =
        new InverseKinematics(
            tree,
            Pose.identity(Pose.WORLD, hand.robot().root()),
            new IkOptions(IK_TOLERANCE, 1, 60, 0, 0, 0.5, 0));
    this.toMotor = tree.order().permutationTo(hand.robot().motorOrder());
  }

  /**
   * Opposite points of a surface between which fingers may squeeze.
   *
   * @param axis from the others' side to the opposer's, in the object's frame
   * @param yaw number of the axis
   * @param center middle between the points [m]
   * @param width their distance [m]
   * @param facing how well the surface faces the axis there, 1 at best
   */
  record Site(Vec3 axis, int yaw, Vec3 center, double width, double facing) {}

  /**
   * An object and where it may be squeezed, whatever the hand.
   *
   * @param object the object
   * @param sites the places
   */
  record Target(GraspObject object, List<Site> sites) {

    static Target of(GraspObject object) {
      return new Target(object, GraspGeometry.sites(object));
    }
  }

  private static List<Site> sites(GraspObject object) {
    List<Site> sites = new ArrayList<>();
    for (int yaw = 0; yaw < YAWS; yaw++) {
      Vec3 axis = Quat.aboutAxis(Vec3.Z, 2 * Math.PI * yaw / YAWS).rotate(Vec3.Y);
      Vec3 across = Vec3.Z.cross(axis);
      for (int up = -OFFSETS; up <= OFFSETS; up++) {
        for (int aside = -OFFSETS; aside <= OFFSETS; aside++) {
          Vec3 offset = new Vec3(0, 0, up * OFFSET_STEP).plus(across.times(aside * OFFSET_STEP));
          site(object, axis, offset, yaw).ifPresent(sites::add);
        }
      }
    }
    return List.copyOf(sites);
  }

  private static Optional<Site> site(GraspObject object, Vec3 axis, Vec3 offset, int yaw) {
    Surface surface = object.surface();
    Vec3 through = object.center().plus(offset);
    double far = surface.reach(through) + 1;
    Optional<Surface.Point> one = surface.hit(through.plus(axis.times(far)), axis.negated());
    Optional<Surface.Point> other = surface.hit(through.minus(axis.times(far)), axis);
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    double facing = Math.min(one.get().normal().dot(axis), -other.get().normal().dot(axis));
    double width = one.get().position().distanceTo(other.get().position());
    Vec3 center = one.get().position().plus(other.get().position()).times(0.5);
    return facing < LEAST_FACING
        ? Optional.empty()
        : Optional.of(new Site(axis, yaw, center, width, facing));
  }

  /** Returns where a hold suits an object, the best place first. */
  List<Fit> fits(Target target, Hold hold) {
    List<Fit> fits = new ArrayList<>();
    for (Site site : target.sites()) {
      fit(target.object(), site, hold).ifPresent(fits::add);
    }
    fits.sort(Comparator.comparingDouble(Fit::cost));
    return fits;
  }

  private Optional<Fit> fit(GraspObject object, Site site, Hold hold) {
    PrecisionGrip grip = hold.grip();
    if (!grip.fits(site.width())) {
      return Optional.empty();
    }
    Vec3 axis = site.axis();
    Vec3 center = site.center();
    Vec3 level = Vec3.Z.cross(axis);
    Vec3 back =
        level.times(Math.cos(hold.elevation())).plus(Vec3.Z.times(Math.sin(hold.elevation())));
    Quat R_OH = frame(axis, back).times(frame(grip.axis(), grip.back()).inverse());
    Pose X_OH =
        new Pose("object", hand.robot().root(), center.minus(R_OH.rotate(grip.center())), R_OH);
    if (isUnderTable(X_OH, object.surface().lowest(), grip.posture(site.width()))) {
      return Optional.empty();
    }
    // weights of what makes a grasp hard: a lever of gravity, oblique surfaces, a wide grip; the
    // narrow side is also what like objects have in common
    Vec3 lever = center.minus(object.center());
    double cost =
        Math.hypot(lever.x(), lever.y()) / 0.02
            + Math.abs(lever.z()) / 0.03
            + (1 - site.facing()) * 5
            + site.width() / 0.04
            + site.yaw() * 1e-3;
    return Optional.of(new Fit(hold, axis, X_OH, site.width(), cost));
  }

  /** Returns the rotation of a frame whose y is the axis and whose z is across it. */
  private static Quat frame(Vec3 y, Vec3 z) {
    Vec3 x = y.cross(z).normalized();
    Vec3 up = x.cross(y);
    return Quat.fromMatrix(
        new double[] {x.x(), y.x(), up.x(), x.y(), y.y(), up.y(), x.z(), y.z(), up.z()});
  }

  private boolean isUnderTable(Pose X_OH, double table, double[] q) {
    tree.forward(q, 0, poses);
    for (int link = 0; link < tree.linkCount(); link++) {
      if (X_OH.transform(poses.position(link)).z() - table < LOWEST_LINK) {
        return true;
      }
    }
    for (Finger finger : hand.fingers()) {
      Vec3 tip = poses.point(tree.linkIndex(finger.tipLink()), finger.tip());
      if (X_OH.transform(tip).z() - table < finger.tipRadius() + TABLE_GAP) {
        return true;
      }
    }
    return false;
  }

  /**
   * Puts the fingertips on the surface.
   *
   * @param object the object
   * @param fit where the palm is
   * @param spread standard deviation of where each tip goes, along the surface [m]
   * @param random source of that
   * @return the grasp; empty if a fingertip finds no surface that faces it, or is out of reach
   */
  Optional<GraspPlan> plan(GraspObject object, Fit fit, double spread, RandomGenerator random) {
    PrecisionGrip grip = fit.hold().grip();
    double[] start = grip.posture(fit.width());
    tree.forward(start, 0, poses);
    Pose X_OH = fit.palm();
    Pose X_HO = X_OH.inverse();
    List<IkTarget> touch = new ArrayList<>();
    List<IkTarget> open = new ArrayList<>();
    List<IkTarget> squeeze = new ArrayList<>();
    Vec3 across = Vec3.Z.cross(fit.axis());
    for (int i = 0; i < hand.fingers().size(); i++) {
      int side = grip.side(i);
      if (side == 0) {
        continue;
      }
      Finger finger = hand.fingers().get(i);
      Vec3 push = fit.axis().times(-side);
      Vec3 shift =
          across
              .times(spread * random.nextGaussian())
              .plus(Vec3.Z.times(spread * random.nextGaussian()));
      Vec3 tip =
          X_OH.transform(poses.point(tree.linkIndex(finger.tipLink()), finger.tip())).plus(shift);
      double far = object.surface().reach(tip);
      Optional<Surface.Point> hit = object.surface().hit(tip.minus(push.times(far)), push);
      if (hit.isEmpty() || hit.get().normal().dot(push) > -LEAST_FACING) {
        return Optional.empty();
      }
      Vec3 at = hit.get().position().plus(hit.get().normal().times(finger.tipRadius()));
      touch.add(IkTarget.ofTip(finger, X_HO.transform(at)));
      open.add(IkTarget.ofTip(finger, X_HO.transform(at.minus(push.times(OPENING)))));
      double press = side > 0 ? PRESS_ALONE : PRESS;
      squeeze.add(IkTarget.ofTip(finger, X_HO.transform(at.plus(push.times(press)))));
    }
    Optional<double[]> q = solve(touch, start);
    Optional<double[]> qOpen = q.flatMap(it -> solve(open, it));
    Optional<double[]> qSqueeze = q.flatMap(it -> solve(squeeze, it));
    if (qOpen.isEmpty() || qSqueeze.isEmpty()) {
      return Optional.empty();
    }
    Vec3 standing = new Vec3(0, 0, -object.surface().lowest());
    return Optional.of(
        new GraspPlan(
            Pose.inWorld(hand.robot().root(), X_OH.position().plus(standing), X_OH.rotation()),
            X_OH.rotation().rotate(grip.back()),
            inMotorOrder(qOpen.get()),
            inMotorOrder(q.get()),
            inMotorOrder(qSqueeze.get()),
            touch.size()));
  }

  private Optional<double[]> solve(List<IkTarget> targets, double[] start) {
    IkSolution solution = ik.solve(targets, new JointVector(tree.order(), start));
    return solution.isSolved()
        ? Optional.of(solution.positions().values(tree.order()))
        : Optional.empty();
  }

  private double[] inMotorOrder(double[] kinematic) {
    double[] motors = new double[toMotor.length];
    for (int i = 0; i < motors.length; i++) {
      motors[i] = kinematic[toMotor[i]];
    }
    return motors;
  }
}
