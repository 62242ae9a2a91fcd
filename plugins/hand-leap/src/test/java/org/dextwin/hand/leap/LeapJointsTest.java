package org.dextwin.hand.leap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointOrderException;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;
import org.junit.jupiter.api.Test;

class LeapJointsTest {

  private static final RobotModel ROBOT = new LeapModel().build().robot();

  @Test
  void modelHasTheOrders() {
    assertThat(ROBOT.motorOrder()).isEqualTo(LeapJoints.MOTOR);
    assertThat(ROBOT.kinematicOrder()).isEqualTo(LeapJoints.KINEMATIC);
    assertThat(ROBOT.jointOrder("isaac")).isEqualTo(LeapJoints.ISAAC);
    assertThat(ROBOT.jointOrder("leap-right-mjcf")).isEqualTo(LeapJoints.MJCF);
  }

  /** The tables of LEAP's own API. */
  @Test
  void isaacOrderIsThatOfThePublishedTables() {
    assertThat(LeapJoints.MOTOR.permutationTo(LeapJoints.ISAAC))
        .containsExactly(1, 0, 2, 3, 12, 13, 14, 15, 5, 4, 6, 7, 9, 8, 10, 11);
    assertThat(LeapJoints.ISAAC.permutationTo(LeapJoints.MOTOR))
        .containsExactly(1, 0, 2, 3, 9, 8, 10, 11, 13, 12, 14, 15, 4, 5, 6, 7);
  }

  @Test
  void permutationsAreMutualInverses() {
    for (JointOrder from : ROBOT.jointOrders()) {
      for (JointOrder to : ROBOT.jointOrders()) {
        int[] there = from.permutationTo(to);
        int[] back = to.permutationTo(from);
        for (int i = 0; i < there.length; i++) {
          assertThat(back[there[i]]).as("%s to %s and back", from.name(), to.name()).isEqualTo(i);
          assertThat(there[back[i]]).isEqualTo(i);
        }
      }
    }
  }

  @Test
  void valuesSurviveEveryDetour() {
    Random random = new Random(9);
    List<JointOrder> orders = ROBOT.jointOrders();
    for (int trial = 0; trial < 200; trial++) {
      JointVector start = new JointVector(LeapJoints.MOTOR, random.doubles(16, -3, 3).toArray());
      JointVector now = start;
      for (int i = 0; i < 6; i++) {
        now = now.in(orders.get(random.nextInt(orders.size())));
      }
      for (String joint : LeapJoints.MOTOR.joints()) {
        assertThat(now.get(joint)).isEqualTo(start.get(joint));
      }
      assertThat(now.in(LeapJoints.MOTOR)).isEqualTo(start);
    }
  }

  @Test
  void valuesOfOneOrderAreNotReadAsAnother() {
    JointVector q = JointVector.zero(LeapJoints.ISAAC);

    assertThatThrownBy(() -> q.values(LeapJoints.MOTOR))
        .isInstanceOf(JointOrderException.class)
        .hasMessageContaining("leap-right-isaac")
        .hasMessageContaining("leap-right-motor");
  }

  @Test
  void unknownOrderIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> ROBOT.jointOrder("issac"))
        .hasMessageContaining("issac")
        .hasMessageContaining("leap-right-isaac")
        .hasMessageContaining("leap-right-motor");
  }
}
