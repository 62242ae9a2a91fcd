package org.dextwin.learning.dynamics;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.learning.Transitions;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * How well short stretches of a signal are polynomials of a low order, in the sense of least
 * squares. Signals that are can be told from a short history.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * <p><i>References</i>: Liu et al., DexNDM, 2025, Section A.3 (orders 3 and 5 over 10 steps).
 */
public final class PolynomialFit {

  private final int window;
  private final DMatrixRMaj residual;

  /**
   * Prepares fits.
   *
   * @param order order of the polynomials, at least 0
   * @param window steps in a stretch, more than the order
   */
  public PolynomialFit(int order, int window) {
    if (order < 0 || window <= order) {
      throw new IllegalArgumentException(
          "a polynomial of order " + order + " is not determined by " + window + " steps");
    }
    this.window = window;
    DMatrixRMaj basis = new DMatrixRMaj(window, order + 1);
    for (int k = 0; k < window; k++) {
      double x = window == 1 ? 0 : 2.0 * k / (window - 1) - 1; // in [-1, 1], for its condition
      double power = 1;
      for (int i = 0; i <= order; i++) {
        basis.set(k, i, power);
        power *= x;
      }
    }
    // I - B B^+, with which a stretch becomes what no polynomial explains
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.qr(window, order + 1);
    solver.setA(basis.copy());
    DMatrixRMaj inverse = new DMatrixRMaj(order + 1, window);
    solver.solve(CommonOps_DDRM.identity(window), inverse);
    residual = CommonOps_DDRM.identity(window);
    CommonOps_DDRM.multAdd(-1, basis, inverse, residual);
  }

  /**
   * Returns what a polynomial does not explain.
   *
   * @param signal a signal
   * @param from first step of the stretch
   * @return root mean square of the residuals
   */
  public double error(double[] signal, int from) {
    double sum = 0;
    for (int k = 0; k < window; k++) {
      double r = 0;
      for (int i = 0; i < window; i++) {
        r += residual.get(k, i) * signal[from + i];
      }
      sum += r * r;
    }
    return Math.sqrt(sum / window);
  }

  /** A signal of each joint in a step of a recording. */
  public enum Signal {
    /** Positions. */
    POSITION,
    /** How far targets are ahead of positions, which stands for the torque. */
    EFFORT;

    double of(Transitions.Episode episode, int at) {
      return switch (this) {
        case POSITION -> episode.positions()[at];
        case EFFORT -> (double) episode.targets()[at] - episode.positions()[at];
      };
    }
  }

  /**
   * Fits all stretches of recordings, one after another.
   *
   * @param signal what is fitted
   * @param transitions the recordings
   * @return of each joint the mean of {@link #error} over the stretches [rad]; NaN if no recording
   *     is long enough
   */
  public List<Double> errors(Signal signal, Transitions transitions) {
    int joints = transitions.joints().size();
    List<Double> means = new ArrayList<>();
    for (int j = 0; j < joints; j++) {
      double sum = 0;
      long count = 0;
      for (Transitions.Episode episode : transitions.episodes()) {
        double[] values = new double[episode.steps()];
        for (int t = 0; t < values.length; t++) {
          values[t] = signal.of(episode, t * joints + j);
        }
        for (int from = 0; from + window <= values.length; from += window) {
          sum += error(values, from);
          count++;
        }
      }
      means.add(sum / count);
    }
    return means;
  }
}
