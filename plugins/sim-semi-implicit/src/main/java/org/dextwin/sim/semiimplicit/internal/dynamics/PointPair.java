package org.dextwin.sim.semiimplicit.internal.dynamics;

import static org.dextwin.mechanics.dynamics.Vectors.clear;
import static org.dextwin.mechanics.dynamics.Vectors.copy;

/**
 * A point on each of two bodies, to be moved relative to each other: what all constraints between
 * bodies are made of. A constraint C that changes by n . (dx_1 - dx_2) has the gradients n and -n,
 * and its correction is (D-REX Eq. 18, the rotations included)
 *
 * <pre>
 *   dq_i = +-lambda M_i^-1 J_i^T n,   lambda = -C / sum_i n^T J_i M_i^-1 J_i^T n,   J_i = (-[r_i], 1)
 * </pre>
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Müller et al. 2020, "Detailed rigid body
 * simulation with extended position based dynamics", Eq. 2-9.
 */
public final class PointPair {

  private final Displacement displacement;
  private int first;
  private int second;
  private final double[] firstPoint = new double[3];
  private final double[] secondPoint = new double[3];

  /**
   * Makes a pair without points.
   *
   * @param displacement of all bodies
   */
  public PointPair(Displacement displacement) {
    this.displacement = displacement;
  }

  /**
   * Chooses the points.
   *
   * @param newFirst index of the first body; beyond the free bodies it is fixed
   * @param pointOnFirst the point at the start of the step, in the world, shape (3)
   * @param newSecond index of the second body
   * @param pointOnSecond its point
   */
  public void set(int newFirst, double[] pointOnFirst, int newSecond, double[] pointOnSecond) {
    first = newFirst;
    second = newSecond;
    copy(pointOnFirst, 0, firstPoint, 0);
    copy(pointOnSecond, 0, secondPoint, 0);
  }

  /**
   * Tells how far the first point has gone relative to the second within the step.
   *
   * @param out displacement [m], shape (3); overwritten
   */
  public void relative(double[] out) {
    clear(out, 0);
    displacement.add(1, first, firstPoint, out);
    displacement.add(-1, second, secondPoint, out);
  }

  /**
   * Returns how far the points part under unit impulses along a direction.
   *
   * @param direction unit vector, shape (3)
   * @return the denominator of Eq. 18 [1/kg]
   */
  public double inverseMass(double[] direction) {
    return displacement.inverseMass(first, firstPoint, direction)
        + displacement.inverseMass(second, secondPoint, direction);
  }

  /**
   * Moves the first point along a direction and the second against it.
   *
   * @param lambda size of the correction [kg m]
   * @param direction unit vector, shape (3)
   */
  public void push(double lambda, double[] direction) {
    displacement.push(lambda, first, firstPoint, direction);
    displacement.push(-lambda, second, secondPoint, direction);
  }
}
