package org.dextwin.sim.semiimplicit.internal.contact;

import static org.dextwin.mechanics.dynamics.Vectors.addScaled;
import static org.dextwin.mechanics.dynamics.Vectors.clear;
import static org.dextwin.mechanics.dynamics.Vectors.copy;
import static org.dextwin.mechanics.dynamics.Vectors.dot;

import org.dextwin.api.model.Material;
import org.dextwin.sim.semiimplicit.internal.dynamics.Displacement;
import org.dextwin.sim.semiimplicit.internal.dynamics.PointPair;

/**
 * A touching point as a constraint on positions at the end of the step: not to penetrate, and not
 * to slip. With the depth d at the end and d_0 at the start of the step,
 *
 * <pre>
 *   lambda  = max(0, dt^2 k d + dt b (d - max(0, d_0)))      k = w k_e,  b = w k_d
 *   lambda_t: no slip over the step, and |lambda_t| &lt;= mu lambda
 * </pre>
 *
 * lambda / dt^2 is a force: that of the spring and damper at the end of the step, so that no
 * stiffness is too much for the step. The stiffer the contact, the nearer is the correction to that
 * of a rigid one (D-REX Eq. 18); w shares the stiffness among the points as in {@link
 * ColliderPair}. The sums lambda over all corrections of a step are bounded, not each correction:
 * so one that went too far is taken back.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Macklin et al. 2016, "XPBD", Eq. 18, 26
 * (compliance, damping); Lou et al. 2025 (D-REX), Eq. 18.
 */
final class ContactPoint {

  private final PointPair pair;
  private final double[] point = new double[3];
  private final double[] normal = new double[3];
  private final double[] slip = new double[3];
  private final double[] grip = new double[3];

  private double friction;
  private double startDepth;
  private double compliance;
  private double dampedDepth;
  private double inverseMass;

  /** Sums of the corrections: lambda and lambda_t. */
  private double pressure;

  private final double[] drag = new double[3];

  ContactPoint(Displacement displacement) {
    this.pair = new PointPair(displacement);
  }

  /** Begins with a touching point at the predicted poses. */
  void set(Meeting meeting, int touch, double[] framePositions, double dt, Material material) {
    Touches touches = meeting.touches();
    ProbedField source = meeting.source(touch);
    copy(touches.normal, 3 * touch, normal, 0);
    copy(touches.arm, 3 * touch, point, 0);
    addScaled(1, framePositions, 3 * source.probeFrame(), point, 0);
    pair.set(source.probeFrame(), point, source.fieldFrame(), point);
    pair.relative(slip);
    startDepth = touches.depth[touch] + dot(normal, 0, slip, 0);
    friction = material.friction();
    // lambda = K d - dt b max(0, d_0)
    double damping = dt * source.weight() * material.damping();
    compliance = 1 / (dt * dt * source.weight() * material.stiffness() + damping);
    dampedDepth = compliance * damping * Math.max(0, startDepth);
    inverseMass = pair.inverseMass(normal);
    pressure = 0;
    clear(drag, 0);
  }

  /** Corrects the positions once. */
  void project() {
    double correction = separation();
    pressure += correction;
    pair.push(correction, normal);
    grip();
    addScaled(1, grip, 0, drag, 0);
    pair.push(1, grip);
  }

  /**
   * Returns how far the point is from satisfying its constraints.
   *
   * @return the length of the corrections that it asks for [m]
   */
  double residual() {
    double error = Math.abs(separation()) * (inverseMass + compliance);
    double give = grip();
    return Math.hypot(error, give * Math.sqrt(dot(grip, 0, grip, 0)));
  }

  /** Depth at the end of the step, as far as it is known. */
  double depth() {
    pair.relative(slip);
    return startDepth - dot(normal, 0, slip, 0);
  }

  /** What is to be added to lambda. */
  private double separation() {
    double error = depth() - dampedDepth - compliance * pressure;
    return Math.max(error / (inverseMass + compliance), -pressure);
  }

  /** What is to be added to lambda_t; returns how far the points give way to it [1/kg]. */
  private double grip() {
    pair.relative(slip);
    addScaled(-dot(normal, 0, slip, 0), normal, 0, slip, 0);
    double length = Math.sqrt(dot(slip, 0, slip, 0));
    double give = 0;
    copy(drag, 0, grip, 0);
    if (length > 0) {
      scale(slip, 1 / length);
      give = pair.inverseMass(slip);
      addScaled(-length / give, slip, 0, grip, 0);
    }
    double size = Math.sqrt(dot(grip, 0, grip, 0));
    if (size > friction * pressure) {
      scale(grip, friction * pressure / size);
    }
    addScaled(-1, drag, 0, grip, 0);
    return give;
  }

  private static void scale(double[] vector, double factor) {
    vector[0] *= factor;
    vector[1] *= factor;
    vector[2] *= factor;
  }

  /** Writes the force on the probe's body. */
  void force(double dt, double[] out, int i) {
    clear(out, i);
    addScaled(pressure / (dt * dt), normal, 0, out, i);
    addScaled(1 / (dt * dt), drag, 0, out, i);
  }
}
