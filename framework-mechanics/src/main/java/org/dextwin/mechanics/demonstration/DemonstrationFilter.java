package org.dextwin.mechanics.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.demonstration.HandDemonstration.Moment;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * Finds demonstrations that are unfit to learn from: the hand is in the object, joints jump, or
 * hand or object was lost or mistaken for another. Of each kind, the worst is reported.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class DemonstrationFilter {

  private final FilterLimits limits;
  private final KinematicTree tree;
  private final LinkPoses poses;
  private final List<HandSurface.Patch> surface;
  private final Optional<SolidObject> object;

  /**
   * Prepares.
   *
   * @param hand the hand that demonstrates
   * @param object the object, in its own frame [m]; without it, nothing can be penetrated or lost
   *     but the hand
   * @param limits what a demonstration may do at most
   */
  public DemonstrationFilter(HandModel hand, Optional<TriangleMesh> object, FilterLimits limits) {
    this.limits = limits;
    tree = new KinematicTree(hand.robot());
    poses = tree.newPoses();
    surface = HandSurface.of(tree);
    this.object = object.map(SolidObject::new);
  }

  /**
   * Checks a demonstration.
   *
   * @param demonstration what the hand did
   * @return what makes it unfit; empty if nothing does
   */
  public List<Fault> check(HandDemonstration demonstration) {
    List<Fault> faults = new ArrayList<>();
    List<Moment> moments = demonstration.moments();
    addWorst(faults, penetrations(moments));
    addWorst(faults, jointJumps(moments));
    addWorst(faults, lostTracks(moments));
    return faults;
  }

  /** Keeps the fault that exceeds its limit by the largest factor. */
  private static void addWorst(List<Fault> faults, List<Fault> candidates) {
    Optional<Fault> worst = Optional.empty();
    for (Fault candidate : candidates) {
      boolean isWorse =
          candidate.value() > candidate.limit()
              && (worst.isEmpty()
                  || candidate.value() / candidate.limit()
                      > worst.get().value() / worst.get().limit());
      worst = isWorse ? Optional.of(candidate) : worst;
    }
    worst.ifPresent(faults::add);
  }

  private List<Fault> penetrations(List<Moment> moments) {
    List<Fault> faults = new ArrayList<>();
    for (Moment moment : moments) {
      if (object.isPresent() && moment.hand().isPresent() && moment.object().isPresent()) {
        double depth = penetration(moment.hand().get(), moment.object().get());
        faults.add(
            fault(
                Fault.Kind.PENETRATION,
                moment,
                "the hand is in the object",
                depth,
                limits.penetrationM(),
                "m"));
      }
    }
    return faults;
  }

  /**
   * Measures how deep a hand is in the object.
   *
   * @param hand joints and palm
   * @param objectPose X_CO, in the frame of the palm
   * @return depth of the deepest point of the hand's collision shapes [m]; zero if it is clear
   * @throws IllegalStateException if the filter has no object
   */
  public double penetration(HandDemonstration.Hand hand, Pose objectPose) {
    SolidObject solid =
        object.orElseThrow(() -> new IllegalStateException("the filter has no object"));
    // the object's frame in place of the world
    Pose X_OH = objectPose.inverse().times(hand.palm());
    poses.setRoot(X_OH.named(Pose.WORLD, X_OH.body()));
    tree.forward(hand.positions().in(tree.order()), poses);
    double deepest = 0;
    for (HandSurface.Patch patch : surface) {
      if (solid.mayMeet(poses.point(patch.link(), patch.centre()), patch.radius())) {
        for (Vec3 p_L : patch.points()) {
          deepest = Math.max(deepest, solid.depth(poses.point(patch.link(), p_L)));
        }
      }
    }
    return deepest;
  }

  private List<Fault> jointJumps(List<Moment> moments) {
    List<Fault> faults = new ArrayList<>();
    Optional<Moment> before = Optional.empty();
    for (Moment moment : moments) {
      if (moment.hand().isPresent() && before.isPresent()) {
        double seconds = moment.time() - before.get().time();
        double[] from =
            before.get().hand().orElseThrow().positions().in(tree.order()).values(tree.order());
        double[] to = moment.hand().get().positions().in(tree.order()).values(tree.order());
        for (int i = 0; i < to.length; i++) {
          faults.add(
              fault(
                  Fault.Kind.JOINT_JUMP,
                  moment,
                  "joint '" + tree.order().joints().get(i) + "' jumps",
                  Math.abs(to[i] - from[i]) / seconds,
                  limits.jointSpeedRadPerS(),
                  "rad/s"));
        }
      }
      before = moment.hand().isPresent() ? Optional.of(moment) : before;
    }
    return faults;
  }

  private List<Fault> lostTracks(List<Moment> moments) {
    List<Fault> faults = new ArrayList<>();
    faults.addAll(
        losses(
            "hand",
            moments,
            limits.palmSpeedMPerS(),
            moment -> moment.hand().map(hand -> hand.palm().position())));
    if (object.isPresent()) {
      faults.addAll(
          losses(
              "object",
              moments,
              limits.objectSpeedMPerS(),
              moment -> moment.object().map(Pose::position)));
    }
    return faults;
  }

  /** Where something is at a moment, if it is seen. */
  @FunctionalInterface
  private interface Sight {
    Optional<Vec3> of(Moment moment);
  }

  private List<Fault> losses(String what, List<Moment> moments, double speedLimit, Sight sight) {
    List<Fault> faults = new ArrayList<>();
    int missing = 0;
    double lastSeen = moments.isEmpty() ? 0 : moments.get(0).time();
    Optional<Vec3> place = Optional.empty();
    for (Moment moment : moments) {
      Optional<Vec3> next = sight.of(moment);
      missing += next.isEmpty() ? 1 : 0;
      double unseen = moment.time() - lastSeen;
      faults.add(lost(moment, "the " + what + " is out of sight", unseen, limits.gapS(), "s"));
      if (next.isPresent()) {
        if (place.isPresent()) {
          double speed = next.get().distanceTo(place.get()) / unseen;
          faults.add(lost(moment, "the " + what + " leaps", speed, speedLimit, "m/s"));
        }
        lastSeen = moment.time();
        place = next;
      }
    }
    if (!moments.isEmpty()) {
      double share = (double) missing / moments.size();
      Moment last = moments.get(moments.size() - 1);
      String text = "the " + what + " is missing in a share of the frames";
      faults.add(lost(last, text, share, limits.missingShare(), "of 1"));
    }
    return faults;
  }

  private static Fault lost(Moment moment, String what, double value, double limit, String unit) {
    return fault(Fault.Kind.LOST_TRACK, moment, what, value, limit, unit);
  }

  private static Fault fault(
      Fault.Kind kind, Moment moment, String what, double value, double limit, String unit) {
    return new Fault(kind, moment.time(), what, value, limit, unit);
  }
}
