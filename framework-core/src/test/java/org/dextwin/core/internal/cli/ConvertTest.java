package org.dextwin.core.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.RobotModel;
import org.dextwin.mechanics.format.MeshWriter;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.mechanics.mjcf.MjcfReader;
import org.dextwin.mechanics.urdf.UrdfReader;
import org.dextwin.mechanics.urdf.UrdfRobot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertTest {

  private static final String FINGER =
      """
      <robot name="finger">
        <link name="world"/>
        <joint name="stand" type="fixed"><origin xyz="0 0 1"/>
          <parent link="world"/><child link="base"/></joint>
        <link name="base"/>
        <link name="tip">
          <inertial><origin xyz="0 0 0.02"/><mass value="0.05"/>
            <inertia ixx="1e-5" iyy="1.1e-5" izz="0.4e-5" ixy="1e-7"/></inertial>
          <collision><origin xyz="0 0 0.02"/>
            <geometry><mesh filename="tip.stl" scale="0.01 0.01 0.04"/></geometry></collision>
        </link>
        <joint name="bend" type="revolute"><origin xyz="0.1 0 0" rpy="0.3 1.5707963 -0.2"/>
          <parent link="base"/><child link="tip"/><axis xyz="0 1 0"/>
          <limit lower="-0.1" upper="1.4" effort="0.8" velocity="5"/>
          <dynamics damping="0.01"/></joint>
      </robot>
      """;

  @TempDir private Path temp;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int dextwin(String... words) {
    return CommandTree.execute(
        new Environment(new PrintWriter(out), new PrintWriter(err), false, 80, temp), words);
  }

  private void writeFinger() throws Exception {
    Files.writeString(temp.resolve("finger.urdf"), FINGER);
    MeshWriter.write(temp.resolve("tip.stl"), MeshShapes.box(1, 1, 1));
  }

  @Test
  void robotSurvivesTheWayToMjcfAndBack() throws Exception {
    writeFinger();

    assertThat(dextwin("convert", "finger.urdf", "finger.xml")).as(err.toString()).isZero();
    assertThat(out.toString()).isEqualTo("finger.xml\n");
    assertThat(err.toString())
        .contains("'world' is called 'finger-base'", "effort", "convex hulls");
    assertThat(dextwin("convert", "finger.xml", "back.urdf")).as(err.toString()).isZero();

    RobotModel before = UrdfReader.read(temp.resolve("finger.urdf")).model();
    RobotModel mjcf = MjcfReader.read(temp.resolve("finger.xml")).model();
    RobotModel after = UrdfReader.read(temp.resolve("back.urdf")).model();
    for (RobotModel robot : new RobotModel[] {mjcf, after}) {
      assertThat(robot.name()).isEqualTo("finger");
      assertThat(robot.link("tip").mass().orElseThrow().mass()).isEqualTo(0.05);
      assertThat(robot.link("tip").colliders()).hasSize(1);
      Joint bend = robot.movingJoints().get(0);
      Joint expected = before.movingJoints().get(0);
      assertThat(bend.name()).isEqualTo("bend");
      assertThat(bend.lower()).isEqualTo(expected.lower());
      assertThat(bend.upper()).isEqualTo(expected.upper());
      assertThat(bend.damping()).isEqualTo(expected.damping());
      assertThat(bend.position().distanceTo(expected.position())).isLessThan(1e-12);
      assertThat(Math.abs(bend.rotation().inverse().times(expected.rotation()).w()))
          .isGreaterThan(1 - 1e-12);
    }
    assertThat(UrdfReader.read(temp.resolve("back.urdf")).motors().get("bend"))
        .isEqualTo(new UrdfRobot.Motor(Optional.of(0.8), Optional.of(5.0)));
    assertThat(temp.resolve("back-meshes/mesh-1.obj")).isNotEmptyFile();
  }

  @Test
  void contentTellsTheFormatOfTheRobot() throws Exception {
    writeFinger();
    Files.move(temp.resolve("finger.urdf"), temp.resolve("finger.xml"));

    assertThat(dextwin("convert", "finger.xml", "same.urdf")).as(err.toString()).isZero();
    assertThat(UrdfReader.read(temp.resolve("same.urdf")).model().name()).isEqualTo("finger");
  }

  @Test
  void whatIsWrongEndsWithTwoAndWritesNothing() throws Exception {
    Files.writeString(temp.resolve("finger.urdf"), FINGER);
    Files.writeString(temp.resolve("page.xml"), "<html/>");

    assertRefused("none.urdf: no such file", "none.urdf", "out.xml");
    assertRefused("<html>", "page.xml", "out.xml");
    assertRefused("out.txt: its ending names no format", "finger.urdf", "out.txt");
    assertRefused("is the robot itself", "finger.urdf", "./finger.urdf");
    assertThat(temp.resolve("finger.xml")).doesNotExist();
    assertThat(temp.resolve("out.xml")).doesNotExist();
  }

  @Test
  void withoutItsMeshesARobotIsConvertedUnlessTheyAreRequired() throws Exception {
    Files.writeString(temp.resolve("finger.urdf"), FINGER);

    assertThat(dextwin("convert", "finger.urdf", "finger.xml", "--require-meshes")).isEqualTo(2);
    assertThat(err.toString())
        .contains("finger.urdf:10: <mesh>: found no mesh 'tip.stl'")
        .contains("name the folder of its package")
        .doesNotContain("Exception");
    assertThat(temp.resolve("finger.xml")).doesNotExist();
    assertThat(dextwin("convert", "finger.urdf", "finger.xml")).isZero();
    assertThat(err.toString())
        .contains(
            "finger.urdf:10: a collision mesh is not there", "its collision shape is left out");
    assertThat(MjcfReader.read(temp.resolve("finger.xml")).model().link("tip").colliders())
        .isEmpty();
  }

  @Test
  void whatMovesWithoutMassGetsSome() throws Exception {
    Files.writeString(
        temp.resolve("finger.urdf"),
        FINGER
            .replaceAll("(?s)<inertial>.*</inertial>", "")
            .replaceAll("(?s)<mesh.*?/>", "<box size='0.01 0.01 0.04'/>"));

    assertThat(dextwin("convert", "finger.urdf", "finger.xml")).as(err.toString()).isZero();
    assertThat(err.toString()).contains("joints [bend] move links without mass", "1000.0 kg/m^3");
    assertThat(MjcfReader.read(temp.resolve("finger.xml")).model().link("tip").mass())
        .hasValueSatisfying(mass -> assertThat(mass.mass()).isCloseTo(0.004, within(1e-9)));
  }

  @Test
  void meshesAreFoundInPackages() throws Exception {
    writeFinger();
    Files.createDirectories(temp.resolve("ws/tips"));
    Files.move(temp.resolve("tip.stl"), temp.resolve("ws/tips/tip.stl"));
    Files.writeString(
        temp.resolve("finger.urdf"), FINGER.replace("tip.stl", "package://tips/tip.stl"));

    assertThat(dextwin("convert", "finger.urdf", "finger.xml", "--require-meshes")).isEqualTo(2);
    assertThat(
            dextwin("convert", "finger.urdf", "finger.xml", "--require-meshes", "--packages", "ws"))
        .as(err.toString())
        .isZero();
  }

  @Test
  void placesThatCannotBeWrittenAreNamed() throws Exception {
    writeFinger();

    assertRefused("cannot be written: there is no folder", "finger.urdf", "nowhere/finger.xml");
    Files.createDirectory(temp.resolve("taken.xml"));
    assertThat(dextwin("convert", "finger.urdf", "taken.xml")).isEqualTo(1);
    assertThat(err.toString()).contains("taken.xml: cannot be written:").doesNotContain("\tat ");
  }

  private void assertRefused(String message, String... files) {
    err.getBuffer().setLength(0);
    assertThat(dextwin("convert", files[0], files[1])).as(err.toString()).isEqualTo(2);
    assertThat(err.toString()).contains(message).doesNotContain("Exception");
  }
}
