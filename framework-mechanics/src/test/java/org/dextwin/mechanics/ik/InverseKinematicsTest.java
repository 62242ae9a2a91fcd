package org.dextwin.mechanics.ik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.collision.Obstacle;
import org.dextwin.mechanics.collision.RobotClearance;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.mechanics.kinematics.Panda;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class InverseKinematicsTest {

  private static final String FLANGE = "flange";
  private static final RobotModel PANDA = Panda.model();
  private static final KinematicTree TREE = new KinematicTree(PANDA);
  private static final JointVector READY = new JointVector(TREE.order(), Panda.READY);

  /** The full count, with times, is {@code benchmarks/run inverse-kinematics}. */
  @Test
  void almostAllReachablePosesOfThePandaAreSolved() {
    Random random = new Random(20260101);
    int count = 300;
    int solved = 0;
    for (int i = 0; i < count; i++) {
      Pose target = flange(Panda.random(PANDA, random));
      IkSolution solution = ik(IkOptions.DEFAULT).solve(List.of(IkTarget.ofPose(target)), READY);
      requireWithinLimits(solution.positions());
      if (solution.isSolved()) {
        solved++;
        // by the poses alone, not by the solver's word
        Pose reached = flange(solution.positions());
        double residual =
            Math.hypot(
                reached.position().distanceTo(target.position()),
                reached.rotation().angleTo(target.rotation()));
        assertThat(residual).isLessThan(1e-4);
      }
    }
    assertThat(solved).isGreaterThan((int) (0.98 * count));
  }

  @Test
  void positionsAloneAreReachedFromPosesOutOfLimits() {
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      Vec3 point = new Vec3(0.02, -0.01, 0.1);
      Vec3 target = flange(Panda.random(PANDA, random)).transform(point);
      double[] outside = new double[7];
      Arrays.fill(outside, 5);
      IkSolution solution =
          ik(IkOptions.DEFAULT)
              .solve(
                  List.of(new IkTarget.OfPoint(FLANGE, point, target)),
                  new JointVector(TREE.order(), outside));

      assertThat(solution.isSolved()).as("target %d: %s", i, solution.explanation()).isTrue();
      requireWithinLimits(solution.positions());
      assertThat(flange(solution.positions()).transform(point).distanceTo(target)).isLessThan(1e-6);
    }
  }

  @Test
  void sameSeedSameSolution() {
    Pose target = flange(Panda.random(PANDA, new Random(3)));
    IkSolution first = ik(IkOptions.DEFAULT).solve(List.of(IkTarget.ofPose(target)), READY);
    IkSolution again = ik(IkOptions.DEFAULT).solve(List.of(IkTarget.ofPose(target)), READY);

    assertThat(again).isEqualTo(first);
  }

  @Test
  void farTargetIsNotReachedButApproached() {
    Vec3 far = new Vec3(3, 0, 0.333);
    IkSolution solution =
        ik(IkOptions.DEFAULT).solve(List.of(new IkTarget.OfPoint(FLANGE, Vec3.ZERO, far)), READY);

    assertThat(solution.outcome()).isEqualTo(IkSolution.Outcome.NOT_REACHED);
    assertThat(solution.explanation()).contains("not reached");
    requireWithinLimits(solution.positions());
    // stretched out towards it: Franka states a reach of 0.855 m to the wrist
    Vec3 reached = flange(solution.positions()).position();
    assertThat(reached.x()).isGreaterThan(0.8);
    assertThat(solution.residual()).isCloseTo(reached.distanceTo(far), offset(1e-12));
  }

  /**
   * With q2 = 0 axes 1 and 3 are one line; where axis 7 passes through the point in which that line
   * meets axis 5, the flange can no longer turn about every direction.
   */
  @Test
  void singularConfigurationsAreLeftAndReached() {
    double[] q = {0, 0, 0, -Math.PI / 2, 0, 0, 0};
    double low = 0;
    double high = 3.7;
    for (int i = 0; i < 60; i++) { // the determinant vanishes where its sign changes
      double middle = (low + high) / 2;
      boolean same = determinant(q, middle) * determinant(q, low) > 0;
      low = same ? middle : low;
      high = same ? high : middle;
    }
    assertThat(determinant(q, 0) * determinant(q, 3.7)).isNegative();
    assertThat(Math.abs(determinant(q, low))).isLessThan(1e-12);
    q[5] = low;
    JointVector singular = new JointVector(TREE.order(), q);
    IkSolution away =
        ik(IkOptions.DEFAULT).solve(List.of(IkTarget.ofPose(flange(READY))), singular);
    IkSolution back =
        ik(IkOptions.DEFAULT).solve(List.of(IkTarget.ofPose(flange(singular))), READY);

    assertThat(away.isSolved()).as(away.explanation()).isTrue();
    assertThat(back.isSolved()).as(back.explanation()).isTrue();
  }

  /** Determinant of the flange's Jacobian without the column of joint 3, equal to that of 1. */
  private static double determinant(double[] q, double sixth) {
    double[] moved = q.clone();
    moved[5] = sixth;
    LinkPoses poses = TREE.newPoses();
    TREE.forward(moved, 0, poses);
    double[] jacobian = new double[42];
    TREE.jacobian(poses, TREE.linkIndex(FLANGE), jacobian);
    DMatrixRMaj square = new DMatrixRMaj(6, 6);
    for (int row = 0; row < 6; row++) {
      for (int column = 0; column < 6; column++) {
        square.set(row, column, jacobian[7 * row + (column < 2 ? column : column + 1)]);
      }
    }
    return CommonOps_DDRM.det(square);
  }

  @Test
  void preferenceMovesOnlyTheNullspace() {
    Random random = new Random(5);
    double gainMid = 0;
    double gainPosture = 0;
    for (int i = 0; i < 50; i++) {
      List<IkTarget> target = List.of(IkTarget.ofPose(flange(Panda.random(PANDA, random))));
      IkSolution plain = ik(IkOptions.DEFAULT).solve(target, READY);
      IkSolution mid = ik(IkOptions.DEFAULT.withPreference(0.2, 0)).solve(target, READY);
      IkSolution near = ik(IkOptions.DEFAULT.withPreference(0, 0.2)).solve(target, READY);
      assertThat(mid.isSolved() && near.isSolved()).isEqualTo(plain.isSolved());
      assertThat(fromMiddle(mid)).isLessThan(fromMiddle(plain));
      assertThat(fromReady(near)).isLessThanOrEqualTo(fromReady(plain));
      gainMid += fromMiddle(plain) - fromMiddle(mid);
      gainPosture += fromReady(plain) - fromReady(near);
    }
    assertThat(gainMid).isGreaterThan(1);
    assertThat(gainPosture).isGreaterThan(1);
  }

  @Test
  void severalFingertipsAreReachedAtOnce() {
    RobotModel hand = hand();
    KinematicTree tree = new KinematicTree(hand);
    Random random = new Random(9);
    LinkPoses poses = tree.newPoses();
    JointVector start = new JointVector(tree.order(), constant(tree.velocityCount(), 0.5));
    for (int trial = 0; trial < 100; trial++) {
      double[] q = random.doubles(tree.velocityCount(), -0.3, 1.5).toArray();
      tree.forward(q, 0, poses);
      List<IkTarget> targets = new ArrayList<>();
      for (Finger finger : fingers()) {
        targets.add(
            IkTarget.ofTip(finger, poses.point(tree.linkIndex(finger.tipLink()), finger.tip())));
      }
      IkSolution solution =
          new InverseKinematics(tree, Pose.identity(Pose.WORLD, "palm"), IkOptions.DEFAULT)
              .solve(targets, start);

      assertThat(solution.isSolved()).as("%d: %s", trial, solution.explanation()).isTrue();
      tree.forward(solution.positions(), poses);
      for (int f = 0; f < targets.size(); f++) {
        IkTarget.OfPoint target = (IkTarget.OfPoint) targets.get(f);
        Vec3 tip = poses.point(tree.linkIndex(target.link()), target.pointInLink());
        assertThat(tip.distanceTo(target.positionInWorld())).isLessThan(1e-6);
      }
    }
  }

  @Test
  void solutionsKeepClearOfObstacles() {
    RobotClearance field = new RobotClearance(TREE, Panda.base(), obstacles());
    IkOptions options = IkOptions.DEFAULT.withClearance(0.005);
    InverseKinematics aware = new InverseKinematics(TREE, Panda.base(), options, field);
    Random random = new Random(4);
    int feasible = 0;
    int solved = 0;
    int blindlyClear = 0;
    while (feasible < 100) {
      JointVector q = Panda.random(PANDA, random);
      if (field.clearance(q.values(TREE.order())) < 0.005) {
        continue;
      }
      List<IkTarget> target = List.of(IkTarget.ofPose(flange(q)));
      IkSolution blind = ik(IkOptions.DEFAULT).solve(target, READY);
      blindlyClear += clearance(field, blind) >= 0.005 ? 1 : 0;
      IkSolution solution = aware.solve(target, READY);
      feasible++;
      if (solution.isSolved()) {
        solved++;
        assertThat(clearance(field, solution)).isGreaterThanOrEqualTo(0.005);
        assertThat(solution.residual()).isLessThan(1e-4);
      }
    }
    assertThat(solved).isGreaterThan(95).isGreaterThan(blindlyClear);
  }

  @Test
  void targetInsideAnObstacleIsToldFromOneOutOfReach() {
    RobotClearance field = new RobotClearance(TREE, Panda.base(), obstacles());
    InverseKinematics aware = new InverseKinematics(TREE, Panda.base(), IkOptions.DEFAULT, field);

    IkSolution inside =
        aware.solve(List.of(new IkTarget.OfPoint(FLANGE, Vec3.ZERO, new Vec3(0.5, 0, 0.2))), READY);
    IkSolution far =
        aware.solve(List.of(new IkTarget.OfPoint(FLANGE, Vec3.ZERO, new Vec3(3, 0, 1))), READY);

    assertThat(inside.outcome()).isEqualTo(IkSolution.Outcome.IN_COLLISION);
    assertThat(inside.clearance()).isGreaterThanOrEqualTo(0);
    assertThat(far.outcome()).isEqualTo(IkSolution.Outcome.NOT_REACHED);
  }

  /** Any function of the joint positions will do for a distance. */
  @Test
  void distanceIsPluggable() {
    InverseKinematics aware =
        new InverseKinematics(TREE, Panda.base(), IkOptions.DEFAULT, q -> q[0] - 0.3);
    IkSolution solution =
        aware.solve(List.of(new IkTarget.OfPoint(FLANGE, Vec3.ZERO, new Vec3(0.5, 0, 0.5))), READY);

    assertThat(solution.isSolved()).as(solution.explanation()).isTrue();
    assertThat(solution.positions().values(TREE.order())[0]).isGreaterThanOrEqualTo(0.3);
  }

  @Test
  void errorsNameWhatIsWrong() {
    assertThatThrownBy(() -> ik(IkOptions.DEFAULT).solve(List.of(), READY))
        .hasMessageContaining("needs a target");
    assertThatThrownBy(
            () ->
                ik(IkOptions.DEFAULT)
                    .solve(List.of(new IkTarget.OfPoint("thumb", Vec3.ZERO, Vec3.X)), READY))
        .hasMessageContaining("no link 'thumb'");
    assertThatThrownBy(() -> IkTarget.ofPose(Pose.identity("base", FLANGE)))
        .hasMessageContaining("base");
    assertThatThrownBy(() -> new IkOptions(0, 1, 1, 0, 0, 0, 0)).hasMessageContaining("tolerance");
    assertThatThrownBy(() -> IkOptions.DEFAULT.withPreference(2, 0))
        .hasMessageContaining("limit avoidance 2.0");
  }

  private static List<Obstacle> obstacles() {
    return List.of(
        new Obstacle("table", new Shape.Plane(), Pose.identity(Pose.WORLD, "table")),
        new Obstacle(
            "box",
            new Shape.Box(0.1, 0.3, 0.2),
            Pose.inWorld("box", new Vec3(0.5, 0, 0.2), Quat.IDENTITY)),
        new Obstacle(
            "ball",
            new Shape.Sphere(0.15),
            Pose.inWorld("ball", new Vec3(-0.1, 0.5, 0.6), Quat.IDENTITY)),
        new Obstacle(
            "shelf",
            new Shape.Box(0.3, 0.5, 0.01),
            Pose.inWorld("shelf", new Vec3(0.6, 0, 0.85), Quat.IDENTITY)),
        new Obstacle(
            "pole",
            new Shape.Capsule(0.03, 0.6),
            Pose.inWorld("pole", new Vec3(0.1, -0.35, 0.6), Quat.IDENTITY)));
  }

  private static InverseKinematics ik(IkOptions options) {
    return new InverseKinematics(TREE, Panda.base(), options);
  }

  private static Pose flange(JointVector q) {
    LinkPoses poses = TREE.newPoses();
    TREE.forward(q, poses);
    return poses.pose(TREE.linkIndex(FLANGE));
  }

  private static double clearance(RobotClearance field, IkSolution solution) {
    return field.clearance(solution.positions().values(TREE.order()));
  }

  private static void requireWithinLimits(JointVector q) {
    for (Joint joint : PANDA.movingJoints()) {
      assertThat(q.get(joint.name())).isBetween(joint.lower(), joint.upper());
    }
  }

  private static double fromMiddle(IkSolution solution) {
    return PANDA.movingJoints().stream()
        .mapToDouble(j -> solution.positions().get(j.name()) - (j.lower() + j.upper()) / 2)
        .map(x -> x * x)
        .sum();
  }

  private static double fromReady(IkSolution solution) {
    return PANDA.movingJoints().stream()
        .mapToDouble(j -> solution.positions().get(j.name()) - READY.get(j.name()))
        .map(x -> x * x)
        .sum();
  }

  private static double[] constant(int size, double value) {
    double[] values = new double[size];
    Arrays.fill(values, value);
    return values;
  }

  /** Four fingers side by side: one joint to the side, three that bend. */
  private static RobotModel hand() {
    List<Link> links = new ArrayList<>(List.of(new Link("palm", Optional.empty(), List.of())));
    List<Joint> joints = new ArrayList<>();
    for (int f = 0; f < 4; f++) {
      String parent = "palm";
      for (int j = 0; j < 4; j++) {
        String link = "finger-" + f + "-" + j;
        links.add(new Link(link, Optional.empty(), List.of()));
        joints.add(
            new Joint(
                "joint-" + link,
                Joint.Type.REVOLUTE,
                parent,
                link,
                j == 0
                    ? new Vec3(0, 0.045 * f, 0.1)
                    : new Vec3(0, 0, j == 1 ? 0.016 : 0.05 - 0.01 * (j - 2)),
                Quat.IDENTITY,
                j == 0 ? Vec3.X : Vec3.Y,
                -0.5,
                1.7,
                0,
                0,
                0));
        parent = link;
      }
    }
    return new RobotModel("hand", "palm", links, joints, List.of());
  }

  private static List<Finger> fingers() {
    List<Finger> fingers = new ArrayList<>();
    for (int f = 0; f < 4; f++) {
      fingers.add(
          new Finger("finger-" + f, List.of(), "finger-" + f + "-3", new Vec3(0, 0, 0.04), 0.012));
    }
    return fingers;
  }
}
