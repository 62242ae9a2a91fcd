package org.dextwin.task.rotation.internal.reality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.task.rotation.internal.reality.Calibration.JointNumbers;
import org.dextwin.task.rotation.internal.reality.Calibration.LinkNumbers;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  private static final RobotModel MODEL = new FakeHand(HandModel.Side.RIGHT).model().robot();

  @Test
  void namedJointsAndLinksChangeAndNoOthers() {
    Actuator old = MODEL.actuators().get(1);
    Link weighed =
        MODEL.links().stream()
            .filter(it -> it.mass().isPresent())
            .skip(1)
            .findFirst()
            .orElseThrow();
    Calibration calibration =
        new Calibration(
            Map.of(old.joint(), new JointNumbers(1.2, 0.7, Optional.of(0.03))),
            Map.of(weighed.name(), new LinkNumbers(1.5)));

    RobotModel specimen = calibration.of(MODEL);

    Actuator tuned = specimen.actuators().get(1);
    assertThat(tuned.kp()).isEqualTo(1.2 * old.kp());
    assertThat(tuned.kd()).isEqualTo(0.7 * old.kd());
    assertThat(tuned.torqueLimit()).isEqualTo(old.torqueLimit());
    assertThat(specimen.actuators().get(0)).isEqualTo(MODEL.actuators().get(0));
    Joint joint =
        specimen.joints().stream()
            .filter(it -> it.name().equals(old.joint()))
            .findFirst()
            .orElseThrow();
    assertThat(joint.friction()).isEqualTo(0.03);
    assertThat(specimen.link(weighed.name()).mass().orElseThrow().mass())
        .isEqualTo(1.5 * weighed.mass().orElseThrow().mass());
    assertThat(specimen.link(weighed.name()).mass().orElseThrow().inertia().xx())
        .isEqualTo(1.5 * weighed.mass().orElseThrow().inertia().xx());
    assertThat(specimen.links())
        .filteredOn(it -> MODEL.links().contains(it))
        .hasSize(MODEL.links().size() - 1);
    assertThat(specimen.jointOrders()).isEqualTo(MODEL.jointOrders());
  }

  @Test
  void unknownNamesAreRefusedWithTheKnownOnes() {
    Calibration calibration =
        new Calibration(Map.of("elbow", new JointNumbers(1, 1, Optional.empty())), Map.of());

    assertThatThrownBy(() -> calibration.of(MODEL))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("elbow")
        .hasMessageContaining(MODEL.movingJoints().get(0).name());
  }
}
