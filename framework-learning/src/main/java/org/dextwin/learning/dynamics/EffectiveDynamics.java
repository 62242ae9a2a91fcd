package org.dextwin.learning.dynamics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dextwin.api.math.DimensionMismatchException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The dynamics of one joint with those of all others folded in: H_eff qdd + G_eff = tau, where the
 * effective inertia is the Schur complement of the other joints' inertia. That it is exact is why a
 * joint can be modelled on its own: what it needs to know of the others are two numbers.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * <p><i>References</i>: Liu et al., DexNDM, 2025, Eq. 27 to 30; F. Zhang (ed.), The Schur
 * complement and its applications, 2005.
 *
 * @param inertia H_eff [kg m^2], positive
 * @param bias G_eff [N m]
 */
public record EffectiveDynamics(double inertia, double bias) {

  /**
   * Folds all other joints into one, M qdd + g = tau + tau_ext.
   *
   * @param joint index m of the joint; all others are s
   * @param mass M(q), row-major, shape (n, n), symmetric and positive definite; not modified
   * @param forces G(q), and Coriolis forces if they matter [N m], shape (n); not modified
   * @param torques tau of the actuators [N m], shape (n); not modified
   * @param external tau_ext of contacts [N m], shape (n); not modified
   * @return H_eff = M_mm - M_ms M_ss^-1 M_sm and G_eff = M_ms M_ss^-1 (tau_s + tau_ext_s - G_s) +
   *     G_m - tau_ext_m (Eq. 30)
   * @throws DimensionMismatchException if the lengths do not fit
   * @throws IllegalArgumentException if the other joints' inertia is not positive definite
   */
  public static EffectiveDynamics of(
      int joint, double[] mass, double[] forces, double[] torques, double[] external) {
    int n = forces.length;
    require("mass matrix", n * n, mass.length);
    require("torques", n, torques.length);
    require("external torques", n, external.length);
    int[] others = IntStream.range(0, n).filter(j -> j != joint).toArray();
    double inertia = mass[joint * n + joint];
    double bias = forces[joint] - external[joint];
    if (others.length == 0) {
      return new EffectiveDynamics(inertia, bias);
    }
    DMatrixRMaj slaves = new DMatrixRMaj(others.length, others.length);
    DMatrixRMaj coupling = new DMatrixRMaj(others.length, 1);
    for (int r = 0; r < others.length; r++) {
      coupling.set(r, 0, mass[others[r] * n + joint]);
      for (int c = 0; c < others.length; c++) {
        slaves.set(r, c, mass[others[r] * n + others[c]]);
      }
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(others.length);
    DMatrixRMaj solved = new DMatrixRMaj(others.length, 1);
    if (!solver.setA(slaves)) {
      throw new IllegalArgumentException(
          "the inertia of the other joints is not positive definite: " + Arrays.toString(mass));
    }
    solver.solve(coupling, solved); // M_ss^-1 M_sm, and M is symmetric
    for (int r = 0; r < others.length; r++) {
      int s = others[r];
      inertia -= mass[joint * n + s] * solved.get(r, 0);
      bias += solved.get(r, 0) * (torques[s] + external[s] - forces[s]);
    }
    return new EffectiveDynamics(inertia, bias);
  }

  private static void require(String what, int expected, int actual) {
    if (expected != actual) {
      throw new DimensionMismatchException(what, expected, actual);
    }
  }

  /**
   * Returns the acceleration of the joint.
   *
   * @param torque tau of its actuator [N m]
   * @return qdd [rad/s^2]
   */
  public double acceleration(double torque) {
    return (torque - bias) / inertia;
  }
}
