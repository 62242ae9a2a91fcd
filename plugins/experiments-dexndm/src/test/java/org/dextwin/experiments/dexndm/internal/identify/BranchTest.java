package org.dextwin.experiments.dexndm.internal.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;

class BranchTest {

  @Test
  void fingersHangOnTheSamePalmAndHaveTheirOwnJointsAndMotors() {
    RobotModel hand = new FakeHand(HandModel.Side.RIGHT).model().robot();
    List<Branch> branches = Branch.of(hand);
    assertThat(branches).extracting(Branch::name).containsExactly("left-link-1", "right-link-1");
    for (Branch branch : branches) {
      String finger = branch.name().substring(0, branch.name().indexOf('-'));
      assertThat(branch.robot().joints())
          .extracting(Joint::name)
          .containsExactly(finger + "-1", finger + "-2");
      assertThat(branch.robot().actuators())
          .extracting(it -> it.joint())
          .containsExactly(finger + "-1", finger + "-2");
      assertThat(branch.robot().links())
          .extracting(Link::name)
          .containsExactly("palm", finger + "-link-1", finger + "-link-2");
      assertThat(branch.robot().links()).allMatch(it -> it.colliders().isEmpty());
      assertThat(branch.robot().link(finger + "-link-2").mass())
          .isEqualTo(hand.link(finger + "-link-2").mass());
    }
  }
}
