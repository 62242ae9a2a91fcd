package org.dextwin.mechanics.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.math.FrameMismatchException;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointOrderException;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KinematicTreeTest {

  private static final Vec3 GRAVITY = new Vec3(1.5, -2.5, -9.0);

  @Test
  void planarArmReachesWhereTheTextbookSays() {
    KinematicTree arm = new KinematicTree(planarArm());
    LinkPoses poses = arm.newPoses();
    double a = 0.7;
    double b = -1.3;

    arm.forward(new double[] {a, b}, 0, poses);

    Vec3 tip = poses.point(arm.linkIndex("fore"), new Vec3(0.5, 0, 0));
    assertThat(tip.x()).isCloseTo(Math.cos(a) + 0.5 * Math.cos(a + b), within(1e-14));
    assertThat(tip.y()).isCloseTo(Math.sin(a) + 0.5 * Math.sin(a + b), within(1e-14));
    assertThat(poses.pose(2).rotation().angleTo(Quat.aboutAxis(Vec3.Z, a + b))).isLessThan(1e-12);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void forwardKinematicsChainPoses(long seed) {
    Random random = new Random(seed);
    KinematicTree tree = new KinematicTree(randomRobot(random));
    LinkPoses poses = tree.newPoses();
    Pose base = Pose.inWorld("link-0", vector(random), rotation(random));
    poses.setRoot(base);
    double[] q = random.doubles(tree.velocityCount(), -1.5, 1.5).toArray();

    tree.forward(q, 0, poses);

    for (int link = 1; link < tree.linkCount(); link++) {
      Joint joint = tree.model().joints().get(link - 1);
      double value = tree.velocityIndex(link) < 0 ? 0 : q[tree.velocityIndex(link)];
      Quat R_motion =
          joint.type() == Joint.Type.REVOLUTE ? Quat.aboutAxis(joint.axis(), value) : Quat.IDENTITY;
      Vec3 p_motion = joint.type() == Joint.Type.PRISMATIC ? joint.axis().times(value) : Vec3.ZERO;
      Pose X_PC =
          new Pose(joint.parent(), "c0", joint.position(), joint.rotation())
              .times(new Pose("c0", joint.child(), p_motion, R_motion));
      Pose X_WC = poses.pose(tree.parent(link)).times(X_PC);
      assertThat(poses.position(link).distanceTo(X_WC.position())).isLessThan(1e-12);
      assertThat(poses.rotation(link).angleTo(X_WC.rotation())).isLessThan(1e-7);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void jacobiansMatchCentralDifferences(long seed) {
    Random random = new Random(seed);
    KinematicTree tree = new KinematicTree(randomRobot(random));
    int nv = tree.velocityCount();
    LinkPoses poses = tree.newPoses();
    poses.setRoot(Pose.inWorld("link-0", vector(random), rotation(random)));
    double[] q = random.doubles(nv, -1.5, 1.5).toArray();
    double h = 1e-5;
    Vec3 p_LP = vector(random);
    double[] jacobian = new double[6 * nv];
    double[] pointJacobian = new double[3 * nv];
    for (int link = 0; link < tree.linkCount(); link++) {
      tree.forward(q, 0, poses);
      tree.jacobian(poses, link, jacobian);
      tree.pointJacobian(poses, link, p_LP, pointJacobian);
      for (int v = 0; v < nv; v++) {
        tree.forward(changed(q, v, h), 0, poses);
        Pose upper = poses.pose(link);
        Vec3 upperPoint = poses.point(link, p_LP);
        tree.forward(changed(q, v, -h), 0, poses);
        Pose lower = poses.pose(link);
        Vec3 lowerPoint = poses.point(link, p_LP);

        Vec3 angular = upper.rotation().times(lower.rotation().inverse()).log();
        assertColumn(jacobian, 0, nv, v, angular.times(0.5 / h));
        Vec3 linear = upper.position().minus(lower.position());
        assertColumn(jacobian, 3, nv, v, linear.times(0.5 / h));
        assertColumn(pointJacobian, 0, nv, v, upperPoint.minus(lowerPoint).times(0.5 / h));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void gravityTorquesAreTheGradientOfThePotentialEnergy(long seed) {
    Random random = new Random(seed);
    KinematicTree tree = new KinematicTree(randomRobot(random));
    int nv = tree.velocityCount();
    LinkPoses poses = tree.newPoses();
    poses.setRoot(Pose.inWorld("link-0", vector(random), rotation(random)));
    double[] q = random.doubles(nv, -1.5, 1.5).toArray();
    double[] torques = new double[nv];

    tree.forward(q, 0, poses);
    tree.gravityTorques(poses, GRAVITY, torques);

    double h = 1e-5;
    for (int v = 0; v < nv; v++) {
      double gradient =
          (energy(tree, poses, changed(q, v, h)) - energy(tree, poses, changed(q, v, -h)))
              / (2 * h);
      assertThat(torques[v]).isCloseTo(gradient, within(1e-7 * (1 + Math.abs(gradient))));
      assertThat(torques[v]).isNotZero();
    }
  }

  private static double energy(KinematicTree tree, LinkPoses poses, double[] q) {
    tree.forward(q, 0, poses);
    double energy = 0;
    for (Link link : tree.model().links()) {
      if (link.mass().isPresent()) {
        MassProperties mass = link.mass().get();
        Vec3 center = poses.point(tree.linkIndex(link.name()), mass.centerOfMass());
        energy -= mass.mass() * GRAVITY.dot(center);
      }
    }
    return energy;
  }

  @Test
  void calculationsOnArraysAllocateNothing() {
    Random random = new Random(8);
    KinematicTree tree = new KinematicTree(randomRobot(random));
    LinkPoses poses = tree.newPoses();
    double[] q = random.doubles(tree.velocityCount(), -1.5, 1.5).toArray();
    double[] jacobian = new double[6 * q.length];
    double[] pointJacobian = new double[3 * q.length];
    double[] torques = new double[q.length];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int calls = 20_000;
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < calls; i++) {
      tree.forward(q, 0, poses);
      tree.jacobian(poses, 5, jacobian);
      tree.pointJacobian(poses, 5, Vec3.X, pointJacobian);
      tree.gravityTorques(poses, GRAVITY, torques);
    }

    double bytesPerCall = (double) (threads.getCurrentThreadAllocatedBytes() - before) / calls;
    assertThat(bytesPerCall).isLessThan(1);
  }

  @Test
  void positionsInAnotherOrderAreRefused() {
    KinematicTree arm = new KinematicTree(planarArm());
    JointOrder swapped = new JointOrder("swapped", List.of("elbow", "shoulder"));

    assertThatThrownBy(() -> arm.forward(JointVector.zero(swapped), arm.newPoses()))
        .isInstanceOf(JointOrderException.class);
    arm.forward(JointVector.zero(swapped).in(arm.order()), arm.newPoses());
  }

  @Test
  void wrongLengthsFramesAndNamesAreRefused() {
    KinematicTree arm = new KinematicTree(planarArm());
    LinkPoses poses = arm.newPoses();

    assertThatThrownBy(() -> arm.forward(new double[1], 0, poses))
        .isInstanceOf(DimensionMismatchException.class);
    assertThatThrownBy(() -> arm.jacobian(poses, 1, new double[11]))
        .isInstanceOf(DimensionMismatchException.class);
    assertThatThrownBy(() -> arm.pointJacobian(poses, 1, Vec3.ZERO, new double[7]))
        .isInstanceOf(DimensionMismatchException.class);
    assertThatThrownBy(() -> arm.gravityTorques(poses, Vec3.Z, new double[3]))
        .isInstanceOf(DimensionMismatchException.class);
    assertThatThrownBy(() -> poses.setRoot(Pose.identity("camera", "base")))
        .isInstanceOf(FrameMismatchException.class);
    assertThatThrownBy(() -> arm.linkIndex("wrist"))
        .hasMessageContaining("wrist")
        .hasMessageContaining("fore");
  }

  private static void assertColumn(double[] jacobian, int row, int nv, int v, Vec3 expected) {
    double[] e = new double[3];
    expected.copyTo(e, 0);
    for (int k = 0; k < 3; k++) {
      // central differences of step 1e-5: truncation 1e-10, rounding 1e-11
      assertThat(jacobian[(row + k) * nv + v])
          .as("row %s, velocity %s", row + k, v)
          .isCloseTo(e[k], within(1e-8));
    }
  }

  private static double[] changed(double[] q, int v, double by) {
    double[] changed = q.clone();
    changed[v] += by;
    return changed;
  }

  private static RobotModel planarArm() {
    return new RobotModel(
        "arm",
        "base",
        List.of(frame("base"), frame("upper"), frame("fore")),
        List.of(
            joint(
                "shoulder", Joint.Type.REVOLUTE, "base", "upper", Vec3.ZERO, Quat.IDENTITY, Vec3.Z),
            joint("elbow", Joint.Type.REVOLUTE, "upper", "fore", Vec3.X, Quat.IDENTITY, Vec3.Z)),
        List.of());
  }

  /** A branched robot whose joints are of all kinds; every mass hangs on every kind. */
  private static RobotModel randomRobot(Random random) {
    List<Link> links = new ArrayList<>(List.of(frame("link-0")));
    List<Joint.Type> types = List.of(Joint.Type.REVOLUTE, Joint.Type.PRISMATIC, Joint.Type.FIXED);
    List<Joint> joints = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      links.add(
          new Link(
              "link-" + i,
              Optional.of(
                  new MassProperties(
                      0.2 + random.nextDouble(),
                      vector(random),
                      SymmetricMatrix3.diagonal(1, 1, 1))),
              List.of()));
      Joint.Type type = types.get(i % 3);
      String parent = "link-" + (i < 6 ? i - 1 : i == 6 ? 2 : i - 1);
      joints.add(
          joint(
              "joint-" + i,
              type,
              parent,
              "link-" + i,
              vector(random),
              rotation(random),
              vector(random).normalized()));
    }
    return new RobotModel("random", "link-0", links, joints, List.of());
  }

  private static Link frame(String name) {
    return new Link(name, Optional.empty(), List.of());
  }

  private static Joint joint(
      String name, Joint.Type type, String parent, String child, Vec3 p, Quat r, Vec3 axis) {
    return new Joint(name, type, parent, child, p, r, axis, -3, 3, 0, 0, 0);
  }

  private static Vec3 vector(Random random) {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }

  private static Quat rotation(Random random) {
    return Quat.normalizing(
        random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }
}
