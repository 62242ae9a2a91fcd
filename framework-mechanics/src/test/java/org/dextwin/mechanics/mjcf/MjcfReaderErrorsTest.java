package org.dextwin.mechanics.mjcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is told with its line, and nothing outside of its folder is read. */
class MjcfReaderErrorsTest {

  @TempDir Path outside;

  private Path write(String text) throws IOException {
    Path folder = Files.createDirectories(outside.resolve("model"));
    return Files.writeString(folder.resolve("model.xml"), text);
  }

  private void assertRefused(String text, String... words) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> MjcfReader.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("model.xml:")
        .hasMessageContainingAll(words);
  }

  /** Each model has its mistake in the second line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<joint axis='0 0 NaN'/> | axis holds 'NaN'",
        "<joint axis='0 0'/> | 2 numbers; expected 3",
        "<joint axis='0 0 0'/> | no length",
        "<joint range='2 1'/> | expected a smaller and a larger",
        "<joint limited='true'/> | range is ''",
        "<joint limited='maybe'/> | expected true or false or auto",
        "<joint damping='-1'/> | expected 0 or more",
        "<joint type='ball'/> | use three hinges",
        "<joint type='free'/> | free joint",
        "<freejoint/> | free joint",
        "<joint class='none'/> | expected one of [main]",
        "<joint stifness='1'/> | does not know; expected one of [actuatorfrclimited,",
        "<geom type='blob'/> | type is 'blob'",
        "<geom type='box' size='1 1'/> | type box",
        "<geom type='mesh'/> | found no mesh",
        "<geom type='mesh' mesh='m'/> | expected one of the assets []",
        "<geom size='1' fromto='0 0 0 0 0 1'/> | found fromto on a sphere",
        "<geom type='capsule' size='1' fromto='0 0 0 0 0 0'/> | of length 0",
        "<geom size='1' quat='0 0 0 0'/> | of no length",
        "<geom size='1' quat='1 0 0 0' euler='0 0 0'/> | expected one of them",
        "<inertial pos='0 0 0' mass='1'/> | found no inertia",
        "<inertial pos='0 0 0' mass='1' diaginertia='1 1 -1'/> | not positive definite",
        "<inertial mass='1' diaginertia='1 1 1'/> | found no pos",
        "<replicate count='3'/> | which is not read",
        "<gem size='1'/> | which is not read",
        "<body name='inner'/> | found a second body 'inner'",
        "<include file='none.xml'/> | none.xml: no such file",
        "<include/> | found no file",
        "<include file='../secret.xml'/> | outside of the model's folder",
        "<include file='/etc/passwd'/> | outside of the model's folder",
        "<include file='model.xml'/> | a second time",
      })
  void mistakesInABodyAreToldWithTheirLine(String content, String words) throws IOException {
    Files.writeString(outside.resolve("secret.xml"), "<mujocoinclude/>");
    Path file =
        write(
            "<mujoco><worldbody><body name='root'><body name='inner'>\n"
                + content
                + "\n</body></body></worldbody></mujoco>");
    assertThatThrownBy(() -> MjcfReader.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(words.strip())
        .satisfies(
            it -> {
              if (!words.contains("no such file")) {
                assertThat(it).hasMessageContaining("model.xml:2: ");
              }
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<compiler angle='grad'/> | expected radian or degree",
        "<compiler eulerseq='xyw'/> | eulerseq is 'xyw'",
        "<compiler coordinate='global'/> | local coordinates",
        "<compiler settotalmass='3'/> | settotalmass",
        "<compiler autolimits='yes'/> | expected true or false",
        "<default><default><joint/></default></default> | found no class",
        "<default><default class='a'/><default class='a'/></default> | a second time",
        "<asset><mesh name='a'/></asset> | second mesh 'a'",
        "<asset><mesh/></asset> | found no file",
        "<worlds/> | does not know",
        "<actuator><position joint='none'/></actuator> | expected one of [j]",
        "<actuator><position joint='j' class='none'/></actuator> | default class 'none'",
        "<actuator><position joint='j' kp='many'/></actuator> | kp holds 'many'",
        "<actuator><position joint='j' forcerange='0 1'/></actuator> | no force on one side",
      })
  void mistakesBesideTheBodiesAreToldWithTheirLine(String content, String words)
      throws IOException {
    assertRefused(
        "<mujoco><asset><mesh name='a' file='a.stl'/></asset>\n"
            + content
            + "\n<worldbody><body><body><joint name='j'/></body></body></worldbody></mujoco>",
        words.strip(),
        "model.xml:2: ");
  }

  @Test
  void filesOfOtherKindsAreRefused() throws IOException {
    assertRefused("<robot name='a'/>", "expected <mujoco>");
    assertRefused("<mujoco/>", "<worldbody>");
    assertRefused("<mujoco><worldbody/></mujoco>", "found no body");
    assertRefused("<mujoco><worldbody>", "expected well-formed XML");
    assertRefused("<!DOCTYPE mujoco><mujoco/>", "DOCTYPE");
  }

  @Test
  void aRangeThatLimitsInOneVersionAndNotInAnotherMustBeExplicit() throws IOException {
    assertRefused(
        "<mujoco><compiler autolimits='false'/><worldbody><body><body>\n<joint range='-1 1'/>"
            + "</body></body></worldbody></mujoco>",
        "model.xml:2: ",
        "limited=\"true\"");
  }

  @Test
  void linksOutOfTheFolderAreNotFollowed() throws IOException {
    Path secret = Files.writeString(outside.resolve("secret.xml"), "<mujocoinclude/>");
    Path file = write("<mujoco><worldbody><include file='link.xml'/><body/></worldbody></mujoco>");
    Files.createSymbolicLink(file.resolveSibling("link.xml"), secret);
    assertThatThrownBy(() -> MjcfReader.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("outside of the model's folder");
  }

  @Test
  void deepTreesAreRefusedWithoutExhaustingTheStack() throws IOException {
    assertRefused("<mujoco><worldbody>" + "<body>".repeat(100_000), "inside each other");
  }

  @Test
  void meshesOutsideOfTheFolderAreNotRead() throws IOException {
    assertRefused(
        "<mujoco><compiler meshdir='..'/><asset>\n<mesh name='m' file='m.stl'/></asset><worldbody>"
            + "<body><geom type='mesh' mesh='m'/></body></worldbody></mujoco>",
        "model.xml:2: ",
        "outside of the model's folder");
  }
}
