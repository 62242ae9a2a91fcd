package org.dextwin.mechanics.urdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.format.MeshWriter;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.mechanics.mesh.SolidMass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrdfReaderTest {

  @TempDir Path folder;

  private UrdfRobot read(String body) throws IOException {
    return UrdfReader.read(write(body));
  }

  private Path write(String body) throws IOException {
    return Files.writeString(
        folder.resolve("robot.urdf"), "<robot name=\"r\">\n" + body + "\n</robot>\n");
  }

  private static String joint(String name, String type, String parent, String child, String rest) {
    return "<joint name=\"%s\" type=\"%s\"><parent link=\"%s\"/><child link=\"%s\"/>%s</joint>\n"
        .formatted(name, type, parent, child, rest);
  }

  @Test
  void defaultsAreThoseOfUrdf() throws IOException {
    UrdfRobot robot =
        read(
            "<link name='a'/><link name='b'/>"
                + joint("j", "revolute", "a", "b", "<limit upper='1' effort='2' velocity='3'/>"));

    Joint joint = robot.model().joints().get(0);
    assertThat(joint.position()).isEqualTo(Vec3.ZERO);
    assertThat(joint.rotation()).isEqualTo(Quat.IDENTITY);
    assertThat(joint.axis()).isEqualTo(Vec3.X);
    assertThat(joint.lower()).isZero();
    assertThat(joint.damping()).isZero();
    assertThat(robot.motors())
        .containsEntry("j", new UrdfRobot.Motor(Optional.of(2.0), Optional.of(3.0)));
    assertThat(robot.placeOfJoint("j")).endsWith("robot.urdf:2");
  }

  @Test
  void inertiaIsTurnedFromItsOwnFrameIntoTheLink() throws IOException {
    Link link =
        read("""
            <link name='a'><inertial><origin xyz='1 2 3' rpy='0 0 1.5707963267948966'/>
            <mass value='2'/><inertia ixx='1' iyy='2' izz='2.5'/></inertial></link>""")
            .model()
            .link("a");

    MassProperties mass = link.mass().orElseThrow();
    assertThat(mass.mass()).isEqualTo(2);
    assertThat(mass.centerOfMass()).isEqualTo(new Vec3(1, 2, 3));
    assertThat(mass.inertia().xx()).isCloseTo(2, within(1e-12));
    assertThat(mass.inertia().yy()).isCloseTo(1, within(1e-12));
    assertThat(mass.inertia().xy()).isCloseTo(0, within(1e-12));
  }

  @Test
  void jointsAreWalkedDepthFirstWhateverTheOrderOfTheFile() throws IOException {
    String limit = "<limit lower='0' upper='1'/>";
    UrdfRobot robot =
        read(
            joint("a2", "revolute", "a", "tip", limit)
                + joint("b1", "revolute", "base", "b", limit)
                + joint("a1", "continuous", "base", "a", "")
                + "<link name='tip'/><link name='a'/><link name='b'/><link name='base'/>");

    assertThat(robot.model().root()).isEqualTo("base");
    assertThat(robot.model().kinematicOrder().joints()).containsExactly("b1", "a1", "a2");
    assertThat(robot.model().joints().get(1).upper()).isInfinite();
  }

  @Test
  void allShapesAreRead() throws IOException {
    MeshWriter.write(folder.resolve("cube.stl"), MeshShapes.box(1, 1, 1));
    Link link =
        read("""
            <link name='a'>
            <collision><geometry><box size='2 4 6'/></geometry></collision>
            <collision name='c'><geometry><cylinder radius='1' length='4'/></geometry></collision>
            <collision name='c'><origin xyz='1 0 0'/><geometry><sphere radius='3'/></geometry>
            </collision>
            <collision><geometry><capsule radius='1' length='4'/></geometry></collision>
            <collision><geometry><mesh filename='cube.stl' scale='-2 1 1'/></geometry></collision>
            </link>""")
            .model()
            .link("a");

    assertThat(link.colliders())
        .extracting(Collider::name)
        .containsExactly("box", "c", "c-2", "capsule", "mesh");
    assertThat(link.colliders().get(0).shape()).isEqualTo(new Shape.Box(1, 2, 3));
    assertThat(link.colliders().get(1).shape()).isEqualTo(new Shape.Cylinder(1, 2));
    assertThat(link.colliders().get(2).position()).isEqualTo(Vec3.X);
    assertThat(link.colliders().get(3).shape()).isEqualTo(new Shape.Capsule(1, 2));
    Shape.Mesh mesh = (Shape.Mesh) link.colliders().get(4).shape();
    // mirrored by the negative scale, the mesh is still not inside out
    assertThat(SolidMass.volume(mesh.mesh())).isCloseTo(2, within(1e-6));
  }

  @Test
  void mimicsAreJointsOfTheirOwnAndKnownAsMimics() throws IOException {
    UrdfRobot robot =
        read(
            "<link name='a'/><link name='b'/><link name='c'/>"
                + joint("lead", "revolute", "a", "b", "<limit lower='0' upper='1'/>")
                + joint(
                    "follow",
                    "revolute",
                    "b",
                    "c",
                    "<limit lower='0' upper='1'/><mimic joint='lead' multiplier='2'/>"));

    assertThat(robot.model().movingJoints()).hasSize(2);
    assertThat(robot.mimics()).containsOnlyKeys("follow");
    assertThat(robot.mimics().get("follow")).isEqualTo(new UrdfRobot.Mimic("lead", 2, 0));
  }

  @Test
  void jointsWithoutRoomAreFixedWhereTheyAre() throws IOException {
    UrdfRobot robot =
        read(
            "<link name='a'/><link name='b'/>"
                + joint(
                    "j",
                    "revolute",
                    "a",
                    "b",
                    "<axis xyz='0 0 2'/><limit lower='0.5' upper='0.5'/>"));

    Joint joint = robot.model().joints().get(0);
    assertThat(joint.type()).isEqualTo(Joint.Type.FIXED);
    assertThat(joint.rotation()).isEqualTo(Quat.aboutAxis(Vec3.Z, 0.5));
    assertThat(robot.notes()).singleElement().asString().contains("robot.urdf:2", "fixed");
    assertThat(robot.motors()).isEmpty();
  }

  @Test
  void whatIsLeftOutOrMendedIsNoted() throws IOException {
    UrdfRobot robot =
        read(
            """
            <link name='a'><inertial><mass value='1'/><inertia ixx='1' iyy='1' izz='3'/></inertial>
            </link>
            <link name='b'><inertial><mass value='1'/><inertia ixx='0' iyy='0' izz='0'/></inertial>
            <collision><geometry><sphere radius='1'/></geometry></collision></link>
            <joint name='j' type='fixed'><parent link='a'/><child link='b'/>
            <safety_controller k_velocity='1'/></joint>
            <transmission name='t'/><gazebo/><material name='red'/><mujoco/>""");

    assertThat(robot.notes())
        .anySatisfy(note -> assertThat(note).contains("robot.urdf:2:", "50 %", "raised"))
        .anySatisfy(note -> assertThat(note).contains("robot.urdf:4:", "inertia is zero"))
        .anySatisfy(note -> assertThat(note).contains("safety_controller"))
        .anySatisfy(note -> assertThat(note).contains("<transmission>"))
        .anySatisfy(note -> assertThat(note).contains("<gazebo>"))
        .hasSize(5);
    assertThat(robot.model().link("b").mass().orElseThrow().inertia().xx())
        .isCloseTo(0.4, within(1e-12));
  }

  /** What robots of many kinds hold, and what holds in its place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<joint name='j' type='floating'>| the joint is floating",
        "<joint name='j' type='planar'>| the joint is planar",
        "<joint name='j' type='fixed'><calibration rising='0'/>| <calibration>",
        "<joint name='j' type='fixed'><origin rpy='0 0 90'/>| is that degrees?",
        "<joint name='j' type='revolute'><limit lower='-10' upper='90'/>| from -10.0 to 90.0 rad; is",
        "<joint name='j' type='continuous'><limit effort='-1'/>| limit of effort is negative; taken",
      })
  void jointsOfManyKindsAreReadWithANote(String joint, String words) throws IOException {
    UrdfRobot robot =
        read(
            "<link name='a'/><link name='b'/>\n"
                + joint
                + "<parent link='a'/><child link='b'/></joint>");

    assertThat(robot.model().joints()).singleElement().extracting(Joint::name).isEqualTo("j");
    assertThat(robot.notes()).singleElement().asString().contains("robot.urdf:3: ", words);
  }

  @Test
  void inertiaThatIsMissingOrNoneIsTakenOfTheShape() throws IOException {
    String shape = "<collision><geometry><sphere radius='1'/></geometry></collision>";
    UrdfRobot robot =
        read(
            "<link name='a'><inertial><mass value='1'/></inertial>"
                + shape
                + "</link>\n<link name='b'><inertial><mass value='1'/>"
                + "<inertia ixx='1' iyy='-1' izz='1'/></inertial>"
                + shape
                + "</link>"
                + joint("j", "fixed", "a", "b", ""));

    for (String link : List.of("a", "b")) {
      assertThat(robot.model().link(link).mass().orElseThrow().inertia().yy())
          .as(link)
          .isCloseTo(0.4, within(1e-12));
    }
    assertThat(robot.notes()).hasSize(2);
    assertThat(robot.notes().get(0)).contains(":2: there is no <inertia>", "its collision shapes");
    assertThat(robot.notes().get(1)).contains(":3: the inertia has a principal moment");
  }

  @Test
  void framesThatNothingRefersToAreLeftOut() throws IOException {
    UrdfRobot robot =
        read(
            "<link name='world'/>\n<link name='a'/><link name='b'/>"
                + joint("j", "fixed", "a", "b", ""));

    assertThat(robot.model().root()).isEqualTo("a");
    assertThat(robot.model().links()).hasSize(2);
    assertThat(robot.notes()).singleElement().asString().contains("robot.urdf:2: ", "'world'");
  }

  @Test
  void leftOversOfXacroThatNothingUsesDoNotMatter() throws IOException {
    UrdfRobot robot =
        read(
            "<xacro:property name='PI' value='3.14'/><link name='a'><visual><geometry>"
                + "<mesh filename='$(find hand)/palm.dae'/></geometry></visual></link>"
                + "<gazebo><plugin filename='${ns}.so'/></gazebo>");

    assertThat(robot.model().links()).hasSize(1);
    assertThat(robot.notes()).hasSize(2);
  }

  @Test
  void smallNumbersOfPublishedFilesAreNumbers() throws IOException {
    Link link =
        read("""
            <link name='a'><inertial><origin rpy='1.6e-15 -1.0e-30 1.7e-40'/>
            <mass value='1e-3'/><inertia ixx='1e-40' iyy='1E-40' izz='1e-40' ixy='1e-60'/>
            </inertial></link>""")
            .model()
            .link("a");

    assertThat(link.mass().orElseThrow().inertia().zz()).isCloseTo(1e-40, within(1e-50));
  }

  @Test
  void packagesAreFoundRoundTheFileAndWhereTheOptionsSay() throws IOException {
    Path hand = Files.createDirectories(folder.resolve("ws/my_hand/urdf"));
    Files.createDirectories(folder.resolve("ws/my_hand/meshes"));
    Files.createDirectories(folder.resolve("other/tools/meshes"));
    MeshWriter.write(folder.resolve("ws/my_hand/meshes/a.stl"), MeshShapes.box(1, 1, 1));
    MeshWriter.write(folder.resolve("other/tools/meshes/b.stl"), MeshShapes.box(2, 1, 1));
    Files.writeString(folder.resolve("ws/my_hand/package.xml"), "<package/>");
    Path file = hand.resolve("hand.urdf");
    String mesh = "<collision><geometry><mesh filename='%s'/></geometry></collision>";
    Files.writeString(
        file,
        "<robot name='r'><link name='a'>"
            + mesh.formatted("package://my_hand/meshes/a.stl")
            + mesh.formatted("../meshes/a.stl")
            + mesh.formatted("package://tools/meshes/b.stl")
            + "</link></robot>");
    for (String root : List.of("other", "other/tools")) {
      UrdfOptions options =
          new UrdfOptions(List.of(folder.resolve(root)), UrdfOptions.MissingMeshes.REFUSE);
      assertThat(UrdfReader.read(file, options).model().link("a").colliders()).hasSize(3);
    }
  }

  @Test
  void missingMeshesMayBeLeftOut() throws IOException {
    Path file =
        write(
            "<link name='a'>"
                + List.of("gone.stl", "model://hand/gone.stl", "a.dae", "/home/me/a.stl").stream()
                    .map(
                        "<collision><geometry><mesh filename='%s'/></geometry></collision>"
                            ::formatted)
                    .collect(Collectors.joining())
                + "</link>");
    Files.writeString(folder.resolve("a.dae"), "<COLLADA/>");

    UrdfRobot robot =
        UrdfReader.read(file, new UrdfOptions(List.of(), UrdfOptions.MissingMeshes.LEAVE_OUT));

    assertThat(robot.model().link("a").colliders()).isEmpty();
    assertThat(robot.notes())
        .containsExactly(
            file
                + ":2: a collision mesh is not there, neither beside the file nor in a package that"
                + " is named; its collision shape is left out (2 times)",
            file
                + ":2: collision meshes in the format .dae are not read, only OBJ, STL and PLY; its"
                + " collision shape is left out",
            file
                + ":2: a collision mesh lies outside of the robot's folder, and of the packages that"
                + " are named; its collision shape is left out");
  }
}
