package org.dextwin.task.rotation.internal.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.learning.rotation.RotationMeasures;
import org.junit.jupiter.api.Test;

/** Traces of known motions. */
class RotationTraceTest {

  private static final double PERIOD = 0.05;
  private static final int LONGEST = 400;

  private static Pose turned(Vec3 axis, double angle) {
    return Pose.inWorld("object", Vec3.ZERO, Quat.aboutAxis(axis, angle));
  }

  private static Map<String, Double> measured(RotationTrace trace) {
    Map<String, Double> measures = new HashMap<>();
    trace.report(measures);
    return measures;
  }

  /** Turns at a constant speed about an axis, and measures about another. */
  private static Map<String, Double> turn(Vec3 about, Vec3 axis, double speed, int steps) {
    RotationTrace trace = new RotationTrace(axis, PERIOD, LONGEST, turned(about, 0));
    for (int i = 1; i <= steps; i++) {
      trace.add(turned(about, speed * PERIOD * i));
    }
    return measured(trace);
  }

  @Test
  void wholeTurnsAddUpAlthoughOrientationsWrap() {
    Map<String, Double> measures = turn(Vec3.Z, Vec3.Z, 1.7, LONGEST);
    assertThat(measures.get(RotationMeasures.ROT)).isCloseTo(34, within(1e-9));
    assertThat(measures.get(RotationMeasures.ROTR)).isCloseTo(1.7 * LONGEST, within(1e-7));
    assertThat(measures.get(RotationMeasures.ROTP)).isCloseTo(0, within(1e-9));
    assertThat(measures.get(RotationMeasures.TILT)).isCloseTo(0, within(1e-6));
    assertThat(measures.get(RotationMeasures.TTF)).isEqualTo(1);
  }

  @Test
  void turningTheOtherWayCountsAgainst() {
    Map<String, Double> measures = turn(Vec3.Z, Vec3.Z.negated(), 1.7, 100);
    assertThat(measures.get(RotationMeasures.ROT)).isCloseTo(-8.5, within(1e-9));
    assertThat(measures.get(RotationMeasures.SURVIVAL_ANGLE)).isZero();
  }

  @Test
  void turningAcrossIsThePenaltyAlone() {
    Map<String, Double> measures = turn(Vec3.X, Vec3.Z, 0.8, 50);
    assertThat(measures.get(RotationMeasures.ROT)).isCloseTo(0, within(1e-9));
    assertThat(measures.get(RotationMeasures.ROTP)).isCloseTo(0.8, within(1e-9));
    assertThat(measures.get(RotationMeasures.TILT)).isCloseTo(2, within(1e-9));
  }

  @Test
  void aDropEndsTheTimeAndKeepsTheAngleReached() {
    RotationTrace trace = new RotationTrace(Vec3.Z, PERIOD, LONGEST, turned(Vec3.Z, 0));
    double[] angles = {0.5, 1, 1.5, 1.2, 0.9};
    for (double angle : angles) {
      trace.add(turned(Vec3.Z, angle));
    }
    trace.add(Pose.inWorld("object", new Vec3(0, 0, -0.3), Quat.aboutAxis(Vec3.Z, 0.9)));
    Map<String, Double> measures = measured(trace);
    assertThat(measures.get(RotationMeasures.TTF)).isEqualTo(6.0 / LONGEST);
    assertThat(measures.get(RotationMeasures.ROT)).isCloseTo(0.9, within(1e-9));
    assertThat(measures.get(RotationMeasures.SURVIVAL_ANGLE)).isCloseTo(1.5, within(1e-9));
    assertThat(measures.get(RotationMeasures.DRIFT)).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void aStillObjectMeasuresNothing() {
    Map<String, Double> measures = turn(Vec3.Z, Vec3.Z, 0, 10);
    for (String name : new String[] {RotationMeasures.ROT, RotationMeasures.ROTP}) {
      assertThat(measures.get(name)).as(name).isZero();
    }
  }
}
