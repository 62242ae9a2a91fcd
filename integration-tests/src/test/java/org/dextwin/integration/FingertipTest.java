package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.robot.Hand;
import org.dextwin.mechanics.ik.IkOptions;
import org.dextwin.mechanics.ik.IkSolution;
import org.dextwin.mechanics.ik.IkTarget;
import org.dextwin.mechanics.ik.InverseKinematics;
import org.dextwin.mechanics.kinematics.JointRanges;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All fingertips of a hand are brought at once to where some joint positions have them. */
class FingertipTest {

  private static final int COUNT = 60;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"leap", "allegro"})
  void tipsOfAHandAreReached(String type) throws IOException {
    try (OpenAssembly parts = OpenAssembly.of("hand { type = " + type + " }", folder)) {
      Hand hand = parts.get(Hand.class, "hand");
      assertReached(hand.model().robot(), hand.model().fingers());
    }
  }

  @Test
  void tipsAreReachedWithTheArm() throws IOException {
    String config = "arm { type = franka, tool = hand }, hand { type = leap }";
    try (OpenAssembly parts = OpenAssembly.of(config, folder)) {
      Arm arm = parts.get(Arm.class, "arm");
      assertReached(arm.model().robot(), arm.model().fingers());
    }
  }

  private static void assertReached(RobotModel robot, List<Finger> fingers) {
    KinematicTree tree = new KinematicTree(robot);
    JointRanges ranges = new JointRanges(robot);
    SplittableRandom random = new SplittableRandom(5);
    LinkPoses poses = tree.newPoses();
    Pose base = Pose.inWorld(robot.root(), Vec3.ZERO, Quat.IDENTITY);
    InverseKinematics ik = new InverseKinematics(tree, base, IkOptions.DEFAULT);
    double[] middle = new double[ranges.size()];
    for (int i = 0; i < middle.length; i++) {
      middle[i] = ranges.middle(i, 0);
    }
    int solved = 0;
    for (int k = 0; k < COUNT; k++) {
      tree.forward(ranges.draw(random), 0, poses);
      List<Vec3> tips = fingers.stream().map(finger -> tip(tree, poses, finger)).toList();
      IkSolution solution =
          ik.solve(
              fingers.stream()
                  .map(finger -> IkTarget.ofTip(finger, tips.get(fingers.indexOf(finger))))
                  .toList(),
              new JointVector(tree.order(), middle));
      if (solution.isSolved()) {
        solved++;
        tree.forward(solution.positions(), poses);
        for (int i = 0; i < tips.size(); i++) {
          assertThat(tip(tree, poses, fingers.get(i)).distanceTo(tips.get(i)))
              .as("distance of the tip of '%s' [m]", fingers.get(i).name())
              .isLessThan(1e-4);
        }
      }
    }
    assertThat(fingers).hasSize(4);
    assertThat(solved).as("solved of %d", COUNT).isGreaterThan((int) (0.98 * COUNT));
  }

  private static Vec3 tip(KinematicTree tree, LinkPoses poses, Finger finger) {
    return poses.point(tree.linkIndex(finger.tipLink()), finger.tip());
  }
}
