package org.dextwin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GradientCheckTest {

  private static final GradientCheck CHECK = new GradientCheck(1e-3, 1e-6);

  private static void assertDisagree(double[] exact, double[] numeric, String message) {
    assertThatThrownBy(() -> CHECK.assertAgree("loss", exact, numeric))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(message);
  }

  @Test
  void differencesAreCentral() {
    // the second derivative does not matter to a central difference
    assertThat(GradientCheck.centralDifference(x -> x * x, 3, 0.5)).isCloseTo(6, within(1e-12));
    assertThat(GradientCheck.centralDifferences(x -> x[0] * x[1], new double[] {2, 5}, 1e-3))
        .satisfies(
            gradient -> {
              assertThat(gradient[0]).isCloseTo(5, within(1e-9));
              assertThat(gradient[1]).isCloseTo(2, within(1e-9));
            });
  }

  @Test
  void agreesWithinTheRelativeTolerance() {
    assertThatCode(() -> CHECK.assertAgree("loss", new double[] {1.0005}, new double[] {1}))
        .doesNotThrowAnyException();
    assertDisagree(new double[] {1.01}, new double[] {1}, "differ by");
  }

  @Test
  void agreesBelowTheFloor() {
    assertThatCode(
            () -> CHECK.assertAgree("loss", new double[] {1.0001, 1e-7}, new double[] {1, 5e-7}))
        .doesNotThrowAnyException();
    assertDisagree(new double[] {1.0001, 1e-5}, new double[] {1, 5e-5}, "derivative 1");
  }

  @Test
  void zerosProveNothing() {
    assertDisagree(new double[] {0}, new double[] {0}, "zero");
    assertDisagree(new double[] {0}, new double[] {1}, "zero");
    assertDisagree(new double[] {1}, new double[] {0}, "zero");
  }

  @Test
  void sameNumbersProveNothing() {
    assertDisagree(new double[] {1, 2}, new double[] {1, 2}, "of one source");
  }

  @Test
  void nanAndLengthsAreSeen() {
    assertDisagree(new double[] {Double.NaN}, new double[] {1}, "differ by");
    assertDisagree(new double[] {1}, new double[] {1, 2}, "1 exact, 2 numeric");
  }
}
