package org.dextwin.experiments.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.TestComponentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeleoperationTest {

  private static final double SPEED = 2;
  private static final double[] BENT = {0.4, 0.6, 0.4, 0.6};

  @TempDir private Path temp;

  private final DrivenHand hand = new DrivenHand();
  private final Robot robot = Robot.of(hand, hand.driver().orElseThrow());
  private final String joint = robot.order().joints().get(0);
  private final String finger = robot.fingers().get(0).name();

  private Path write(String text) throws IOException {
    return Files.writeString(
        temp.resolve("operator.csv"), text.replace("JOINT", joint).replace("FINGER", finger));
  }

  private Teleoperation follow(String text, double... start) throws IOException {
    TeleoperateConfig config =
        new TeleoperateConfig(
            RobotChoice.HAND,
            new LoopConfig(100, 5),
            Map.of(),
            temp.resolve("operator.csv"),
            SPEED,
            0.2);
    OperatorStream stream = OperatorStream.read(write(text), robot);
    return new Teleoperation(config, robot, stream, start);
  }

  @Test
  void jointsFollowNoFasterThanTheyMay() throws IOException {
    Teleoperation motion = follow("time_s,JOINT\n0,0\n0.05,1\n0.15,1\n0.25,1\n", new double[4]);
    double last = 0;
    for (double t = 0; t <= motion.durationS(); t += 0.01) {
      double[] q = motion.at(t);
      assertThat(q[0] - last).as("step at %s s", t).isBetween(0.0, SPEED * 0.01 + 1e-9);
      assertThat(q[1]).isZero();
      last = q[0];
    }
    assertThat(last).as("arrived after the stream has ended").isCloseTo(1, within(1e-9));
    assertThat(
            motion
                .reported(Item.empty(), JointVector.zero(robot.order()))
                .number("slowed_commands_real_time")
                .orElseThrow())
        .isGreaterThan(10);
  }

  @Test
  void whereTheInputIsLostTheJointsHold() throws IOException {
    Teleoperation motion = follow("time_s,JOINT\n0,0.1\n1,0.2\n1.1,\n1.2,0.3\n", 0.1, 0, 0, 0);
    assertThat(motion.at(0.1)[0]).isEqualTo(0.1);
    assertThat(motion.at(0.6)[0]).as("old").isEqualTo(0.1);
    assertThat(motion.at(1.05)[0]).as("there again").isEqualTo(0.2);
    assertThat(motion.at(1.15)[0]).as("an empty cell").isEqualTo(0.2);
    assertThat(motion.at(1.3)[0]).isEqualTo(0.3);
    assertThat(
            motion
                .reported(Item.empty(), JointVector.zero(robot.order()))
                .number("held_commands_real_time")
                .orElseThrow())
        .isEqualTo(1);
  }

  @Test
  void fingertipsGoWhereTheyAreDisplacedTo() throws IOException {
    Teleoperation motion =
        follow(
            "time_s,FINGER_x_m,FINGER_y_m,FINGER_z_m\n0,0,0.004,-0.003\n0.1,0,0.004,-0.003\n",
            BENT);
    double[] q = BENT;
    for (double t = 0; t < 0.5; t += 0.01) {
      q = motion.at(t);
    }
    // the frame of the mounting face is that of the palm here
    assertThat(tip(q).minus(tip(BENT)).distanceTo(new Vec3(0, 0.004, -0.003)))
        .as("what is left of the displacement [m]")
        .isLessThan(1e-3);
    assertThat(q[2]).as("the other finger").isEqualTo(BENT[2]);
    assertThat(
            motion
                .reported(Item.empty(), JointVector.zero(robot.order()))
                .number("unreached_commands_real_time")
                .orElseThrow())
        .isZero();
  }

  @Test
  void tipsOutOfReachAreCountedAndJointsStayWithinTheirLimits() throws IOException {
    Teleoperation motion =
        follow("time_s,FINGER_x_m,FINGER_y_m,FINGER_z_m\n0,0,5,5\n0.1,0,5,5\n", BENT);
    for (double t = 0; t < 1; t += 0.05) {
      double[] q = motion.at(t);
      for (int i = 0; i < q.length; i++) {
        assertThat(q[i]).isBetween(robot.joints().get(i).lower(), robot.joints().get(i).upper());
      }
    }
    assertThat(
            motion
                .reported(Item.empty(), JointVector.zero(robot.order()))
                .number("unreached_commands_real_time")
                .orElseThrow())
        .isEqualTo(20);
  }

  @Test
  void jointsLeaveALimitThatATipOutOfReachDroveThemTo() throws IOException {
    for (String far : List.of("5,5", "-5,5", "5,-5", "-5,-5", "0,-0.05", "0.05,0", "0,0.05")) {
      StringBuilder stream = new StringBuilder("time_s,FINGER_x_m,FINGER_y_m,FINGER_z_m\n");
      for (int i = 0; i < 30; i++) {
        stream.append("%.1f,0,%s\n".formatted(0.1 * i, i < 10 ? far : "0.004,-0.003"));
      }
      Teleoperation motion = follow(stream.toString(), BENT);
      double[] q = BENT;
      for (double t = 0; t < 3; t += 0.01) {
        q = motion.at(t);
      }
      assertThat(tip(q).minus(tip(BENT)).distanceTo(new Vec3(0, 0.004, -0.003)))
          .as("what is left of the displacement after one by %s [m]", far)
          .isLessThan(1e-3);
    }
  }

  private Vec3 tip(double[] q) {
    KinematicTree tree = new KinematicTree(robot.model());
    int[] toKinematic = robot.order().permutationTo(tree.order());
    double[] kinematic = new double[q.length];
    for (int i = 0; i < q.length; i++) {
      kinematic[i] = q[toKinematic[i]];
    }
    LinkPoses poses = tree.newPoses();
    tree.forward(kinematic, 0, poses);
    Finger first = robot.fingers().get(0);
    return poses.point(tree.linkIndex(first.tipLink()), first.tip());
  }

  @Test
  void forcesNeedADriverThatTakesThem() throws IOException {
    Path file = write("time_s,FINGER_x_m,FINGER_y_m,FINGER_z_m,FINGER_n\n0,0,0,0,1\n");
    TeleoperateProvider provider = new TeleoperateProvider();
    TeleoperateProvider.Configured config =
        provider.configure(MapSettings.of(Map.of("stream", file)));
    try (TestComponentContext context = new TestComponentContext(1).with(Hand.class, hand)) {
      assertThatThrownBy(() -> provider.create(config, context))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("operator.csv: has forces of fingertips");
    }
  }
}
