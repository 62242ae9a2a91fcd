package org.dextwin.sim.semiimplicit.internal.contact;

import static org.dextwin.mechanics.dynamics.Frames.SPATIAL;
import static org.dextwin.mechanics.dynamics.Vectors.addCross;
import static org.dextwin.mechanics.dynamics.Vectors.addScaled;
import static org.dextwin.mechanics.dynamics.Vectors.copy;
import static org.dextwin.mechanics.dynamics.Vectors.cross;
import static org.dextwin.mechanics.dynamics.Vectors.dot;

import org.dextwin.mechanics.dynamics.Frames;
import org.dextwin.sim.semiimplicit.internal.dynamics.ForceTerm;
import org.dextwin.sim.semiimplicit.internal.dynamics.ParameterVector;

/**
 * The contact force between two colliders: one compliant constraint for all their touching points.
 * From the depths d_i of the points it forms one depth
 *
 * <pre>
 *   C = (sum_i w d_i^4)^(1/4),   s_i = dC/dd_i = w (d_i / C)^3
 *   N_i = max(0, k_e C + k_d ddot_i C^2 / (C^2 + c^2))                           (D-REX Eq. 3)
 *   f_i = s_i N_i,   F_i = f_i n_i - mu f_i ut_i / sqrt(|ut_i|^2 + e^2)
 * </pre>
 *
 * where w is one over the number of points that the shape rests on: flat on a face, C is the depth
 * of the face, so k_e is the stiffness of the whole contact, whatever the number of points. The
 * elastic part has the potential k_e C^2 / 2, the damping takes the power k_d sum_i s_i ddot_i^2, a
 * point that begins to touch does so smoothly, and the damping starts from zero over the depth c.
 * The friction is Coulomb's beyond the slip speed e, and viscous below it.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Lou et al. 2025 (D-REX), Eq. 3; Geilinger
 * et al. 2020, Eq. 14 (smooth friction).
 */
final class ColliderPair implements ForceTerm {

  private final Meeting meeting;
  private final PairMaterial material;
  private final Touches touches;
  private final ParameterVector parameters;
  private final double slipSpeedSquared;
  private final double dampingDepthSquared;

  /** C and the factor of the damping at the last evaluation. */
  private double depth;

  private double ramp;

  private final double[] dNormal = new double[3];
  private final double[] dArm = new double[3];
  private final double[] dFieldArm = new double[3];
  private final double[] dSlip = new double[3];
  private final double[] dForce = new double[3];

  ColliderPair(Meeting meeting, ContactOptions options, ParameterVector parameters) {
    this.meeting = meeting;
    this.material = meeting.material();
    this.touches = meeting.touches();
    this.parameters = parameters;
    this.slipSpeedSquared = options.slipSpeed() * options.slipSpeed();
    this.dampingDepthSquared = options.dampingDepth() * options.dampingDepth();
  }

  private ProbedField source(int touch) {
    return meeting.source(touch);
  }

  @Override
  public void evaluate(Frames frames) {
    meeting.collect(frames);
    if (touches.count == 0) {
      return;
    }
    aggregate();
    for (int i = 0; i < touches.count; i++) {
      load(frames, i);
    }
  }

  /** C, its shares, and the pressures N_i. */
  private void aggregate() {
    double sum = 0;
    for (int i = 0; i < touches.count; i++) {
      double squared = touches.depth[i] * touches.depth[i];
      sum += source(i).weight() * squared * squared;
    }
    depth = Math.sqrt(Math.sqrt(sum));
    ramp = depth * depth / (depth * depth + dampingDepthSquared);
    double stiffness = parameters.value(material.stiffness());
    double damping = parameters.value(material.damping());
    for (int i = 0; i < touches.count; i++) {
      double ratio = touches.depth[i] / depth;
      touches.share[i] = source(i).weight() * ratio * ratio * ratio;
      touches.rate[i] = -dot(touches.normal, 3 * i, touches.velocity, 3 * i);
      touches.pressure[i] = Math.max(0, stiffness * depth + damping * touches.rate[i] * ramp);
    }
  }

  /** The force F_i on the probe's body, and its opposite on the field's. */
  private void load(Frames frames, int i) {
    int k = 3 * i;
    copy(touches.velocity, k, touches.slip, k);
    addScaled(touches.rate[i], touches.normal, k, touches.slip, k);
    double slowness = 1 / Math.sqrt(dot(touches.slip, k, touches.slip, k) + slipSpeedSquared);
    double f = touches.pressure[i] * touches.share[i];
    touches.slowness[i] = slowness;
    touches.normalForce[i] = f;
    for (int m = k; m < k + 3; m++) {
      touches.force[m] =
          f * touches.normal[m]
              - parameters.value(material.friction()) * f * slowness * touches.slip[m];
    }
    int a = SPATIAL * source(i).probeFrame();
    int b = SPATIAL * source(i).fieldFrame();
    addScaled(1, touches.force, k, frames.wrench, a + 3);
    addCross(1, touches.arm, k, touches.force, k, frames.wrench, a);
    addScaled(-1, touches.force, k, frames.wrench, b + 3);
    addCross(-1, touches.fieldArm, k, touches.force, k, frames.wrench, b);
  }

  @Override
  public void jvp(Frames frames) {
    if (touches.count == 0) {
      return;
    }
    // first the depths of all points, which share one depth C
    double dDepth = 0;
    for (int i = 0; i < touches.count; i++) {
      int k = 3 * i;
      double dd = source(i).jvp(frames, touches, i, dNormal, dArm, dFieldArm, dSlip);
      touches.depthBar[i] = dd;
      touches.rateBar[i] = -dot(dNormal, 0, touches.velocity, k) - dot(touches.normal, k, dSlip, 0);
      // dut = du - (n . u) dn - d(n . u) n, with n . u = -ddot
      addScaled(touches.rate[i], dNormal, 0, dSlip, 0);
      addScaled(touches.rateBar[i], touches.normal, k, dSlip, 0);
      copy(dNormal, 0, touches.normalBar, k);
      copy(dArm, 0, touches.armBar, k);
      copy(dFieldArm, 0, touches.fieldArmBar, k);
      copy(dSlip, 0, touches.slipBar, k);
      dDepth += touches.share[i] * dd;
    }
    double damping = parameters.value(material.damping());
    for (int i = 0; i < touches.count; i++) {
      double share = touches.share[i];
      double dShare = 3 * share * (touches.depthBar[i] / touches.depth[i] - dDepth / depth);
      double dPressure =
          touches.pressure[i] == 0
              ? 0
              : parameters.direction(material.stiffness()) * depth
                  + depthSlope(i) * dDepth
                  + parameters.direction(material.damping()) * touches.rate[i] * ramp
                  + damping * ramp * touches.rateBar[i];
      loadJvp(frames, i, dPressure * share + touches.pressure[i] * dShare);
    }
  }

  /** dN_i / dC. */
  private double depthSlope(int i) {
    double sum = depth * depth + dampingDepthSquared;
    double rampSlope = 2 * depth * dampingDepthSquared / (sum * sum);
    return parameters.value(material.stiffness())
        + parameters.value(material.damping()) * touches.rate[i] * rampSlope;
  }

  private void loadJvp(Frames frames, int i, double df) {
    int k = 3 * i;
    double f = touches.normalForce[i];
    double h = touches.slowness[i];
    double mu = parameters.value(material.friction());
    double dh = -h * h * h * dot(touches.slip, k, touches.slipBar, k);
    double t = mu * f * h;
    double dt = parameters.direction(material.friction()) * f * h + mu * df * h + mu * f * dh;
    for (int m = 0; m < 3; m++) {
      dForce[m] =
          df * touches.normal[k + m]
              + f * touches.normalBar[k + m]
              - dt * touches.slip[k + m]
              - t * touches.slipBar[k + m];
    }
    int a = SPATIAL * source(i).probeFrame();
    int b = SPATIAL * source(i).fieldFrame();
    addScaled(1, dForce, 0, frames.wrenchDirection, a + 3);
    addCross(1, touches.arm, k, dForce, 0, frames.wrenchDirection, a);
    addCross(1, touches.armBar, k, touches.force, k, frames.wrenchDirection, a);
    addScaled(-1, dForce, 0, frames.wrenchDirection, b + 3);
    addCross(-1, touches.fieldArm, k, dForce, 0, frames.wrenchDirection, b);
    addCross(-1, touches.fieldArmBar, k, touches.force, k, frames.wrenchDirection, b);
  }

  @Override
  public void vjp(Frames frames) {
    if (touches.count == 0) {
      return;
    }
    double damping = parameters.value(material.damping());
    double depthBar = 0;
    for (int i = 0; i < touches.count; i++) {
      // f_i = s_i N_i
      double fBar = loadVjp(frames, i);
      touches.shareBar[i] = fBar * touches.pressure[i];
      touches.rateBar[i] = 0;
      if (touches.pressure[i] > 0) {
        double pressureBar = fBar * touches.share[i];
        parameters.addCotangent(material.stiffness(), pressureBar * depth);
        parameters.addCotangent(material.damping(), pressureBar * touches.rate[i] * ramp);
        depthBar += pressureBar * depthSlope(i);
        touches.rateBar[i] = pressureBar * damping * ramp;
      }
      // s_i = w (d_i / C)^3
      depthBar -= 3 * touches.shareBar[i] * touches.share[i] / depth;
    }
    for (int i = 0; i < touches.count; i++) {
      double pointDepthBar =
          touches.share[i] * (depthBar + 3 * touches.shareBar[i] / touches.depth[i]);
      pull(frames, i, pointDepthBar, touches.rateBar[i]);
    }
  }

  /** Cotangents of arms, normal and slip of F_i and its moments; returns that of f_i. */
  private double loadVjp(Frames frames, int i) {
    int k = 3 * i;
    int a = SPATIAL * source(i).probeFrame();
    int b = SPATIAL * source(i).fieldFrame();
    // dForce becomes the cotangent of F_i
    copy(frames.wrenchBar, a + 3, dForce, 0);
    addCross(1, frames.wrenchBar, a, touches.arm, k, dForce, 0);
    addScaled(-1, frames.wrenchBar, b + 3, dForce, 0);
    addCross(-1, frames.wrenchBar, b, touches.fieldArm, k, dForce, 0);
    cross(touches.force, k, frames.wrenchBar, a, touches.armBar, k);
    cross(frames.wrenchBar, b, touches.force, k, touches.fieldArmBar, k);
    // F = f n - t ut, t = mu f h
    double f = touches.normalForce[i];
    double h = touches.slowness[i];
    double mu = parameters.value(material.friction());
    double t = mu * f * h;
    double tBar = -dot(dForce, 0, touches.slip, k);
    double slipFactor = -tBar * mu * f * h * h * h;
    for (int m = 0; m < 3; m++) {
      touches.normalBar[k + m] = f * dForce[m];
      touches.slipBar[k + m] = -t * dForce[m] + slipFactor * touches.slip[k + m];
    }
    parameters.addCotangent(material.friction(), tBar * f * h);
    return dot(dForce, 0, touches.normal, k) + tBar * mu * h;
  }

  /** ut = u - (n . u) n and ddot = -n . u; then the geometry of the point. */
  private void pull(Frames frames, int i, double pointDepthBar, double pointRateBar) {
    int k = 3 * i;
    double speedBar = -dot(touches.slipBar, k, touches.normal, k) - pointRateBar;
    addScaled(touches.rate[i], touches.slipBar, k, touches.normalBar, k);
    addScaled(speedBar, touches.velocity, k, touches.normalBar, k);
    addScaled(speedBar, touches.normal, k, touches.slipBar, k);
    source(i)
        .vjp(
            frames,
            touches,
            i,
            pointDepthBar,
            touches.normalBar,
            touches.armBar,
            touches.fieldArmBar,
            touches.slipBar);
  }
}
