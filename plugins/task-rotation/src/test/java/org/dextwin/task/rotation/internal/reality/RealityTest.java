package org.dextwin.task.rotation.internal.reality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.RobotModel;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;

class RealityTest {

  private static final RobotModel MODEL = new FakeHand(HandModel.Side.RIGHT).model().robot();

  private static RealityConfig config() {
    return MapSettings.of(Map.of("seed", 5, "worlds", 3, "coulomb-nm", List.of(0.02, 0.02)))
        .as(RealityConfig.class);
  }

  @Test
  void worldsDifferAndAreTheSameForTheSameSeed() {
    assertThat(Reality.draw(config(), MODEL, 1).positionGain())
        .isEqualTo(Reality.draw(config(), MODEL, 1).positionGain());
    assertThat(Reality.draw(config(), MODEL, 1).positionGain())
        .isNotEqualTo(Reality.draw(config(), MODEL, 0).positionGain());
    assertThat(Reality.draw(config(), MODEL, 1).delay())
        .isNotEqualTo(Reality.draw(config(), MODEL, 2).delay());
  }

  @Test
  void theNearestModelHasGainsMassesAndFrictionOfItsWorld() {
    Reality reality = Reality.draw(config(), MODEL, 0);
    RobotModel nearest = reality.nearestModel(MODEL);
    for (int i = 0; i < MODEL.actuators().size(); i++) {
      int joint = MODEL.kinematicOrder().joints().indexOf(MODEL.actuators().get(i).joint());
      assertThat(nearest.actuators().get(i).kp())
          .isEqualTo(reality.positionGain()[joint] * MODEL.actuators().get(i).kp());
      assertThat(nearest.actuators().get(i).kd())
          .isEqualTo(reality.velocityGain()[joint] * MODEL.actuators().get(i).kd());
      assertThat(nearest.movingJoints().get(joint).friction())
          .isEqualTo(MODEL.movingJoints().get(joint).friction() + 0.02);
    }
    assertThat(nearest.links()).isEqualTo(reality.weighed(MODEL).links());
  }
}
