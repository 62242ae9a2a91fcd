package org.dextwin.robot.urdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.TestComponentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrdfArmTest {

  @TempDir Path folder;

  private static final Path SIX_AXIS = Robots.file("six-axis.urdf");

  private static ArmModel arm(Path file, Map<String, Object> keys) {
    UrdfArmProvider provider = new UrdfArmProvider();
    Map<String, Object> block = new HashMap<>(keys);
    block.put("model", file.toString());
    MapSettings settings = MapSettings.ofProvider("arm", Map.of(), "urdf", block);
    UrdfArmConfig config = provider.configure(settings);
    assertThat(settings.problems()).isEmpty();
    try (TestComponentContext context = new TestComponentContext(1);
        Arm arm = provider.create(config, context)) {
      return arm.model();
    }
  }

  /** The golden value of the UR5e, whose kinematics the file has. */
  @Test
  void flangeIsWhereTheTableHasIt() {
    ArmModel arm = arm(SIX_AXIS, Map.of());
    KinematicTree tree = new KinematicTree(arm.robot());
    LinkPoses poses = tree.newPoses();
    tree.forward(new double[6], 0, poses);

    assertThat(arm.flange()).isEqualTo("flange");
    assertThat(
            poses.position(tree.linkIndex("flange")).distanceTo(new Vec3(-0.8172, -0.2329, 0.0628)))
        .isLessThan(1e-5);
  }

  @Test
  void servosAreStiffAsAnArms() {
    Actuator servo = arm(SIX_AXIS, Map.of()).robot().actuators().get(0);

    assertThat(servo.torqueLimit()).isEqualTo(150);
    assertThat(servo.kp()).isEqualTo(7500);
    assertThat(servo.kd()).isEqualTo(750);
  }

  @Test
  void flangeMayBeNamedAndTheChainCut() {
    assertThat(arm(SIX_AXIS, Map.of("flange", "link4")).flange()).isEqualTo("link4");
    ArmModel cut = arm(SIX_AXIS, Map.of("without", List.of("link5"), "base", "link1"));
    assertThat(cut.armJoints()).containsExactly("axis2", "axis3", "axis4");
    assertThat(cut.flange()).isEqualTo("link4");
    assertThatThrownBy(() -> arm(SIX_AXIS, Map.of("flange", "wrist")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'wrist'")
        .hasMessageContaining("link6");
  }

  @Test
  void branchingChainsNeedAFlange() {
    Path hand = Robots.file("tripod.urdf");

    assertThatThrownBy(() -> arm(hand, Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("branches at link 'palm'")
        .hasMessageContaining("flange = \"palm\"")
        .hasMessageContaining("without = [thumb_base_link");
  }

  @Test
  void framesOfRosAreFollowedToTheToolFlange() {
    ArmModel arm = arm(Robots.file("frames-arm.urdf"), Map.of());

    assertThat(arm.armJoints()).hasSize(6).startsWith("shoulder_joint");
    assertThat(arm.flange()).isEqualTo("flange");
    assertThat(arm.robot().root()).isEqualTo("world");
  }

  /** Wheels on a base that moves in the plane, and a load that floats. */
  @Test
  void theLongestOfUnequalBranchesIsTheArm() {
    ArmModel arm = arm(Robots.file("mobile-arm.urdf"), Map.of());

    assertThat(arm.flange()).isEqualTo("arm6");
    assertThat(arm.armJoints()).hasSize(8).startsWith("left_wheel_joint");
    ArmModel bare =
        arm(
            Robots.file("mobile-arm.urdf"),
            Map.of("without", List.of("left_wheel", "right_wheel", "payload")));
    assertThat(bare.armJoints()).hasSize(6).startsWith("arm_j1");
  }

  @Test
  void whatIsBehindAnArmAndShorterIsItsGripper() throws IOException {
    String text = Files.readString(SIX_AXIS);
    String finger =
        """
        <link name='%1$s'><inertial><mass value='0.1'/></inertial></link>
        <joint name='%1$s_joint' type='prismatic'><parent link='link6'/><child link='%1$s'/>
        <limit lower='0' upper='0.04'/></joint>
        """;
    Path file =
        Files.writeString(
            folder.resolve("gripper.urdf"),
            text.replace(
                "</robot>", finger.formatted("left") + finger.formatted("right") + "</robot>"));

    assertThat(arm(file, Map.of()).flange()).isEqualTo(arm(SIX_AXIS, Map.of()).flange());
  }
}
