package org.dextwin.mechanics.kinematics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.junit.jupiter.api.Test;

class DhChainTest {

  private static final double RIGHT = Math.PI / 2;

  /** Universal Robots, "DH parameters for calculations of kinematics and dynamics". */
  private static final List<DhRow> UR5E =
      List.of(
          new DhRow(0, RIGHT, 0.1625),
          new DhRow(-0.425, 0, 0),
          new DhRow(-0.3922, 0, 0),
          new DhRow(0, RIGHT, 0.1333),
          new DhRow(0, -RIGHT, 0.0997),
          new DhRow(0, 0, 0.0996));

  /** KUKA's brochure of the LBR iiwa 14 R820, as in Drake's iiwa_description. */
  private static final List<DhRow> IIWA14 =
      List.of(
          new DhRow(0, -RIGHT, 0.36),
          new DhRow(0, RIGHT, 0),
          new DhRow(0, RIGHT, 0.42),
          new DhRow(0, -RIGHT, 0),
          new DhRow(0, -RIGHT, 0.40),
          new DhRow(0, RIGHT, 0),
          new DhRow(0, 0, 0.126));

  /** Franka Robotics, "Robot and interface specifications". */
  private static final List<DhRow> PANDA =
      List.of(
          new DhRow(0, 0, 0.333),
          new DhRow(0, -RIGHT, 0),
          new DhRow(0, RIGHT, 0.316),
          new DhRow(0.0825, RIGHT, 0),
          new DhRow(-0.0825, -RIGHT, 0.384),
          new DhRow(0, RIGHT, 0),
          new DhRow(0.088, RIGHT, 0));

  @Test
  void standardTablesReachThePublishedPlaces() {
    assertThat(flange(DhChain.standard(UR5E), new double[6]).position())
        .satisfies(
            p -> assertThat(p.distanceTo(new Vec3(-0.8172, -0.2329, 0.0628))).isLessThan(1e-5));
    assertThat(flange(DhChain.standard(IIWA14), new double[7]).position())
        .satisfies(p -> assertThat(p.distanceTo(new Vec3(0, 0, 1.306))).isLessThan(1e-5));
  }

  @Test
  void modifiedTableReachesThePublishedPlaces() {
    DhChain panda = DhChain.modified(PANDA, new DhRow(0, 0, 0.107));
    double[] ready = {0, -Math.PI / 4, 0, -3 * Math.PI / 4, 0, Math.PI / 2, Math.PI / 4};

    assertThat(flange(panda, new double[7]).position().distanceTo(new Vec3(0.088, 0, 0.926)))
        .isLessThan(1e-12);
    assertThat(flange(panda, ready).position().distanceTo(new Vec3(0.30689, 0, 0.59028)))
        .isLessThan(1e-5);
  }

  /** The product of the rows' own matrices, angles and offsets included. */
  @Test
  void bothConventionsAreTheProductsOfTheirRows() {
    Random random = new Random(11);
    for (int trial = 0; trial < 100; trial++) {
      List<DhRow> rows = new ArrayList<>();
      double[] q = new double[5];
      Pose standard = Pose.identity("", "");
      Pose modified = Pose.identity("", "");
      for (int i = 0; i < q.length; i++) {
        q[i] = random.nextGaussian();
        DhRow row =
            new DhRow(
                random.nextGaussian(),
                random.nextGaussian(),
                random.nextGaussian(),
                random.nextGaussian());
        rows.add(row);
        Pose z = turn(Vec3.Z, row.theta() + q[i]).times(shift(0, 0, row.d()));
        Pose x = shift(row.a(), 0, 0).times(turn(Vec3.X, row.alpha()));
        standard = standard.times(z).times(x);
        modified = modified.times(x).times(z);
      }
      DhRow none = new DhRow(0, 0, 0);

      assertSame(flange(DhChain.standard(rows), q), standard);
      assertSame(flange(DhChain.modified(rows, none), q), modified);
    }
  }

  private static void assertSame(Pose found, Pose expected) {
    assertThat(found.position().distanceTo(expected.position())).isLessThan(1e-12);
    assertThat(found.rotation().inverse().times(expected.rotation()).w())
        .satisfies(w -> assertThat(Math.abs(w)).isGreaterThan(1 - 1e-14));
  }

  private static Pose turn(Vec3 axis, double angle) {
    return new Pose("", "", Vec3.ZERO, Quat.aboutAxis(axis, angle));
  }

  private static Pose shift(double x, double y, double z) {
    return new Pose("", "", new Vec3(x, y, z), Quat.IDENTITY);
  }

  private static Pose flange(DhChain chain, double[] q) {
    KinematicTree tree = new KinematicTree(robot(chain));
    LinkPoses poses = tree.newPoses();
    tree.forward(q, 0, poses);
    return poses.pose(tree.linkIndex(DhChain.FLANGE));
  }

  private static RobotModel robot(DhChain chain) {
    List<Link> links = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    links.add(new Link("0", Optional.empty(), List.of()));
    for (Pose pose : chain.joints()) {
      links.add(new Link(pose.body(), Optional.empty(), List.of()));
      joints.add(joint(pose, Joint.Type.REVOLUTE));
    }
    links.add(new Link(DhChain.FLANGE, Optional.empty(), List.of()));
    joints.add(joint(chain.flange(), Joint.Type.FIXED));
    return new RobotModel("chain", "0", links, joints, List.of());
  }

  private static Joint joint(Pose pose, Joint.Type type) {
    return new Joint(
        "joint-" + pose.body(),
        type,
        pose.frame(),
        pose.body(),
        pose.position(),
        pose.rotation(),
        Vec3.Z,
        -10,
        10,
        0,
        0,
        0);
  }
}
