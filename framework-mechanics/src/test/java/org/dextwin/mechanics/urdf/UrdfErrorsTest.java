package org.dextwin.mechanics.urdf;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.format.MeshWriter;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is told with its line, and nothing outside of its folder is read. */
class UrdfErrorsTest {

  private static final String TWO = "<link name='a'/><link name='b'/>";

  @TempDir Path outside;

  private Path write(String name, String text) throws IOException {
    Path folder = Files.createDirectories(outside.resolve("robot"));
    return Files.writeString(folder.resolve(name), text);
  }

  private void assertRefused(String text, int line, String... words) throws IOException {
    Path file = write("robot.urdf", text);
    assertThatThrownBy(() -> UrdfReader.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("robot.urdf:" + line + ":")
        .hasMessageContainingAll(words);
  }

  /** What a joint between a and b says, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hinge      | | found the type 'hinge'; expected revolute",
        "revolute   | | found no <limit>; expected <limit lower",
        "revolute   | <limit effort='1' velocity='1'/> | found neither lower nor upper",
        "prismatic  | <limit effort='1' velocity='1'/> | found neither lower nor upper",
        "revolute   | <limit lower='2' upper='1'/> | lower is 2.0 and upper 1.0; expected lower",
        "revolute   | <limit lower='x' upper='1'/> | lower holds 'x'; expected a finite number",
        "revolute   | <limit lower='NaN' upper='1'/> | lower holds 'NaN'",
        "continuous | <axis xyz='0 0 0'/> | no length; expected a direction",
        "continuous | <axis xyz='0 0'/> | 2 numbers; expected 3",
        "continuous | <origin rpy='0 0 inf'/> | rpy holds 'inf'",
        "continuous | <dynamics damping='-1'/> | negative damping",
        "continuous | <mimic joint='c'/> | mimics 'c'; expected another of the joints",
        "continuous | <mimic joint='j'/> | mimics 'j'; expected another",
        "continuous | <origin/><origin/> | second origin",
        "fixed      | <parent link='a'/> | second <parent>",
      })
  void jointsAreChecked(String type, String rest, String words) throws IOException {
    assertRefused(
        "<robot name='r'>"
            + TWO
            + "\n<joint name='j' type='"
            + type
            + "'><parent link='a'/><child link='b'/>"
            + (rest == null ? "" : rest)
            + "</joint></robot>",
        2,
        words);
  }

  /** What a link says, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<inertial><mass value='-1'/><inertia ixx='1' iyy='1' izz='1'/></inertial> | mass is -1.0",
        "<inertial><mass/><inertia ixx='1' iyy='1' izz='1'/></inertial> | found no value; expected",
        "<inertial><inertia ixx='1' iyy='1' izz='1'/></inertial> | found no <mass>; expected one",
        "<inertial><mass value='1'/><inertia ixx='1' iyy='1'/></inertial> | found no izz; expected",
        "<inertial/><inertial/> | second inertial",
        "<collision/> | found no <geometry>; expected one",
        "<collision><geometry/></collision> | found 0 shapes; expected one of box",
        "<collision><geometry><cone/></geometry></collision> | does not know; expected box",
        "<collision><geometry><box/></geometry></collision> | found no size",
        "<collision><geometry><box size='1 -1 1'/></geometry></collision> | must be positive",
        "<collision><geometry><sphere radius='0'/></geometry></collision> | must be positive",
        "<collision><geometry><mesh/></geometry></collision> | found no filename",
        "<collision><geometry><mesh filename='no.stl'/></geometry></collision> | found no mesh",
        "<collision><geometry><mesh filename='../o.stl'/></geometry></collision> | outside of the",
        "<collision><geometry><mesh filename='/o.stl'/></geometry></collision> | outside of the",
        "<collision><geometry><mesh filename='file:///o.stl'/></geometry></collision> | outside",
        "<collision><geometry><mesh filename='package://p/no.stl'/></geometry></collision> | no mesh",
        "<collision><geometry><mesh filename='package://p/../../o.stl'/></geometry></collision>"
            + " | outside of the",
        "<collision><geometry><mesh filename='m.stl' scale='1 0 1'/></geometry></collision> | scale",
        "<collision><geometry><mesh filename='m.dae'/></geometry></collision> | expected OBJ, STL",
      })
  void linksAreChecked(String content, String words) throws IOException {
    MeshWriter.write(outside.resolve("o.stl"), MeshShapes.box(1, 1, 1));
    Files.createDirectories(outside.resolve("robot"));
    MeshWriter.write(outside.resolve("robot/m.stl"), MeshShapes.box(1, 1, 1));
    Files.writeString(outside.resolve("robot/m.dae"), "<COLLADA/>");
    assertRefused("<robot name='r'>\n<link name='a'>" + content + "</link></robot>", 2, words);
  }

  @Test
  void treesAreChecked() throws IOException {
    String joint = "<joint name='%s' type='fixed'><parent link='%s'/><child link='%s'/></joint>";
    assertRefused("<robot name='r'>\n</robot>", 1, "found no <link>");
    assertRefused(
        "<robot name='r'><link name='a'/>\n<link name='a'/></robot>",
        2,
        "second link 'a'",
        "on line 1");
    assertRefused("<robot name='r'>\n<link/></robot>", 2, "found no name");
    assertRefused("<robot name='r'>" + TWO + "\n</robot>", 1, "2 links that no joint carries");
    String body = "<link name='%s'><inertial><mass value='1'/></inertial></link>";
    assertRefused(
        "<robot name='r'>"
            + TWO
            + joint.formatted("j", "a", "b")
            + "\n"
            + body.formatted("c")
            + "</robot>",
        2,
        "2 links that no joint carries: [a, c]");
    assertRefused(
        "<robot name='r'>" + TWO + "\n" + joint.formatted("j", "a", "c") + "</robot>",
        2,
        "found the link 'c'; expected one of [a, b]");
    assertRefused(
        "<robot name='r'>"
            + TWO
            + joint.formatted("j", "a", "b")
            + "\n"
            + joint.formatted("k", "a", "b")
            + "</robot>",
        2,
        "which joint 'j' on line 1 carries already");
    assertRefused(
        "<robot name='r'>\n<link name='x'/>"
            + TWO
            + joint.formatted("j", "a", "b")
            + joint.formatted("k", "b", "a")
            + "</robot>",
        2,
        "loop",
        "[a, b]");
    assertRefused(
        "<robot name='r'>\n"
            + TWO
            + joint.formatted("j", "a", "b")
            + joint.formatted("k", "b", "a")
            + "</robot>",
        2,
        "loop");
  }

  @Test
  void otherLanguagesAreNamed() throws IOException {
    assertRefused("<mujoco/>", 1, "<mujoco>", "expected <robot>");
    assertRefused(
        "<robot name='r' xmlns:xacro='x'>\n<xacro:finger name='index'/></robot>",
        2,
        "<xacro:finger>",
        "xacro FILE.xacro > FILE.urdf");
    assertRefused("<robot name='r'>\n<link name='${prefix}base'/></robot>", 2, "xacro");
    Path file = write("robot.urdf.xacro", "<robot name='r'><link name='a'/></robot>");
    assertThatThrownBy(() -> UrdfReader.read(file)).hasMessageContaining("xacro");
  }

  @Test
  void malformedAndHostileXmlIsRefused() throws IOException {
    assertRefused("<robot name='r'>\n<link name='a'>", 2, "expected well-formed XML");
    assertRefused(
        "<!DOCTYPE robot [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<robot name='&x;'/>",
        1,
        "document type declaration");
    StringBuilder deep = new StringBuilder("<robot name='r'>");
    deep.append("<link>".repeat(100_000));
    assertRefused(deep.toString(), 1, "inside each other");
  }

  @Test
  void linksOutOfTheFolderAreNotFollowed() throws IOException {
    MeshWriter.write(outside.resolve("secret.stl"), MeshShapes.box(1, 1, 1));
    Files.createDirectories(outside.resolve("robot"));
    Files.createSymbolicLink(outside.resolve("robot/m.stl"), outside.resolve("secret.stl"));
    assertRefused(
        "<robot name='r'>\n<link name='a'><collision><geometry><mesh filename='m.stl'/></geometry>"
            + "</collision></link></robot>",
        2,
        "outside of the model's folder");
  }
}
