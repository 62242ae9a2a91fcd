package org.dextwin.mechanics.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.junit.jupiter.api.Test;

class HeldJointsTest {

  /** Turns and slides in turn, along slanted axes. */
  private static final RobotModel ROBOT = robot();

  @Test
  void theRestMovesAsTheWholeRobotDoes() {
    Random random = new Random(3);
    KinematicTree tree = new KinematicTree(ROBOT);
    for (int i = 0; i < 20; i++) {
      JointVector q = new JointVector(tree.order(), random.doubles(4, -1, 1).toArray());
      HeldJoints held = new HeldJoints(ROBOT, q, Set.of("j1", "j2"));
      KinematicTree rest = new KinematicTree(held.rest());

      assertThat(rest.order().joints()).containsExactly("j0", "j3");
      assertThat(held.rest().actuators()).extracting(Actuator::joint).containsExactly("j0");
      assertThat(held.positions(held.ofRest(q))).isEqualTo(q);
      Pose expected = tip(tree, q);
      Pose found = tip(rest, held.ofRest(q));
      assertThat(found.position().distanceTo(expected.position())).isLessThan(1e-12);
      assertThat(found.rotation().angleTo(expected.rotation())).isLessThan(1e-7);
    }
  }

  @Test
  void heldJointsDoNotMove() {
    JointVector q = new JointVector(ROBOT.kinematicOrder(), new double[] {1, 2, 3, 4});
    HeldJoints held = new HeldJoints(ROBOT, q, Set.of("j0", "j2"));
    JointVector rest = new JointVector(held.rest().kinematicOrder(), new double[] {20, 40});

    assertThat(held.positions(rest).values(q.order())).containsExactly(1, 20, 3, 40);
    assertThat(held.rates(new double[] {5, 6}).values(q.order())).containsExactly(0, 5, 0, 6);
  }

  @Test
  void holdingNothingChangesNothing() {
    JointVector q = JointVector.zero(ROBOT.kinematicOrder());
    assertThat(new HeldJoints(ROBOT, q, Set.of()).rest()).isSameAs(ROBOT);
    assertThatThrownBy(() -> new HeldJoints(ROBOT, q, Set.of("elbow")))
        .hasMessageContaining("elbow");
  }

  private static Pose tip(KinematicTree tree, JointVector q) {
    LinkPoses poses = tree.newPoses();
    tree.forward(q, poses);
    return poses.pose(tree.linkIndex("link4"));
  }

  private static RobotModel robot() {
    Joint.Type[] types = {
      Joint.Type.REVOLUTE, Joint.Type.PRISMATIC, Joint.Type.REVOLUTE, Joint.Type.REVOLUTE
    };
    List<Link> links =
        List.of("link0", "link1", "link2", "link3", "link4").stream()
            .map(name -> new Link(name, Optional.empty(), List.of()))
            .toList();
    List<Joint> joints =
        List.of(0, 1, 2, 3).stream()
            .map(
                i ->
                    new Joint(
                        "j" + i,
                        types[i],
                        "link" + i,
                        "link" + (i + 1),
                        new Vec3(0.1, 0.2 * i, -0.3),
                        Quat.aboutAxis(new Vec3(1, i, 2), 0.4 + i),
                        new Vec3(i, 1, -1).normalized(),
                        -2,
                        2,
                        0,
                        0,
                        0))
            .toList();
    return new RobotModel(
        "robot",
        "link0",
        links,
        joints,
        List.of(new Actuator("m0", "j0", 1, 0, 1, 1), new Actuator("m2", "j2", 1, 0, 1, 1)));
  }
}
