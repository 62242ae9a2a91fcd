package org.dextwin.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dextwin.api.learning.HumanFinger;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.learning.RetargetedPose;
import org.dextwin.api.learning.RetargetingSession;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.testkit.retarget.SyntheticHumanHand;

/**
 * Human hands that a robot hand can follow exactly: fingertips are put where those of the robot
 * are, at joint positions of which the retargeter knows nothing. Joints swing through six tenths of
 * their ranges at up to 2 rad/s; frames in which fingers would touch are left out, as if out of
 * sight.
 */
final class HandFollowing implements AutoCloseable {

  /** A fingertip that far from its target misses it [m]. */
  static final double MISSED = 0.005;

  /** Fingers nearer than this touch [m]. */
  private static final double APART = 0.002;

  private static final double SWING = 0.3;
  private static final double RATE = 30;

  private final Engine engine;
  private final String name;
  private final HandModel hand;
  private final KinematicTree tree;
  private final LinkPoses poses;
  private final Map<String, HumanFinger> followed = new HashMap<>();
  private final Pose X_HK;

  /**
   * Opens a hand.
   *
   * @param type its type
   * @param objective what fingertips follow
   * @param steps whether the palm is fitted first
   */
  HandFollowing(String type, String objective, String steps) {
    name = type + ", " + objective + ", steps " + steps;
    List<String> sets = new ArrayList<>(List.of("hand.type=" + type));
    sets.add("retargeter.vector.objective=" + objective);
    sets.add("retargeter.vector.steps=" + steps);
    sets.add("retargeter.vector.scale=1");
    engine = new Engine("retarget.conf", sets);
    hand = engine.hand().model();
    tree = new KinematicTree(hand.robot());
    poses = tree.newPoses();
    X_HK = learnLikeness("hand.type=" + type);
  }

  /** Finds out, from a hand that is laid on a human one, which finger follows which, and where. */
  private Pose learnLikeness(String type) {
    List<String> sets = List.of(type, "retargeter.vector.objective=position");
    try (Engine plain = new Engine("retarget.conf", sets)) {
      Pose wrist = Pose.identity("camera", HumanHandPose.WRIST);
      HumanHandPose human = SyntheticHumanHand.bent(hand.side(), 0.2, wrist);
      RetargetedPose laid = plain.retargeter().open(hand).retarget(human);
      for (Finger finger : hand.fingers()) {
        Vec3 target = laid.fingertipTargets().get(finger.name());
        if (target == null) {
          continue;
        }
        double least = Double.POSITIVE_INFINITY;
        for (HumanFinger candidate : HumanFinger.values()) {
          Vec3 along = human.tip(candidate).minus(human.point(candidate, 2)).normalized();
          Vec3 inside = human.tip(candidate).minus(along.times(finger.tipRadius()));
          double away = inside.distanceTo(laid.palm().transform(target));
          if (away < least) {
            least = away;
            followed.put(finger.name(), candidate);
          }
        }
      }
      HumanFinger anchor = anchor();
      Pose X_CK = new Pose("camera", "knuckle", human.knuckle(anchor), wrist.rotation());
      return laid.palm().inverse().times(X_CK);
    }
  }

  private HumanFinger anchor() {
    return followed.containsValue(HumanFinger.MIDDLE) ? HumanFinger.MIDDLE : HumanFinger.INDEX;
  }

  HandModel hand() {
    return hand;
  }

  RetargetingSession open() {
    return engine.retargeter().open(hand);
  }

  /** A human hand, and where the fingertips of the robot were. */
  record Frame(HumanHandPose human, Map<String, Vec3> tips, boolean isAfterGap) {

    RetargetedPose follow(RetargetingSession session) {
      return isAfterGap ? reach(session) : session.retarget(human);
    }

    /** Without the pose before. */
    RetargetedPose reach(RetargetingSession session) {
      session.restart();
      return session.retarget(human);
    }
  }

  List<Frame> frames(int count) {
    SplittableRandom random = new SplittableRandom(11);
    List<Joint> joints = hand.robot().movingJoints();
    double[] phases = random.doubles(joints.size(), 0, 2 * Math.PI).toArray();
    double[] paces = random.doubles(joints.size(), 0.5, 2).toArray();
    List<Frame> frames = new ArrayList<>();
    boolean wasSeen = false;
    for (int i = 0; frames.size() < count; i++) {
      double[] q = new double[joints.size()];
      for (int j = 0; j < q.length; j++) {
        double range = joints.get(j).upper() - joints.get(j).lower();
        double swing = SWING * range * Math.sin(phases[j] + paces[j] * i / RATE);
        q[j] = joints.get(j).lower() + range / 2 + swing;
      }
      tree.forward(q, 0, poses);
      boolean isSeen = areApart();
      if (isSeen) {
        frames.add(frame(i, !wasSeen));
      }
      wasSeen = isSeen;
    }
    return frames;
  }

  private Frame frame(int i, boolean isAfterGap) {
    Pose palm =
        new Pose(
            "camera",
            hand.robot().root(),
            new Vec3(0.1 * Math.sin(0.02 * i), 0, 0.5),
            Quat.fromRollPitchYaw(0.5 * Math.sin(0.01 * i), 0.3, 0.2));
    Map<HumanFinger, SyntheticHumanHand.Tip> tips = new HashMap<>();
    Map<String, Vec3> robotTips = new HashMap<>();
    for (Finger finger : hand.fingers()) {
      if (followed.containsKey(finger.name())) {
        Vec3 tip = poses.point(tree.linkIndex(finger.tipLink()), finger.tip());
        Vec3 base = poses.position(lastLink(finger));
        Vec3 along = tip.minus(base).normalized();
        robotTips.put(finger.name(), palm.transform(tip));
        tips.put(
            followed.get(finger.name()),
            new SyntheticHumanHand.Tip(
                palm.transform(tip.plus(along.times(finger.tipRadius()))),
                palm.rotation().rotate(along)));
      }
    }
    HumanHandPose human =
        SyntheticHumanHand.reaching(hand.side(), anchor(), palm.times(X_HK), tips);
    return new Frame(human, robotTips, isAfterGap);
  }

  private int lastLink(Finger finger) {
    String last = finger.joints().get(finger.joints().size() - 1);
    return tree.movedLink(tree.order().indexOf(last));
  }

  /** Whether points along the fingers are as far apart as the fingers are thick. */
  private boolean areApart() {
    List<List<Vec3>> chains = hand.fingers().stream().map(this::points).toList();
    for (int i = 0; i < chains.size(); i++) {
      for (int k = 0; k < i; k++) {
        double thick =
            hand.fingers().get(i).tipRadius() + hand.fingers().get(k).tipRadius() + APART;
        for (Vec3 one : chains.get(i)) {
          for (Vec3 other : chains.get(k)) {
            if (one.distanceTo(other) < thick) {
              return false;
            }
          }
        }
      }
    }
    return true;
  }

  private List<Vec3> points(Finger finger) {
    List<Vec3> corners = new ArrayList<>();
    for (String joint : finger.joints()) {
      corners.add(poses.position(tree.movedLink(tree.order().indexOf(joint))));
    }
    corners.add(poses.point(tree.linkIndex(finger.tipLink()), finger.tip()));
    List<Vec3> points = new ArrayList<>();
    for (int i = 1; i < corners.size(); i++) {
      for (int part = 0; part <= 8; part++) {
        Vec3 way = corners.get(i).minus(corners.get(i - 1));
        points.add(corners.get(i - 1).plus(way.times(part / 8.0)));
      }
    }
    return points;
  }

  /** Distance of the worst fingertip from where it was [m]. */
  double error(Frame frame, RetargetedPose result) {
    tree.forward(result.positions(), poses);
    double worst = 0;
    for (Finger finger : hand.fingers()) {
      Vec3 wanted = frame.tips().get(finger.name());
      if (wanted != null) {
        Vec3 tip = poses.point(tree.linkIndex(finger.tipLink()), finger.tip());
        worst = Math.max(worst, result.palm().transform(tip).distanceTo(wanted));
      }
    }
    return worst;
  }

  /**
   * Times so many frames; one whose fingertips miss by 5 mm is not solved.
   *
   * @param eachAlone whether each is searched without the pose before
   */
  Solved measure(int count, boolean eachAlone) {
    List<Frame> frames = frames(count);
    for (int warmUp = 0; warmUp < 3; warmUp++) {
      RetargetingSession session = open();
      frames.forEach(frame -> frame.follow(session));
    }
    RetargetingSession session = open();
    List<RetargetedPose> results = new ArrayList<>();
    Solved timed =
        Solved.of(
            name,
            count,
            i -> {
              Frame frame = frames.get(i);
              results.add(eachAlone ? frame.reach(session) : frame.follow(session));
              return 0;
            });
    int solved = 0;
    double worst = 0;
    for (int i = 0; i < count; i++) {
      double error = error(frames.get(i), results.get(i));
      solved += error < MISSED ? 1 : 0;
      worst = error < MISSED ? Math.max(worst, error) : worst;
    }
    return new Solved(
        name + (eachAlone ? ", alone" : ""),
        count,
        solved,
        worst,
        timed.median(),
        timed.slow(),
        timed.slowest());
  }

  /** All hands, objectives and steps. */
  static List<Solved> measureAll(int frames) {
    List<Solved> rows = new ArrayList<>();
    for (String type : List.of("allegro", "leap", "urdf")) {
      for (String[] way :
          new String[][] {{"vector", "two"}, {"position", "two"}, {"position", "one"}}) {
        try (HandFollowing following = new HandFollowing(type, way[0], way[1])) {
          rows.add(following.measure(frames, false));
          rows.add(following.measure(frames, true));
        }
      }
    }
    return rows;
  }

  @Override
  public void close() {
    engine.close();
  }
}
