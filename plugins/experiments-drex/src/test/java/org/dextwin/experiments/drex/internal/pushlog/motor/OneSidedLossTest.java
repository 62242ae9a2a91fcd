package org.dextwin.experiments.drex.internal.pushlog.motor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneSidedLossTest {

  private static final OneSidedLoss LOSS = new OneSidedLoss(0.012);

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, -0.012, -0.001, 0.001, 0.012, 0.1})
  void theWeightIsTheSlopeOverTheResidual(double residual) {
    double step = 1e-6;
    double slope = (LOSS.cost(residual + step) - LOSS.cost(residual - step)) / (2 * step);

    assertThat(LOSS.weight(residual) * residual).isCloseTo(slope, within(1e-8));
  }

  @Test
  void contactIsForgottenWhereItsMirrorImageIsNot() {
    assertThat(LOSS.weight(0.12)).isLessThan(1e-3);
    assertThat(LOSS.weight(-0.12)).isGreaterThan(1e-2);
  }
}
