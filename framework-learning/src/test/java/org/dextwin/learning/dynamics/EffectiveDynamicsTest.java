package org.dextwin.learning.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.dextwin.api.math.DimensionMismatchException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class EffectiveDynamicsTest {

  private static final int N = 16;

  /**
   * The reduced equation of each joint against the full one, M qdd + G = tau + tau_ext (Eq. 27).
   */
  @RepeatedTest(10)
  void eachJointAcceleratesAsInTheFullSystem(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    DMatrixRMaj root = new DMatrixRMaj(N, N);
    for (int i = 0; i < N * N; i++) {
      root.data[i] = random.nextDouble() - 0.5;
    }
    DMatrixRMaj mass = new DMatrixRMaj(N, N);
    CommonOps_DDRM.multTransB(root, root, mass);
    for (int j = 0; j < N; j++) {
      mass.add(j, j, 0.5);
    }
    double[] forces = random.doubles(N, -1, 1).toArray();
    double[] torques = random.doubles(N, -1, 1).toArray();
    double[] external = random.doubles(N, -1, 1).toArray();
    DMatrixRMaj right = new DMatrixRMaj(N, 1);
    for (int j = 0; j < N; j++) {
      right.set(j, 0, torques[j] + external[j] - forces[j]);
    }
    DMatrixRMaj accelerations = new DMatrixRMaj(N, 1);
    CommonOps_DDRM.solve(mass, right, accelerations);
    for (int j = 0; j < N; j++) {
      EffectiveDynamics reduced = EffectiveDynamics.of(j, mass.data, forces, torques, external);
      assertThat(reduced.inertia()).as("effective inertia of joint %d", j).isPositive();
      assertThat(reduced.acceleration(torques[j]))
          .as("acceleration of joint %d", j)
          .isCloseTo(accelerations.get(j, 0), within(1e-9));
    }
  }

  @Test
  void singleJointKeepsItsOwn() {
    EffectiveDynamics own =
        EffectiveDynamics.of(
            0, new double[] {2}, new double[] {0.5}, new double[] {1}, new double[] {0.1});
    assertThat(own.inertia()).isEqualTo(2);
    assertThat(own.acceleration(1)).isCloseTo(0.3, within(1e-15));
  }

  @Test
  void wrongLengthsAreRefused() {
    assertThatThrownBy(
            () ->
                EffectiveDynamics.of(0, new double[3], new double[2], new double[2], new double[2]))
        .isInstanceOf(DimensionMismatchException.class);
  }
}
