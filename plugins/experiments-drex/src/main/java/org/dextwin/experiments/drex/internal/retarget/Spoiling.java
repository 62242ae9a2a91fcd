package org.dextwin.experiments.drex.internal.retarget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.mechanics.demonstration.Fault;
import org.dextwin.mechanics.demonstration.HandDemonstration;
import org.dextwin.mechanics.demonstration.HandDemonstration.Hand;
import org.dextwin.mechanics.demonstration.HandDemonstration.Moment;

/** Shakes demonstrations as trackers do, or spoils them as trackers sometimes do. */
final class Spoiling {

  /** Standard deviations of the shaking: of a palm [m], and of a joint [rad]. */
  private static final double PALM_NOISE = 0.0005;

  private static final double JOINT_NOISE = 0.005;

  /** The object is seen this much too near to the hand [m]. */
  private static final double LEAST_SHIFT = 0.015;

  private static final double MOST_SHIFT = 0.04;

  /** A joint jumps by this much [rad]. */
  private static final double LEAST_JUMP = 0.5;

  private static final double MOST_JUMP = 1.2;

  /** The hand is out of sight for so long [s], or seen elsewhere by so much [m]. */
  private static final double LEAST_GAP = 0.35;

  private static final double MOST_GAP = 0.8;
  private static final double LEAST_LEAP = 0.12;
  private static final double MOST_LEAP = 0.5;

  private final HandModel hand;
  private final RandomGenerator random;

  Spoiling(HandModel hand, RandomGenerator random) {
    this.hand = hand;
    this.random = random;
  }

  /** The same with the noise of a tracker. */
  HandDemonstration shaken(HandDemonstration demonstration) {
    List<Moment> moments = new ArrayList<>();
    for (Moment moment : demonstration.moments()) {
      Optional<Hand> shaken =
          moment
              .hand()
              .map(
                  it ->
                      new Hand(
                          moved(it.positions(), joint -> JOINT_NOISE * random.nextGaussian()),
                          moved(it.palm(), direction().times(PALM_NOISE * random.nextGaussian()))));
      moments.add(new Moment(moment.time(), shaken, moment.object()));
    }
    return new HandDemonstration(demonstration.source() + ", shaken", moments);
  }

  /** The same with a fault. */
  HandDemonstration spoilt(HandDemonstration demonstration, Fault.Kind kind) {
    List<Moment> moments = new ArrayList<>(shaken(demonstration).moments());
    switch (kind) {
      case PENETRATION -> penetrate(moments);
      case JOINT_JUMP -> jump(moments);
      case LOST_TRACK -> lose(moments);
    }
    return new HandDemonstration(demonstration.source() + ", spoilt by " + kind, moments);
  }

  /** Moves the object towards the palm, all the time. */
  private void penetrate(List<Moment> moments) {
    double shift = between(LEAST_SHIFT, MOST_SHIFT);
    Moment nearest = nearest(moments);
    Pose X_CO = nearest.object().orElseThrow();
    Vec3 way = nearest.hand().orElseThrow().palm().position().minus(X_CO.position()).normalized();
    Vec3 way_O = X_CO.rotation().inverse().rotate(way);
    for (int i = 0; i < moments.size(); i++) {
      Moment moment = moments.get(i);
      Optional<Pose> moved =
          moment.object().map(pose -> moved(pose, pose.rotation().rotate(way_O).times(shift)));
      moments.set(i, new Moment(moment.time(), moment.hand(), moved));
    }
  }

  /** The moment at which palm and object are nearest. */
  private static Moment nearest(List<Moment> moments) {
    Moment nearest = moments.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (Moment moment : moments) {
      if (moment.hand().isPresent() && moment.object().isPresent()) {
        Vec3 palm = moment.hand().get().palm().position();
        double distance = palm.distanceTo(moment.object().get().position());
        nearest = distance < least ? moment : nearest;
        least = Math.min(least, distance);
      }
    }
    return nearest;
  }

  /** Moves one joint from a moment on, to the side where it has the room. */
  private void jump(List<Moment> moments) {
    double jump = between(LEAST_JUMP, MOST_JUMP);
    int from = within(moments, 0.1, 0.9);
    List<Joint> joints = hand.robot().movingJoints();
    Joint joint = joints.get(random.nextInt(joints.size()));
    Hand here = moments.get(from).hand().orElseThrow();
    double q = here.positions().get(joint.name());
    boolean isUp = joint.upper() - q > q - joint.lower();
    for (int i = from; i < moments.size(); i++) {
      Moment moment = moments.get(i);
      Optional<Hand> jumped =
          moment
              .hand()
              .map(
                  it ->
                      new Hand(
                          moved(
                              it.positions(),
                              other -> other.equals(joint) ? (isUp ? jump : -jump) : 0),
                          it.palm()));
      moments.set(i, new Moment(moment.time(), jumped, moment.object()));
    }
  }

  /** Takes the hand away for a while, or shows it elsewhere in one frame. */
  private void lose(List<Moment> moments) {
    int from = within(moments, 0.1, 0.6);
    double end = moments.get(from).time() + between(LEAST_GAP, MOST_GAP);
    boolean isGap = random.nextBoolean();
    Vec3 leap = direction().times(between(LEAST_LEAP, MOST_LEAP));
    for (int i = from; i < moments.size() && moments.get(i).time() < end; i++) {
      Moment moment = moments.get(i);
      Optional<Hand> lost =
          isGap
              ? Optional.empty()
              : moment.hand().map(it -> new Hand(it.positions(), moved(it.palm(), leap)));
      moments.set(i, new Moment(moment.time(), lost, moment.object()));
    }
  }

  /** A moment with a hand, in a part of the time. */
  private int within(List<Moment> moments, double low, double high) {
    int at = (int) (moments.size() * between(low, high));
    while (moments.get(at).hand().isEmpty() && at + 1 < moments.size()) {
      at++;
    }
    while (moments.get(at).hand().isEmpty()) {
      at--;
    }
    return at;
  }

  /** A change of a joint. */
  @FunctionalInterface
  private interface Change {
    double of(Joint joint);
  }

  private JointVector moved(JointVector positions, Change change) {
    List<Joint> joints = hand.robot().movingJoints();
    double[] q = positions.in(hand.robot().kinematicOrder()).values(hand.robot().kinematicOrder());
    for (int i = 0; i < q.length; i++) {
      double to = q[i] + change.of(joints.get(i));
      q[i] = Math.max(joints.get(i).lower(), Math.min(joints.get(i).upper(), to));
    }
    return new JointVector(hand.robot().kinematicOrder(), q);
  }

  private static Pose moved(Pose pose, Vec3 by) {
    return new Pose(pose.frame(), pose.body(), pose.position().plus(by), pose.rotation());
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private Vec3 direction() {
    return Quat.normalizing(
            random.nextGaussian(),
            random.nextGaussian(),
            random.nextGaussian(),
            random.nextGaussian())
        .rotate(Vec3.X);
  }
}
