package org.dextwin.devices.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TwinPartsTest {

  @Test
  void aFreeJointAcceleratesWithTorqueOverInertia() {
    TwinJoint joint = new TwinJoint(0.002, 0, -100, 100, 0);
    joint.advance((q, v) -> 0.01, 0.5);
    assertThat(joint.velocity()).isCloseTo(0.01 / 0.002 * 0.5, within(1e-9));
    // a t^2 / 2, and half a step of 1 ms more
    assertThat(joint.position()).isCloseTo(0.5 * 5 * 0.25, within(5 * 0.5 * 1e-3));
  }

  @Test
  void stopsAreHard() {
    TwinJoint joint = new TwinJoint(0.002, 0.01, -0.5, 0.7, 0);
    joint.advance((q, v) -> 1, 1);
    assertThat(joint.position()).isEqualTo(0.7);
    assertThat(joint.velocity()).isZero();
    assertThat(joint.torque()).isEqualTo(1);
    joint.moveByHand(-3);
    assertThat(joint.position()).isEqualTo(-0.5);
  }

  @Test
  void motorsWarmUpWithTheSquareOfTheCurrent() {
    MotorHeat heat = new MotorHeat(25, 60, 100);
    heat.advance(0.5, 100);
    assertThat(heat.celsius()).isCloseTo(25 + 15 * (1 - Math.exp(-1)), within(1e-9));
    heat.advance(0, 1e6);
    assertThat(heat.celsius()).isCloseTo(25, within(1e-9));
  }

  @Test
  void aLineLosesAndGarblesAsOftenAsItIsTold() {
    LineNoise noise = new LineNoise(new SplittableRandom(1));
    byte[] message = {1, 2, 3, 4};
    assertThat(noise.over(message)).isEqualTo(message);
    noise.set(0.2, 0.5);
    int lost = 0;
    int changed = 0;
    for (int i = 0; i < 10_000; i++) {
      byte[] arrived = noise.over(message);
      if (arrived.length == 0) {
        lost++;
      } else if (!java.util.Arrays.equals(arrived, message)) {
        changed++;
        int bits = 0;
        for (int k = 0; k < 4; k++) {
          bits += Integer.bitCount((arrived[k] ^ message[k]) & 0xFF);
        }
        assertThat(bits).isEqualTo(1);
      }
    }
    // standard deviations are 40 and 49
    assertThat(lost).isBetween(1800, 2200);
    assertThat(changed).isBetween(3750, 4250);
  }
}
