package org.dextwin.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.learning.MotionGoal;
import org.dextwin.api.learning.MotionPlan;
import org.dextwin.api.learning.MotionPlanningException;
import org.dextwin.api.learning.MotionRequest;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.collision.Obstacle;
import org.dextwin.mechanics.collision.RobotClearance;
import org.dextwin.mechanics.ik.IkOptions;
import org.dextwin.mechanics.ik.IkSolution;
import org.dextwin.mechanics.ik.IkTarget;
import org.dextwin.mechanics.ik.InverseKinematics;
import org.dextwin.mechanics.kinematics.JointRanges;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/** Poses to reach and ways to find: a Panda, alone and among boxes, and the fingers of a LEAP. */
final class ArmAndHand implements AutoCloseable {

  private static final int WARM_UP = 100;

  /** Distance that solutions and plans keep [m]. */
  private static final double MARGIN = 0.005;

  /** Posture that Franka Robotics calls ready. */
  private static final double[] READY = {
    0, -Math.PI / 4, 0, -3 * Math.PI / 4, 0, Math.PI / 2, Math.PI / 4
  };

  private static final Material SURFACE = new Material(0.8, 1e4, 10);

  private final Engine parts = new Engine("kinematics.conf");
  private final RobotModel arm = parts.arm().model().robot();
  private final KinematicTree armTree = new KinematicTree(arm);
  private final JointVector ready = new JointVector(arm.kinematicOrder(), READY);
  private final Pose base = Pose.inWorld("arm", Vec3.ZERO, Quat.IDENTITY);
  private final Scene scene =
      new Scene(
          "boxes",
          Scene.EARTH_GRAVITY,
          List.of(
              box("table", new Vec3(0.4, 0, -0.05), 0.8, 0.9, 0.05),
              box("wall", new Vec3(0.55, 0, 0.25), 0.25, 0.02, 0.25),
              box("crate", new Vec3(0.05, 0.6, 0.15), 0.12, 0.12, 0.15),
              box("shelf", new Vec3(0.55, 0, 0.95), 0.25, 0.4, 0.01)),
          List.of(new SceneRobot("arm", arm, base, SURFACE, ready)),
          List.of());
  private final RobotClearance clearance =
      new RobotClearance(armTree, base, Obstacle.around(scene, "arm"));

  private static SceneBody box(String name, Vec3 center, double x, double y, double z) {
    return SceneBody.fixed(
        name,
        List.of(Collider.centred("box", new Shape.Box(x, y, z))),
        SURFACE,
        Pose.inWorld(name, center, Quat.IDENTITY));
  }

  /** Measures all kinds of tasks. */
  List<Solved> measure(int poses) {
    run(WARM_UP);
    return run(poses);
  }

  private List<Solved> run(int poses) {
    return List.of(
        Solved.of("Panda, pose of the flange", poses, freePoses(poses)),
        Solved.of("Panda among boxes, pose", poses, clearPoses(poses)),
        Solved.of("LEAP, all fingertips", poses, fingertips(poses)),
        Solved.of("Panda, motion round boxes", Math.max(1, poses / 10), motions(poses / 10 + 1)));
  }

  private Solved.Task freePoses(int count) {
    InverseKinematics ik = new InverseKinematics(armTree, base, IkOptions.DEFAULT);
    return poses(ik, drawn(count, false));
  }

  private Solved.Task clearPoses(int count) {
    IkOptions options = IkOptions.DEFAULT.withClearance(MARGIN);
    InverseKinematics ik = new InverseKinematics(armTree, base, options, clearance);
    return poses(ik, drawn(count, true));
  }

  private Solved.Task poses(InverseKinematics ik, List<JointVector> positions) {
    List<Pose> targets = positions.stream().map(this::flange).toList();
    return i -> {
      Pose target = targets.get(i);
      IkSolution solution = ik.solve(List.of(IkTarget.ofPose(target)), ready);
      Pose reached = flange(solution.positions());
      return solution.isSolved()
          ? Math.hypot(
              reached.position().distanceTo(target.position()),
              reached.rotation().angleTo(target.rotation()))
          : Double.NaN;
    };
  }

  private Pose flange(JointVector q) {
    LinkPoses poses = armTree.newPoses();
    armTree.forward(q, poses);
    return poses.pose(armTree.linkIndex(parts.arm().model().flange()));
  }

  /** Draws joint positions, clear of the boxes if need be. */
  private List<JointVector> drawn(int count, boolean clear) {
    SplittableRandom random = new SplittableRandom(20260101);
    JointRanges ranges = new JointRanges(arm);
    List<JointVector> positions = new ArrayList<>();
    while (positions.size() < count) {
      double[] q = ranges.draw(random);
      if (!clear || clearance.clearance(q) >= MARGIN) {
        positions.add(new JointVector(arm.kinematicOrder(), q));
      }
    }
    return positions;
  }

  private Solved.Task fingertips(int count) {
    RobotModel hand = parts.hand().model().robot();
    KinematicTree tree = new KinematicTree(hand);
    JointRanges ranges = new JointRanges(hand);
    SplittableRandom random = new SplittableRandom(20260101);
    List<List<IkTarget>> targets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LinkPoses poses = tree.newPoses();
      tree.forward(ranges.draw(random), 0, poses);
      targets.add(
          parts.hand().model().fingers().stream()
              .map(finger -> IkTarget.ofTip(finger, tip(tree, poses, finger)))
              .toList());
    }
    Pose palm = Pose.inWorld(hand.root(), Vec3.ZERO, Quat.IDENTITY);
    InverseKinematics ik = new InverseKinematics(tree, palm, IkOptions.DEFAULT);
    JointVector start = JointVector.zero(hand.kinematicOrder());
    LinkPoses poses = tree.newPoses();
    return i -> {
      IkSolution solution = ik.solve(targets.get(i), start);
      tree.forward(solution.positions(), poses);
      double residual = 0;
      for (IkTarget target : targets.get(i)) {
        IkTarget.OfPoint point = (IkTarget.OfPoint) target;
        Vec3 reached = poses.point(tree.linkIndex(point.link()), point.pointInLink());
        residual = Math.max(residual, reached.distanceTo(point.positionInWorld()));
      }
      return solution.isSolved() ? residual : Double.NaN;
    };
  }

  private static Vec3 tip(KinematicTree tree, LinkPoses poses, Finger finger) {
    return poses.point(tree.linkIndex(finger.tipLink()), finger.tip());
  }

  private Solved.Task motions(int count) {
    List<JointVector> ends = drawn(2 * count, true);
    return i -> {
      JointVector goal = ends.get(2 * i + 1);
      try {
        MotionPlan plan =
            parts
                .planner()
                .plan(
                    new MotionRequest(
                        scene, "arm", ends.get(2 * i), new MotionGoal.Configuration(goal)));
        JointVector end = plan.at(plan.duration()).positions();
        return flange(end).position().distanceTo(flange(goal).position());
      } catch (MotionPlanningException e) {
        return Double.NaN;
      }
    };
  }

  @Override
  public void close() {
    parts.close();
  }
}
