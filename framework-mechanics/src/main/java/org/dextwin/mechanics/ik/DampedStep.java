package org.dextwin.mechanics.ik;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Solves (H + lambda I) dq = g + lambda z within joint limits: damped least squares whose nullspace
 * follows z, since (H + lambda I)^-1 lambda tends to the projector on the nullspace of H. A joint
 * at its limit that would go on is held, and the others are solved anew.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Wampler 1986 (damping); Liegeois 1977
 * (nullspace).
 */
public final class DampedStep {

  private final double[] lower;
  private final double[] upper;
  private final boolean[] held;
  private final DMatrixRMaj matrix;
  private final DMatrixRMaj right;
  private final DMatrixRMaj solution;
  private final LinearSolverDense<DMatrixRMaj> solver;

  /**
   * Prepares for a robot.
   *
   * @param lower smallest joint positions [rad or m], shape (nv); kept, and read at every step
   * @param upper largest joint positions [rad or m], shape (nv); kept, and read at every step
   */
  public DampedStep(double[] lower, double[] upper) {
    int n = lower.length;
    this.lower = lower;
    this.upper = upper;
    held = new boolean[n];
    matrix = new DMatrixRMaj(n, n);
    right = new DMatrixRMaj(n, 1);
    solution = new DMatrixRMaj(n, 1);
    solver = LinearSolverFactory_DDRM.symmPosDef(n);
  }

  /**
   * Computes a step.
   *
   * @param q joint positions [rad or m], within the limits; not modified
   * @param H curvature, row-major, shape (nv, nv), symmetric, not negative
   * @param g descent, shape (nv)
   * @param z where the nullspace is to go, shape (nv)
   * @param lambda damping, positive
   * @param out dq [rad or m], shape (nv); overwritten
   */
  public void solve(double[] q, double[] H, double[] g, double[] z, double lambda, double[] out) {
    Arrays.fill(held, false);
    boolean again = true;
    while (again) {
      solveFree(H, g, z, lambda, out);
      again = false;
      for (int i = 0; i < q.length; i++) {
        boolean outward = (q[i] <= lower[i] && out[i] < 0) || (q[i] >= upper[i] && out[i] > 0);
        if (outward && !held[i]) {
          held[i] = true;
          again = true;
        }
      }
    }
  }

  private void solveFree(double[] H, double[] g, double[] z, double lambda, double[] out) {
    int n = out.length;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        matrix.set(i, k, held[i] || held[k] ? 0 : H[i * n + k]);
      }
      matrix.add(i, i, held[i] ? 1 : lambda);
      right.set(i, 0, held[i] ? 0 : g[i] + lambda * z[i]);
    }
    if (!solver.setA(matrix)) {
      throw new IllegalStateException("damped normal equations are not positive definite");
    }
    solver.solve(right, solution);
    System.arraycopy(solution.getData(), 0, out, 0, n);
  }
}
