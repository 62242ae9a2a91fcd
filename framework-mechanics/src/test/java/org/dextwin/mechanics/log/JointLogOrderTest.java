package org.dextwin.mechanics.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.JointLog;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs whose joints are numbered in one of several orders. */
class JointLogOrderTest {

  private static final String ROWS =
      """
      timestamp,position_0,position_1,position_2,velocity_0,velocity_1,velocity_2,effort_0,effort_1,effort_2
      1,10,11,12,20,21,22,30,31,32
      """;

  /** Kinematic order a, b, c; motors b, a, c; Isaac lists c, b, a. */
  private static final RobotModel ROBOT =
      robot(List.of("b", "a", "c"), List.of(new JointOrder("r-isaac", List.of("c", "b", "a"))));

  @TempDir private Path folder;

  private static RobotModel robot(List<String> motors, List<JointOrder> orders) {
    return new RobotModel(
        "r",
        "base",
        List.of(link("base"), link("a"), link("b"), link("c")),
        List.of(joint("base", "a"), joint("a", "b"), joint("b", "c")),
        motors.stream().map(it -> new Actuator(it + "-motor", it, 1, 0, 1, 1)).toList(),
        orders);
  }

  private static Link link(String name) {
    return new Link(name, Optional.empty(), List.of());
  }

  private static Joint joint(String parent, String child) {
    return new Joint(
        child,
        Joint.Type.REVOLUTE,
        parent,
        child,
        Vec3.ZERO,
        Quat.IDENTITY,
        Vec3.Z,
        -1,
        1,
        0,
        0,
        0);
  }

  private static JointColumns ordered(String order) {
    return new JointColumns(
        "timestamp", "position_{}", "velocity_{}", "effort_{}", 0, Optional.of(order));
  }

  private JointLog read(String text, JointColumns columns, RobotModel robot) throws IOException {
    Path file = Files.writeString(folder.resolve("joints.csv"), text);
    return new JointLogReader(columns, robot).read(file).log();
  }

  private void assertRefused(String text, JointColumns columns, String... words)
      throws IOException {
    Path file = Files.writeString(folder.resolve("joints.csv"), text);
    assertThatThrownBy(() -> new JointLogReader(columns, ROBOT).read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("joints.csv:")
        .hasMessageContainingAll(words);
  }

  @Test
  void declaredOrdersAreBroughtIntoThatOfTheMotors() throws IOException {
    for (String name : List.of("isaac", "r-isaac")) {
      JointLog log = read("# joint-order: " + name + "\n" + ROWS, JointColumns.DREX, ROBOT);

      assertThat(log.order()).isEqualTo(ROBOT.motorOrder());
      // position_0 is c, position_1 is b, position_2 is a
      assertThat(log.position(0, log.order().indexOf("c"))).isEqualTo(10);
      assertThat(log.position(0, log.order().indexOf("b"))).isEqualTo(11);
      assertThat(log.position(0, log.order().indexOf("a"))).isEqualTo(12);
      assertThat(log.velocity(0, log.order().indexOf("a"))).isEqualTo(22);
      assertThat(log.effort(0, log.order().indexOf("a"))).isEqualTo(32);
    }
    JointLog log = read(ROWS, ordered("kinematic"), ROBOT);
    assertThat(log.position(0, log.order().indexOf("a"))).isEqualTo(10);
    assertThat(log.position(0, log.order().indexOf("b"))).isEqualTo(11);
  }

  @Test
  void undeclaredOrderIsRefusedWhereItMatters() throws IOException {
    assertRefused(
        ROWS, JointColumns.DREX, "does not say in which order", "r-isaac", "order = motor");
    RobotModel plain = robot(List.of("a", "b", "c"), List.of());
    assertThat(read(ROWS, JointColumns.DREX, plain).position(0, 0)).isEqualTo(10);
  }

  @Test
  void unknownAndContradictingOrdersAreRefused() throws IOException {
    assertRefused(
        "# joint-order: gym\n" + ROWS, JointColumns.DREX, ":1:", "'gym'", "r-motor", "r-isaac");
    assertRefused(ROWS, ordered("gym"), "configuration", "'gym'", "r-isaac");
    assertRefused(
        "# joint-order: isaac\n" + ROWS,
        ordered("motor"),
        ":1: declares the joint order 'r-isaac'",
        "'r-motor'");
    assertThat(read("# joint-order: isaac\n" + ROWS, ordered("r-isaac"), ROBOT).size()).isOne();
    assertRefused("# recorded on Monday\n" + ROWS, JointColumns.DREX, ":1:", "# joint-order:");
    assertRefused("# joint-order: isaac\n", JointColumns.DREX, "header");
  }

  @Test
  void writersMayDeclareTheOrder() throws IOException {
    JointLog log = read("# joint-order: isaac\n" + ROWS, JointColumns.DREX, ROBOT);
    Path file = folder.resolve("declared.csv");
    JointLogWriter.declaring(JointColumns.DREX).write(file, log);

    assertThat(Files.readString(file)).startsWith("# joint-order: r-motor\r\ntimestamp,");
    JointLog back = new JointLogReader(JointColumns.DREX, ROBOT).read(file).log();
    assertThat(back.order()).isEqualTo(log.order());
    for (int joint = 0; joint < 3; joint++) {
      assertThat(back.position(0, joint)).isEqualTo(log.position(0, joint));
    }
    JointOrder other = new JointOrder("other-motor", List.of("a", "b", "c"));
    assertThatThrownBy(() -> new JointLogReader(JointColumns.DREX, other).read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'r-motor'; expected 'other-motor'");
  }
}
