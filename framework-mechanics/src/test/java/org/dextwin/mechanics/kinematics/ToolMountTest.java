package org.dextwin.mechanics.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;

class ToolMountTest {

  private static final HandModel HAND = new FakeHand(HandModel.Side.RIGHT).model();

  /** One joint, and a flange half a metre out. */
  private static final ArmModel ARM =
      new ArmModel(
          new RobotModel(
              "arm",
              "palm", // as the hand has one
              List.of(link("palm"), link("beam")),
              List.of(
                  new Joint(
                      "left-1", // as the hand has one
                      Joint.Type.REVOLUTE,
                      "palm",
                      "beam",
                      new Vec3(0.5, 0, 0),
                      Quat.IDENTITY,
                      Vec3.Z,
                      -1,
                      1,
                      0,
                      0,
                      0)),
              List.of(new Actuator("left-1-motor", "left-1", 1, 0, 1, 1))),
          "beam");

  private static Link link(String name) {
    return new Link(name, Optional.empty(), List.of());
  }

  private static Pose flange(Vec3 position, Quat rotation) {
    return new Pose("beam", HandModel.MOUNT, position, rotation);
  }

  @Test
  void handMovesWithTheArmAsItMovesAlone() {
    Quat R_HM = Quat.aboutAxis(Vec3.Y, 0.4);
    HandModel hand =
        new HandModel(
            HAND.robot(),
            HAND.side(),
            HAND.fingers(),
            new Pose(HAND.robot().root(), HandModel.MOUNT, new Vec3(0, 0, -0.04), R_HM));
    Pose X_FM = flange(new Vec3(0, 0.1, 0.2), Quat.aboutAxis(Vec3.X, 0.7));
    ArmModel mounted = ToolMount.mount(ARM, hand, X_FM);
    double[] q = {0.3, 0.1, -0.2, 0.5, 1.2};

    KinematicTree tree = new KinematicTree(mounted.robot());
    LinkPoses poses = tree.newPoses();
    tree.forward(q, 0, poses);
    KinematicTree alone = new KinematicTree(hand.robot());
    LinkPoses own = alone.newPoses();
    Pose X_WF = poses.pose(tree.linkIndex("beam"));
    Pose X_FH = X_FM.times(hand.mount().inverse());
    own.setRoot(X_WF.named(Pose.WORLD, "beam").times(X_FH));
    alone.forward(q, 1, own);

    assertThat(mounted.fingers()).hasSize(2);
    for (int i = 0; i < 2; i++) {
      Finger finger = mounted.fingers().get(i);
      Finger before = hand.fingers().get(i);
      assertThat(
              poses
                  .point(tree.linkIndex(finger.tipLink()), finger.tip())
                  .distanceTo(own.point(alone.linkIndex(before.tipLink()), before.tip())))
          .as("tip of %s", finger.name())
          .isLessThan(1e-12);
    }
  }

  @Test
  void jointsAndMotorsOfTheArmComeFirst() {
    ArmModel mounted = ToolMount.mount(ARM, HAND, flange(Vec3.ZERO, Quat.IDENTITY));

    assertThat(mounted.robot().name()).isEqualTo("arm-with-fake-hand");
    assertThat(mounted.robot().kinematicOrder().joints())
        .containsExactly("left-1", "hand/left-1", "hand/left-2", "hand/right-1", "hand/right-2");
    assertThat(mounted.robot().motorOrder().joints())
        .containsExactly("left-1", "hand/right-1", "hand/right-2", "hand/left-1", "hand/left-2");
    assertThat(mounted.armJoints()).containsExactly("left-1");
    assertThat(mounted.fingers().get(0).joints()).containsExactly("hand/right-1", "hand/right-2");
    assertThat(mounted.hand()).contains(HAND);
  }

  @Test
  void oneHandIsEnough() {
    ArmModel mounted = ToolMount.mount(ARM, HAND, flange(Vec3.ZERO, Quat.IDENTITY));

    assertThatThrownBy(() -> ToolMount.mount(mounted, HAND, flange(Vec3.ZERO, Quat.IDENTITY)))
        .hasMessageContaining("carries the hand 'fake-hand' already");
  }
}
