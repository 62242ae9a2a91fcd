package org.dextwin.mechanics.mjcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Published models of hands and an arm; figures are those that MuJoCo 3.14 compiles. */
class PublishedModelsTest {

  private static MjcfRobot read(String name) {
    return MjcfReader.read(
        SharedData.require("hand-models/" + name + ".xml"), MjcfReader.MissingMeshes.LEAVE_OUT);
  }

  private static Vec3 position(MjcfRobot robot, String link, double... q) {
    KinematicTree tree = new KinematicTree(robot.model());
    LinkPoses poses = tree.newPoses();
    poses.setRoot(robot.base());
    tree.forward(q, 0, poses);
    return poses.position(tree.linkIndex(link));
  }

  private static void assertClose(Vec3 found, double x, double y, double z, double tolerance) {
    assertThat(found.distanceTo(new Vec3(x, y, z))).as("%s", found).isLessThan(tolerance);
  }

  /** Joints at 0.05, 0.10, 0.15 ... rad; positions as MuJoCo computes them. */
  @Test
  void linksAreWhereTheReferencePutsThem() {
    MjcfRobot panda = read("panda-nohand");
    assertClose(
        position(panda, "attachment", rising(7)),
        0.1056104416022618,
        0.041155763760417144,
        0.9488700992206536,
        1e-12);
    MjcfRobot leap = read("leap-right");
    assertClose(
        position(leap, "if_ds", rising(16)),
        0.08252691419275762,
        -0.017468977806657047,
        0.1293824777954254,
        1e-12);
    assertClose(
        position(leap, "th_ds", rising(16)),
        -0.04853493832218828,
        -0.04528118014786066,
        0.16851721265889574,
        1e-12);
    MjcfRobot allegro = read("allegro-right");
    assertClose(
        position(allegro, "th_tip", rising(16)),
        -0.080183407254741,
        0.10040827105043852,
        -0.0217457372179736,
        1e-12);
  }

  private static double[] rising(int joints) {
    return IntStream.rangeClosed(1, joints).mapToDouble(i -> 0.05 * i).toArray();
  }

  private static Joint joint(MjcfRobot robot, String name) {
    return robot.model().joints().stream()
        .filter(joint -> joint.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theFlangeOfTheArmIsWhereItsMakerPutsIt() {
    MjcfRobot panda = read("panda-nohand");
    assertClose(position(panda, "attachment", 0, 0, 0, 0, 0, 0, 0), 0.088, 0, 0.926, 1e-9);
    double quarter = Math.PI / 4;
    assertClose(
        position(panda, "attachment", 0, -quarter, 0, -3 * quarter, 0, 2 * quarter, quarter),
        0.30689,
        0,
        0.59028,
        5e-6); // digits given
  }

  @Test
  void theServosOfTheArmAreReadWithTheirClasses() {
    MjcfRobot panda = read("panda-nohand");
    assertThat(panda.model().actuators()).hasSize(7);
    assertThat(panda.model().actuators().get(3).kp()).isEqualTo(3500);
    assertThat(panda.model().actuators().get(3).kd()).isEqualTo(350);
    assertThat(panda.model().actuators().get(3).torqueLimit()).isEqualTo(87);
    assertThat(panda.model().actuators().get(6).torqueLimit()).isEqualTo(12);
    assertThat(joint(panda, "joint4").upper()).isEqualTo(-0.0698);
    assertThat(joint(panda, "joint5").armature()).isEqualTo(0.1);
    assertThat(
            panda.model().links().stream()
                .flatMap(link -> link.mass().stream())
                .mapToDouble(MassProperties::mass)
                .sum())
        .isCloseTo(16.691901, within(1e-9));
  }

  @Test
  void aClassThatClosesEarlyGivesNothingToThoseBesideIt() {
    MjcfRobot allegro = read("allegro-right");
    assertThat(allegro.floating()).isTrue();
    assertThat(allegro.model().kinematicOrder().size()).isEqualTo(16);
    // the axis 0 1 0 and the damping belong to a class that these joints do not inherit
    assertThat(joint(allegro, "ffj1").axis()).isEqualTo(Vec3.Z);
    assertThat(joint(allegro, "ffj1").damping()).isZero();
    assertThat(joint(allegro, "ffj1").upper()).isEqualTo(1.61);
    assertThat(joint(allegro, "thj0").axis()).isEqualTo(new Vec3(-1, 0, 0));
    assertThat(allegro.model().link("ff_tip").colliders()).hasSize(1);
    assertThat(allegro.model().actuators().get(0).kp()).isEqualTo(1);
  }

  @Test
  void aHandWithStatedInertiasIsComplete() {
    MjcfRobot leap = read("leap-right");
    assertThat(leap.model().kinematicOrder().joints())
        .startsWith("if_mcp", "if_rot", "if_pip", "if_dip")
        .endsWith("th_cmc", "th_axl", "th_mcp", "th_ipl");
    assertThat(leap.model().actuators())
        .hasSize(16)
        .allSatisfy(servo -> assertThat(servo.kp()).isEqualTo(3))
        .allSatisfy(servo -> assertThat(servo.kd()).isEqualTo(0.01));
    assertThat(joint(leap, "if_rot").friction()).isEqualTo(0.001);
    assertThat(leap.model().link("th_px").mass().orElseThrow().mass()).isEqualTo(0.038);
    assertThat(leap.model().link("if_px").colliders()).isNotEmpty();
  }

  @Test
  void missingMeshesAreRefusedUnlessToldOtherwise() {
    Path file = SharedData.require("hand-models/panda-nohand.xml");
    assertThatThrownBy(() -> MjcfReader.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("panda-nohand.xml:")
        .hasMessageContaining("link0.stl");
    assertThat(read("panda-nohand").notes())
        .anySatisfy(note -> assertThat(note).contains("mesh is missing"));
  }
}
