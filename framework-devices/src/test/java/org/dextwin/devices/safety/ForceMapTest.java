package org.dextwin.devices.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.dextwin.api.model.HandModel;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForceMapTest {

  private static final double KT = 0.52;
  private static final double CAP = 350;

  private final HandModel hand = new FakeHand(HandModel.Side.RIGHT).model();

  private ForceMap map(String name) {
    return name.equals("jacobian")
        ? new JacobianForceMap(hand, KT, CAP)
        : new DrexForceMap(hand, CAP);
  }

  @Test
  void newtonsTimesTheLeverOverTheTorqueConstantAreAmperes() {
    // straight fingers of two links of 50 mm, turning about x: levers of 100 and 50 mm
    double[] currents = map("jacobian").milliamperes(new double[] {1.3, 0}, new double[4]);
    // motors are wired right finger first, as the fingers are listed
    assertThat(currents[0]).isCloseTo(1000 * 0.1 * 1.3 / KT, within(1e-9)); // 250 mA
    assertThat(currents[1]).isCloseTo(1000 * 0.05 * 1.3 / KT, within(1e-9)); // 125 mA
    assertThat(currents[2]).isZero();
    assertThat(currents[3]).isZero();
  }

  @Test
  void drexMultipliesForceFingersAndFifteenMilliamperes() {
    double[] one = map("drex").milliamperes(new double[] {0.8, 0}, new double[4]);
    assertThat(one).containsOnly(12); // 0.8 x 1 finger x 15 mA
    double[] two = map("drex").milliamperes(new double[] {0.8, 0.2}, new double[4]);
    assertThat(two).containsOnly(24);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jacobian", "drex"})
  void moreForceIsNeverLessCurrent(String name) {
    RandomGenerator random = new SplittableRandom(8);
    ForceMap map = map(name);
    for (int trial = 0; trial < 2000; trial++) {
      double[] q = random.doubles(4, -0.5, 1.5).toArray();
      double[] less = random.doubles(2, -1, 30).toArray();
      double[] more = {less[0] + random.nextDouble(10), less[1] + random.nextDouble(10)};
      double[] a = map.milliamperes(less, q);
      double[] b = map.milliamperes(more, q);
      for (int i = 0; i < 4; i++) {
        assertThat(b[i]).as("trial %d, motor %d", trial, i).isGreaterThanOrEqualTo(a[i]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jacobian", "drex"})
  void whateverComesInTheCapHolds(String name) {
    double[] odd = {
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      Double.MIN_VALUE,
      -0.0,
      1e-300,
      5
    };
    ForceMap map = map(name);
    for (double first : odd) {
      for (double second : odd) {
        for (double angle : odd) {
          double[] currents =
              map.milliamperes(new double[] {first, second}, new double[] {angle, 0, angle, 0});
          assertThat(Arrays.stream(currents))
              .as("forces %s and %s at %s", first, second, angle)
              .allMatch(current -> current >= 0 && current <= CAP);
        }
      }
    }
    assertThat(map.milliamperes(new double[] {Double.NaN, -3}, new double[4])).containsOnly(0);
  }

  @Test
  void wrongConstantsAreRefused() {
    assertThatThrownBy(() -> new JacobianForceMap(hand, 0, CAP)).hasMessageContaining("torque");
    assertThatThrownBy(() -> new JacobianForceMap(hand, KT, Double.NaN))
        .hasMessageContaining("cap");
    assertThatThrownBy(() -> new DrexForceMap(hand, -1)).hasMessageContaining("cap");
    assertThatThrownBy(() -> map("drex").milliamperes(new double[3], new double[4]))
        .hasMessageContaining("forces");
  }
}
