package org.dextwin.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.junit.jupiter.api.Test;

class RobotModelTest {

  private static Link link(String name) {
    return new Link(name, Optional.empty(), List.of());
  }

  private static Joint joint(String name, String parent, String child) {
    return new Joint(
        name, Joint.Type.REVOLUTE, parent, child, Vec3.ZERO, Quat.IDENTITY, Vec3.Z, -1, 1, 0, 0, 0);
  }

  private static RobotModel robot(List<Link> links, List<Joint> joints) {
    return new RobotModel("robot", "base", links, joints, List.of());
  }

  @Test
  void knowsItsOrders() {
    RobotModel robot =
        new RobotModel(
            "robot",
            "base",
            List.of(link("base"), link("a"), link("b")),
            List.of(joint("j1", "base", "a"), joint("j2", "a", "b")),
            List.of(new Actuator("m2", "j2", 1, 0, 1, 1), new Actuator("m1", "j1", 1, 0, 1, 1)));

    assertThat(robot.kinematicOrder().joints()).containsExactly("j1", "j2");
    assertThat(robot.motorOrder().joints()).containsExactly("j2", "j1");
  }

  private static RobotModel withOrder(JointOrder order) {
    return new RobotModel(
        "robot",
        "base",
        List.of(link("base"), link("a"), link("b")),
        List.of(joint("j1", "base", "a"), joint("j2", "a", "b")),
        List.of(),
        List.of(order));
  }

  @Test
  void findsOrdersByTheirFullOrShortName() {
    JointOrder isaac = new JointOrder("robot-isaac", List.of("j2", "j1"));
    RobotModel robot = withOrder(isaac);

    assertThat(robot.jointOrder("isaac")).isEqualTo(isaac);
    assertThat(robot.jointOrder("robot-isaac")).isEqualTo(isaac);
    assertThat(robot.jointOrder("kinematic")).isEqualTo(robot.kinematicOrder());
    assertThatThrownBy(() -> robot.jointOrder("gym"))
        .hasMessageContaining("no joint order 'gym'")
        .hasMessageContaining("robot-isaac");
  }

  @Test
  void foreignOrdersListAllMovingJoints() {
    assertThatThrownBy(() -> withOrder(new JointOrder("robot-isaac", List.of("j2"))))
        .hasMessageContaining("'robot-isaac' lists [j2]")
        .hasMessageContaining("[j1, j2]");
    assertThatThrownBy(() -> withOrder(new JointOrder("robot-motor", List.of("j2", "j1"))))
        .hasMessageContaining("two joint orders 'robot-motor'");
  }

  @Test
  void handsAndArmsNameFramesOfTheirRobot() {
    RobotModel robot = withOrder(new JointOrder("robot-isaac", List.of("j2", "j1")));

    assertThatThrownBy(() -> new ArmModel(robot, "wrist")).hasMessageContaining("no link 'wrist'");
    assertThatThrownBy(
            () ->
                new HandModel(
                    robot, HandModel.Side.LEFT, List.of(), Pose.identity("a", HandModel.MOUNT)))
        .hasMessageContaining("'mount' in 'a'");
    assertThat(new HandModel(robot, HandModel.Side.LEFT, List.of()).mount())
        .isEqualTo(Pose.identity("base", HandModel.MOUNT));
    assertThat(new ArmModel(robot, "b").armJoints()).containsExactly("j1", "j2");
    assertThat(new ArmModel(robot, "b").fingers()).isEmpty();
  }

  @Test
  void refusesWhatIsNoTree() {
    assertThatThrownBy(() -> robot(List.of(link("base"), link("a")), List.of()))
        .hasMessage("link 'a' of robot 'robot' hangs on nothing");
    assertThatThrownBy(
            () ->
                robot(
                    List.of(link("base"), link("a"), link("b")),
                    List.of(joint("j1", "a", "b"), joint("j2", "base", "a"))))
        .hasMessageContaining("hangs on 'a', which no earlier joint carries");
    assertThatThrownBy(
            () ->
                robot(
                    List.of(link("base"), link("a")),
                    List.of(joint("j1", "base", "a"), joint("j2", "base", "a"))))
        .hasMessageContaining("already carried");
    assertThatThrownBy(() -> robot(List.of(link("base")), List.of(joint("j1", "base", "ghost"))))
        .hasMessageContaining("which is no link");
    assertThatThrownBy(() -> robot(List.of(link("base"), link("base")), List.of()))
        .hasMessageContaining("two links 'base'");
    assertThatThrownBy(() -> robot(List.of(link("a")), List.of()))
        .hasMessageContaining("no root link 'base'");
  }

  @Test
  void massPropertiesFollowTheParallelAxisTheorem() {
    MassProperties ball =
        new MassProperties(2, Vec3.ZERO, SymmetricMatrix3.diagonal(0.1, 0.1, 0.1));
    MassProperties left = ball.inFrame(new Vec3(-1, 0, 0), Quat.IDENTITY);
    MassProperties right = ball.inFrame(new Vec3(1, 0, 0), Quat.IDENTITY);

    MassProperties dumbbell = left.plus(right);

    assertThat(dumbbell.mass()).isEqualTo(4);
    assertThat(dumbbell.centerOfMass()).isEqualTo(Vec3.ZERO);
    assertThat(dumbbell.inertia().xx()).isEqualTo(0.2);
    assertThat(dumbbell.inertia().zz()).isEqualTo(4.2);
    assertThat(dumbbell.withMass(8).inertia().zz()).isEqualTo(8.4);
  }

  @Test
  void scenesRefuseDoubleNamesStrayPairsAndWrongFrames() {
    Material material = new Material(0.5, 1000, 1);
    SceneBody table =
        SceneBody.fixed("table", List.of(), material, Pose.identity(Pose.WORLD, "table"));

    assertThatThrownBy(() -> new Scene("s", Vec3.ZERO, List.of(table, table), List.of(), List.of()))
        .hasMessageContaining("two things named 'table'");
    assertThatThrownBy(
            () ->
                new Scene(
                    "s",
                    Vec3.ZERO,
                    List.of(table),
                    List.of(),
                    List.of(new ContactPair("table", "box", material))))
        .hasMessageContaining("names nothing of the scene");
    assertThatThrownBy(
            () ->
                new SceneBody(
                    "box",
                    Optional.empty(),
                    List.of(),
                    material,
                    Pose.identity("camera", "box"),
                    Twist.zero(Pose.WORLD, "box")))
        .hasMessageContaining("expected frame 'world', found 'camera'");
  }
}
