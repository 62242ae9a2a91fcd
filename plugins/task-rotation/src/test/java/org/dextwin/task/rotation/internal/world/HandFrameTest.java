package org.dextwin.task.rotation.internal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;

class HandFrameTest {

  private final HandFrame frame = HandFrame.of(new FakeHand(HandModel.Side.RIGHT).model());

  @Test
  void fingersPointForwardAndBendOutOfThePalm() {
    assertThat(frame.forward()).isEqualTo(Vec3.Z);
    // about +x, from +z towards -y
    assertThat(frame.normal()).isEqualTo(Vec3.Y.negated());
  }

  @Test
  void everyWristTurnsWhatItSaysUp() {
    for (Wrist wrist : Wrist.values()) {
      Quat R_WH = frame.rotation(wrist);
      assertThat(R_WH.rotate(wrist.up(frame)).distanceTo(Vec3.Z))
          .as("up of %s", wrist)
          .isCloseTo(0, within(1e-12));
      assertThat(R_WH.rotate(wrist.ahead(frame)).distanceTo(Vec3.X))
          .as("ahead of %s", wrist)
          .isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void thePalmIsTouchedOnItsOuterFace() {
    // a ball of 4 cm round the origin
    assertThat(frame.surface().dot(frame.normal())).isCloseTo(0.04, within(1e-12));
    assertThat(frame.surface().dot(frame.forward())).isCloseTo(0, within(1e-12));
  }
}
