package org.dextwin.mechanics.mjcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.format.MeshWriter;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MjcfReaderTest {

  @TempDir Path folder;

  private MjcfRobot read(String content) throws IOException {
    return MjcfReader.read(
        Files.writeString(folder.resolve("model.xml"), "<mujoco>" + content + "</mujoco>"));
  }

  private static LinkPoses poses(MjcfRobot robot, double... q) {
    KinematicTree tree = new KinematicTree(robot.model());
    LinkPoses poses = tree.newPoses();
    poses.setRoot(robot.base());
    tree.forward(q, 0, poses);
    return poses;
  }

  private static int link(MjcfRobot robot, String name) {
    return new KinematicTree(robot.model()).linkIndex(name);
  }

  private static Joint joint(MjcfRobot robot, String name) {
    return robot.model().joints().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Joints off the origin, several of one body, references, Euler angles and mass from geoms; the
   * figures are those of MuJoCo 3.14.
   */
  @Test
  void severalJointsOfABodyMoveItAsInMujoco() throws IOException {
    MjcfRobot robot =
        read(
            """
            <compiler angle="degree" eulerseq="xYz"/>
            <worldbody>
              <body name="a" pos="0.1 0 0.2" euler="10 20 30">
                <joint name="h" type="hinge" ref="20" pos="0.1 0.2 0.3" axis="1 2 3"/>
                <joint name="s" type="slide" ref="0.2" pos="0.4 0 0" axis="0 1 1"/>
                <joint name="t" pos="-0.1 0 0.2" axis="1 0 0"/>
                <geom type="box" fromto="0 0 0 1 1 0.5" size="0.1"/>
                <body name="b" pos="1 0 0" axisangle="1 2 3 40">
                  <joint name="u"/>
                  <geom type="capsule" fromto="0 0 0 0 0.1 0.1" size="0.02"/>
                  <geom type="ellipsoid" size="0.1 0.2 0.3" pos="1 0 0" mass="2"/>
                  <geom type="cylinder" size="0.1 0.2" euler="1 2 3" density="300"/>
                </body>
              </body>
            </worldbody>
            """);
    assertThat(robot.model().kinematicOrder().joints()).containsExactly("h", "s", "t", "u");
    LinkPoses poses = poses(robot, 0.3, 0.05, -0.4, 0.7);
    assertClose(
        poses.position(link(robot, "a")),
        new Vec3(0.14364906340289424, -0.14495488121954117, 0.06190407391273578));
    assertThat(
            poses
                .rotation(link(robot, "b"))
                .angleTo(
                    new Quat(
                        0.618231701205008,
                        0.10349060204879075,
                        0.2811193833486549,
                        0.7266712814047439)))
        .isLessThan(1e-12);
    assertClose(
        poses.position(link(robot, "b")),
        new Vec3(1.0114987193197054, 0.30890960397111833, -0.1401949211557459));
    MassProperties b = robot.model().link("b").mass().orElseThrow();
    assertThat(b.mass()).isCloseTo(5.9811368234723785, within(1e-12));
    assertClose(
        b.centerOfMass(),
        new Vec3(0.33438459259972086, 0.0017657649824669764, 0.0017657649824669764));
    // MuJoCo takes the ends of a capsule's inertia to a few digits less
    assertClose(
        b.inertia(),
        new SymmetricMatrix3(
            0.11318178338039263,
            1.4316997134308624,
            1.3709336157886176,
            0.0035564014408107636,
            0.0021075120682414314,
            -3.79471412420708e-05));
    assertThat(robot.notes()).singleElement().asString().contains("ellipsoid");
  }

  private static void assertClose(Vec3 found, Vec3 expected) {
    assertThat(found.distanceTo(expected)).as("%s", found).isLessThan(1e-12);
  }

  private static void assertClose(SymmetricMatrix3 found, SymmetricMatrix3 expected) {
    SymmetricMatrix3 d = found.plus(expected.times(-1));
    assertThat(List.of(d.xx(), d.yy(), d.zz(), d.xy(), d.xz(), d.yz()))
        .as("%s", found)
        .allSatisfy(entry -> assertThat(entry).isCloseTo(0, within(1e-10)));
  }

  /** Quaternions of MuJoCo 2.2.2 and 3.14. */
  @ParameterizedTest
  @CsvSource({
    "euler='10 20 30', 0.95154852464378858, 0.12767944069578066, 0.14487812541736916,"
        + " 0.23929833774473031",
    "zaxis='0 0 -1', 0, 1, 0, 0",
    "zaxis='1 2 3', 0.94915323466163071, -0.28157860306687144, 0.14078930153343572, 0",
    "xyaxes='1 1 0 0 1 1', 0.82047323857028331, 0.42470820027786693, 0.1759198966061612,"
        + " 0.33985114297998731",
    "axisangle='1 2 3 40', 0.93969262078590843, 0.091408728264283604, 0.18281745652856721,"
        + " 0.27422618479285082",
    "quat='2 0 0 2', 0.70710678118654752, 0, 0, 0.70710678118654752",
  })
  void everyWayToStateAnOrientationIsRead(String attribute, double w, double x, double y, double z)
      throws IOException {
    MjcfRobot robot =
        read(
            "<compiler eulerseq='xYz'/><worldbody><body name='a' "
                + attribute.replace('\'', '"')
                + "/></worldbody>");
    assertThat(robot.base().rotation().angleTo(Quat.normalizing(w, x, y, z))).isLessThan(1e-7);
    assertThat(robot.base().rotation().rotate(Vec3.X))
        .matches(it -> it.distanceTo(Quat.normalizing(w, x, y, z).rotate(Vec3.X)) < 1e-14);
  }

  @Test
  void classesInheritFromTheClassTheyAreNestedInAndNotFromTheChildclass() throws IOException {
    MjcfRobot robot =
        read(
            """
            <compiler angle="radian"/>
            <default>
              <joint damping="1"/>
              <default class="outer">
                <joint damping="2" armature="3"/>
                <geom size="0.1 0.2 0.3" type="box"/>
                <default class="inner"><joint armature="4"/><geom size="0.5"/></default>
              </default>
              <default class="beside"><joint frictionloss="5"/></default>
            </default>
            <worldbody>
              <body name="a" childclass="outer">
                <body name="b"><joint name="plain"/><geom/>
                <body name="c"><joint name="inner" class="inner"/><geom class="inner"/>
                <body name="d"><joint name="beside" class="beside"/><geom size="1"/>
                <body name="e" childclass="beside"><joint name="inherited"/><geom size="1"/>
                </body></body></body></body>
              </body>
            </worldbody>
            """);
    assertNumbers(joint(robot, "plain"), 2, 0, 3);
    assertNumbers(joint(robot, "inner"), 2, 0, 4);
    assertNumbers(joint(robot, "beside"), 1, 5, 0);
    assertNumbers(joint(robot, "inherited"), 1, 5, 0);
    assertThat(shape(robot, "b")).isEqualTo(new Shape.Box(0.1, 0.2, 0.3));
    assertThat(shape(robot, "c")).isEqualTo(new Shape.Box(0.5, 0.2, 0.3)); // the first size alone
    assertThat(shape(robot, "e")).isEqualTo(new Shape.Sphere(1));
  }

  private static void assertNumbers(Joint joint, double damping, double friction, double armature) {
    assertThat(List.of(joint.damping(), joint.friction(), joint.armature()))
        .as(joint.name())
        .containsExactly(damping, friction, armature);
  }

  private static Shape shape(MjcfRobot robot, String link) {
    return robot.model().link(link).colliders().get(0).shape();
  }

  @Test
  void rangesLimitByBeingThereAndAnglesAreDegrees() throws IOException {
    MjcfRobot robot =
        read(
            """
            <worldbody><body>
              <body><joint name="free"/><geom size="1"/></body>
              <body><joint name="limited" range="-90 45"/><geom size="1"/></body>
              <body><joint name="off" range="-90 45" limited="false"/><geom size="1"/></body>
              <body><joint name="slide" type="slide" range="-1 2"/><geom size="1"/></body>
            </body></worldbody>
            """);
    assertThat(joint(robot, "free").upper()).isInfinite();
    assertThat(joint(robot, "limited").lower()).isCloseTo(-Math.PI / 2, within(1e-15));
    assertThat(joint(robot, "off").lower()).isInfinite();
    assertThat(joint(robot, "slide").upper()).isEqualTo(2);
  }

  @Test
  void springsToTheirControlAreServosAndOthersAreNoted() throws IOException {
    MjcfRobot robot =
        read(
            """
            <default><position kp="7" kv="0.5" forcerange="-2 2"/></default>
            <worldbody><body><body><joint name="j"/><geom size="1"/></body></body></worldbody>
            <actuator>
              <position name="p" joint="j"/>
              <position name="stiff" joint="j" kp="9" forcelimited="false"/>
              <general name="g" joint="j" gainprm="4" biastype="affine" biasprm="0 -4 -1"/>
              <motor name="m" joint="j"/>
              <velocity name="v" joint="j" kv="1"/>
              <position name="geared" joint="j" gear="2"/>
              <position name="filtered" joint="j" timeconst="0.1"/>
            </actuator>
            """);
    double unlimited = Double.POSITIVE_INFINITY;
    assertThat(robot.model().actuators())
        .containsExactly(
            new Actuator("p", "j", 7, 0.5, 2, unlimited),
            new Actuator("stiff", "j", 9, 0.5, unlimited, unlimited),
            new Actuator("g", "j", 4, 1, 2, unlimited));
    assertThat(robot.notes())
        .anySatisfy(note -> assertThat(note).contains("model.xml:7: ").contains("without position"))
        .anySatisfy(note -> assertThat(note).contains("velocity"))
        .anySatisfy(note -> assertThat(note).contains("gear"))
        .anySatisfy(note -> assertThat(note).contains("filterexact"));
  }

  @Test
  void massComesFromTheInertialElseFromGeomsUnlessTheCompilerSaysOtherwise() throws IOException {
    String bodies =
        """
        <worldbody><body name="a">
          <inertial pos="1 2 3" mass="5" fullinertia="3 4 5 0.1 0.2 0.3"/>
          <geom size="1" mass="2"/>
          <body name="b"><geom size="0.1" density="3" pos="0 0 1"/>
            <geom size="1" group="2" contype="0" conaffinity="0"/></body>
        </body></worldbody>
        """;
    MjcfRobot usual = read("<compiler inertiagrouprange='0 1'/>" + bodies);
    assertThat(usual.model().link("a").mass())
        .contains(
            new MassProperties(5, new Vec3(1, 2, 3), new SymmetricMatrix3(3, 4, 5, 0.1, 0.2, 0.3)));
    MassProperties b = usual.model().link("b").mass().orElseThrow();
    assertThat(b.mass()).isCloseTo(4 * Math.PI * 1e-3, within(1e-15));
    assertThat(b.centerOfMass()).isEqualTo(Vec3.Z);
    assertThat(usual.model().link("b").colliders()).hasSize(1); // the other touches nothing
    MjcfRobot stated = read("<compiler inertiafromgeom='false'/>" + bodies);
    assertThat(stated.model().link("b").mass()).isEmpty();
    MjcfRobot derived = read("<compiler inertiafromgeom='true'/>" + bodies);
    assertThat(derived.model().link("a").mass().orElseThrow().mass()).isEqualTo(2);
  }

  @Test
  void framesAreDissolved() throws IOException {
    MjcfRobot robot =
        read(
            """
            <worldbody><body name="a">
              <frame pos="1 0 0" euler="0 0 90"><frame pos="1 0 0">
                <geom name="g" size="0.1" pos="0 2 0"/>
                <body name="b" pos="0 0 3"/>
              </frame></frame>
            </body></worldbody>
            """);
    Collider collider = robot.model().link("a").colliders().get(0);
    assertClose(collider.position(), new Vec3(-1, 1, 0));
    assertClose(poses(robot).position(link(robot, "b")), new Vec3(1, 1, 3));
  }

  @Test
  void severalBodiesOfTheWorldHangOnIt() throws IOException {
    MjcfRobot robot =
        read(
            """
            <worldbody>
              <geom type="plane" size="1 1 1"/>
              <body name="a" pos="1 0 0"><joint name="j"/><geom size="1"/></body>
              <body name="b" pos="0 1 0"/>
            </worldbody>
            """);
    assertThat(robot.model().root()).isEqualTo("world");
    assertThat(robot.model().links()).extracting(Link::name).containsExactly("world", "a", "b");
    assertThat(joint(robot, "b-mount").type()).isEqualTo(Joint.Type.FIXED);
    assertThat(robot.notes()).anySatisfy(note -> assertThat(note).contains("scenery"));
  }

  @Test
  void aFreeJointMakesTheRootFloat() throws IOException {
    MjcfRobot robot =
        read(
            "<worldbody><body name='a' pos='1 2 3'><freejoint/><geom size='1'/></body>"
                + "</worldbody>");
    assertThat(robot.floating()).isTrue();
    assertThat(robot.base().position()).isEqualTo(new Vec3(1, 2, 3));
    assertThat(robot.model().joints()).isEmpty();
  }

  @Test
  void includedFilesStandInThePlaceOfTheInclude() throws IOException {
    Files.createDirectories(folder.resolve("parts"));
    Files.writeString(
        folder.resolve("parts/finger.xml"),
        "<mujocoinclude><body name='f'><joint name='j'/><geom size='1'/></body></mujocoinclude>");
    MjcfRobot robot =
        read("<worldbody><body name='a'><include file='parts/finger.xml'/></body></worldbody>");
    assertThat(robot.model().kinematicOrder().joints()).containsExactly("j");
  }

  @Test
  void meshesAreFoundScaledAndPlaced() throws IOException {
    Files.createDirectories(folder.resolve("assets"));
    MeshWriter.write(folder.resolve("assets/box.stl"), MeshShapes.box(1, 2, 3));
    MjcfRobot robot =
        read(
            """
            <compiler meshdir="assets"/>
            <asset><mesh file="box.stl" scale="0.1 0.1 -0.1" refpos="0.5 0 0"/></asset>
            <worldbody><body name="a">
              <geom name="a/hull" type="mesh" mesh="box" pos="0 0 1" density="500"/>
            </body></worldbody>
            """);
    Collider collider = robot.model().link("a").colliders().get(0);
    assertThat(collider.name()).isEqualTo("hull");
    MassProperties mass = robot.model().link("a").mass().orElseThrow();
    assertThat(mass.mass()).isCloseTo(500 * 6e-3, within(1e-6)); // single precision of the file
    assertThat(mass.centerOfMass().distanceTo(new Vec3(-0.05, 0, 1))).isLessThan(1e-7);
  }

  @Test
  void geomsOfPairsCollideWhateverTheirBits() throws IOException {
    MjcfRobot robot =
        read(
            """
            <worldbody><body name="a">
              <geom name="x" size="1" contype="0" conaffinity="0"/>
              <geom name="y" size="1" contype="0" conaffinity="0"/>
            </body></worldbody>
            <contact><pair geom1="x" geom2="floor"/></contact>
            """);
    assertThat(robot.model().link("a").colliders()).extracting(Collider::name).containsExactly("x");
  }
}
