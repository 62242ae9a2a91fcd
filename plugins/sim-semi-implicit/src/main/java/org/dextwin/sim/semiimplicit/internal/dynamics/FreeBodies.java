package org.dextwin.sim.semiimplicit.internal.dynamics;

import static org.dextwin.mechanics.dynamics.Frames.ROTATION;
import static org.dextwin.mechanics.dynamics.Frames.SPATIAL;
import static org.dextwin.mechanics.dynamics.Vectors.addCross;
import static org.dextwin.mechanics.dynamics.Vectors.addScaled;
import static org.dextwin.mechanics.dynamics.Vectors.clear;
import static org.dextwin.mechanics.dynamics.Vectors.copy;
import static org.dextwin.mechanics.dynamics.Vectors.cross;
import static org.dextwin.mechanics.dynamics.Vectors.dot;
import static org.dextwin.mechanics.dynamics.Vectors.multiply;
import static org.dextwin.mechanics.dynamics.Vectors.rotate;
import static org.dextwin.mechanics.dynamics.Vectors.rotateBack;

import java.util.List;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.Parameter;
import org.dextwin.mechanics.dynamics.Frames;

/**
 * Free rigid bodies by the Newton-Euler equations about the centre of mass C, rotation in body
 * axes:
 *
 * <pre>
 *   m (a_C - g) = F
 *   I_b beta    = R^T tau_C - w_b x I_b w_b,    alpha = R beta,  w_b = R^T omega
 *   tau_C       = tau_B - r x F,                r = R c
 * </pre>
 *
 * with I_b = I_0 (m / m_0) s, where s is the inertia scale. The state holds poses of the centre of
 * mass; frames sit at the origins of the bodies.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Featherstone 2008, 2.13; D-REX Eq. 2.
 */
public final class FreeBodies implements Mechanism {

  /** Values of parameters beyond which a body is surely a mistake. */
  private static final double SMALLEST_MASS = 1e-9;

  private static final double LARGEST_MASS = 1e6;
  private static final double LARGEST_INERTIA_RATIO = 1e6;
  private static final double LARGEST_OFFSET = 1e3;

  private final int count;
  private final double[] gravity;
  private final ParameterVector parameters;
  private final int[] center;
  private final OriginShift shift;

  private final int[] mass;
  private final int[] inertiaScale;
  private final double[] nominalMass;
  private final SymmetricMatrix3[] nominalInertia;

  /** I_b and its inverse at the parameters' values, refreshed when they change. */
  private final double[] inertia;

  private final double[] inverseInertia;
  private int refreshed = -1;

  /** Intermediate values of the last evaluation, three numbers per body. */
  private final double[] bodySpeed;

  private final double[] momentum;
  private final double[] bodyAcceleration;
  private final double[] torque;
  private final double[] force;
  private final double[] alpha;

  private final double[] angularVelocity;
  private final double[] x = new double[3];
  private final double[] y = new double[3];
  private final double[] z = new double[3];

  /**
   * Registers the parameters of free bodies.
   *
   * @param bodies the bodies, all with mass
   * @param gravity acceleration of free fall [m/s^2]
   * @param parameters added to
   */
  public FreeBodies(List<SceneBody> bodies, Vec3 gravity, ParameterVector parameters) {
    this.count = bodies.size();
    this.gravity = new double[] {gravity.x(), gravity.y(), gravity.z()};
    this.parameters = parameters;
    this.mass = new int[count];
    this.inertiaScale = new int[count];
    this.nominalMass = new double[count];
    this.nominalInertia = new SymmetricMatrix3[count];
    this.center = new int[count];
    for (int b = 0; b < count; b++) {
      SceneBody body = bodies.get(b);
      MassProperties properties = body.mass().orElseThrow();
      nominalMass[b] = properties.mass();
      nominalInertia[b] = properties.inertia();
      mass[b] = add(body, Parameter.Kind.MASS, SMALLEST_MASS, LARGEST_MASS, properties.mass());
      inertiaScale[b] =
          add(
              body,
              Parameter.Kind.INERTIA_SCALE,
              1 / LARGEST_INERTIA_RATIO,
              LARGEST_INERTIA_RATIO,
              1);
      Vec3 c = properties.centerOfMass();
      center[b] =
          add(body, Parameter.Kind.CENTER_OF_MASS_X, -LARGEST_OFFSET, LARGEST_OFFSET, c.x());
      add(body, Parameter.Kind.CENTER_OF_MASS_Y, -LARGEST_OFFSET, LARGEST_OFFSET, c.y());
      add(body, Parameter.Kind.CENTER_OF_MASS_Z, -LARGEST_OFFSET, LARGEST_OFFSET, c.z());
    }
    this.shift = newShift();
    this.inertia = new double[6 * count];
    this.inverseInertia = new double[6 * count];
    this.bodySpeed = new double[3 * count];
    this.momentum = new double[3 * count];
    this.bodyAcceleration = new double[3 * count];
    this.torque = new double[3 * count];
    this.force = new double[3 * count];
    this.alpha = new double[3 * count];
    this.angularVelocity = new double[3 * count];
  }

  private int add(SceneBody body, Parameter.Kind kind, double lower, double upper, double value) {
    return parameters.add(new Parameter(body.name(), kind, lower, upper), value);
  }

  /**
   * Makes a map between states of origins and of centres of mass.
   *
   * @return the map, with work space of its own
   */
  public OriginShift newShift() {
    return new OriginShift(center, parameters);
  }

  /**
   * Returns how many bodies there are; they own the first frames of the world.
   *
   * @return the number of bodies
   */
  public int count() {
    return count;
  }

  /**
   * Adds M^-1 times an impulse to a body's part of a velocity, at the last {@link #kinematics}.
   *
   * @param body index of the body
   * @param k factor
   * @param impulse moment about the centre of mass and force, shape (6)
   * @param velocity velocity of all bodies; added to
   */
  public void addResponse(int body, double k, double[] impulse, double[] velocity) {
    int r = ROTATION * body;
    rotateBack(shift.rotation, r, impulse, 0, x, 0);
    multiply(inverseInertia, 6 * body, x, 0, x, 0);
    rotate(shift.rotation, r, x, 0, x, 0);
    addScaled(k, x, 0, velocity, SPATIAL * body);
    addScaled(k / parameters.value(mass[body]), impulse, 3, velocity, SPATIAL * body + 3);
  }

  @Override
  public void kinematics(double[] q, double[] v, Frames frames) {
    refresh();
    shift.place(q);
    System.arraycopy(shift.rotation, 0, frames.rotation, 0, ROTATION * count);
    System.arraycopy(v, 0, frames.velocity, 0, SPATIAL * count);
    for (int b = 0; b < count; b++) {
      int i = SPATIAL * b;
      copy(q, ConfigurationSpace.BODY_NQ * b + 4, frames.position, 3 * b);
      addScaled(-1, shift.arm, 3 * b, frames.position, 3 * b);
      addCross(-1, v, i, shift.arm, 3 * b, frames.velocity, i + 3);
      copy(v, i, angularVelocity, 3 * b);
    }
  }

  @Override
  public void accelerations(Frames frames, double[] acceleration) {
    for (int b = 0; b < count; b++) {
      int i = SPATIAL * b;
      int k = 3 * b;
      int r = ROTATION * b;
      // tau_C = tau_B - r x F
      copy(frames.wrench, i + 3, force, k);
      copy(frames.wrench, i, torque, k);
      addCross(-1, shift.arm, k, force, k, torque, k);
      // Euler's equation in body axes
      rotateBack(shift.rotation, r, angularVelocity, k, bodySpeed, k);
      multiply(inertia, 6 * b, bodySpeed, k, momentum, k);
      rotateBack(shift.rotation, r, torque, k, x, 0);
      addCross(-1, bodySpeed, k, momentum, k, x, 0);
      multiply(inverseInertia, 6 * b, x, 0, bodyAcceleration, k);
      rotate(shift.rotation, r, bodyAcceleration, k, alpha, k);
      copy(alpha, k, acceleration, i);
      // Newton's equation
      copy(gravity, 0, acceleration, i + 3);
      addScaled(1 / parameters.value(mass[b]), force, k, acceleration, i + 3);
    }
  }

  @Override
  public void kinematicsJvp(double[] dq, double[] dv, Frames frames) {
    System.arraycopy(dq, 0, frames.poseDirection, 0, SPATIAL * count);
    System.arraycopy(dv, 0, frames.velocityDirection, 0, SPATIAL * count);
    shift.toOriginJvp(frames.velocity, frames.poseDirection, frames.velocityDirection);
  }

  @Override
  public void accelerationsJvp(double[] dq, double[] dv, Frames frames, double[] da) {
    for (int b = 0; b < count; b++) {
      int i = SPATIAL * b;
      int k = 3 * b;
      int r = ROTATION * b;
      double m = parameters.value(mass[b]);
      double dm = parameters.direction(mass[b]);
      // dI = kappa I
      double kappa =
          dm / m + parameters.direction(inertiaScale[b]) / parameters.value(inertiaScale[b]);
      // x = R^T (domega - dphi x omega): dw_b
      copy(dv, i, x, 0);
      addCross(-1, dq, i, angularVelocity, k, x, 0);
      rotateBack(shift.rotation, r, x, 0, x, 0);
      // y = R^T (dtau_C - dphi x tau_C), dtau_C = dtau_B - dr x F - r x dF
      copy(frames.wrenchDirection, i, y, 0);
      shift.armDirection(b, dq, z);
      addCross(-1, z, 0, force, k, y, 0);
      addCross(-1, shift.arm, k, frames.wrenchDirection, i + 3, y, 0);
      addCross(-1, dq, i, torque, k, y, 0);
      rotateBack(shift.rotation, r, y, 0, y, 0);
      // y -= dw_b x L + w_b x (I dw_b + kappa L), L = I w_b
      addCross(-1, x, 0, momentum, k, y, 0);
      multiply(inertia, 6 * b, x, 0, z, 0);
      addScaled(kappa, momentum, k, z, 0);
      addCross(-1, bodySpeed, k, z, 0, y, 0);
      // dbeta = I^-1 y - kappa beta; dalpha = dphi x alpha + R dbeta
      multiply(inverseInertia, 6 * b, y, 0, y, 0);
      addScaled(-kappa, bodyAcceleration, k, y, 0);
      rotate(shift.rotation, r, y, 0, da, i);
      addCross(1, dq, i, alpha, k, da, i);
      // da_C = dF / m - F dm / m^2
      clear(da, i + 3);
      addScaled(1 / m, frames.wrenchDirection, i + 3, da, i + 3);
      addScaled(-dm / (m * m), force, k, da, i + 3);
    }
  }

  @Override
  public void accelerationsVjp(double[] aBar, Frames frames, double[] qBar, double[] vBar) {
    for (int b = 0; b < count; b++) {
      int i = SPATIAL * b;
      int k = 3 * b;
      int r = ROTATION * b;
      double m = parameters.value(mass[b]);
      // alpha = R beta
      addCross(1, alpha, k, aBar, i, qBar, i);
      rotateBack(shift.rotation, r, aBar, i, x, 0);
      // beta = I^-1 y; x becomes yBar
      double kappaBar = -dot(bodyAcceleration, k, x, 0);
      multiply(inverseInertia, 6 * b, x, 0, x, 0);
      // y = R^T tau_C - w_b x I w_b; z becomes w_bBar
      cross(bodySpeed, k, momentum, k, y, 0);
      kappaBar -= dot(x, 0, y, 0);
      cross(bodySpeed, k, x, 0, y, 0);
      multiply(inertia, 6 * b, y, 0, z, 0);
      addCross(-1, momentum, k, x, 0, z, 0);
      // w_b = R^T omega
      rotate(shift.rotation, r, z, 0, z, 0);
      addScaled(1, z, 0, vBar, i);
      addCross(-1, angularVelocity, k, z, 0, qBar, i);
      // x becomes the cotangent of tau_C = tau_B - r x F
      rotate(shift.rotation, r, x, 0, x, 0);
      addCross(-1, torque, k, x, 0, qBar, i);
      addScaled(1, x, 0, frames.wrenchBar, i);
      addCross(1, shift.arm, k, x, 0, frames.wrenchBar, i + 3);
      cross(x, 0, force, k, y, 0);
      shift.armVjp(b, y, qBar);
      // a_C = g + F / m
      addScaled(1 / m, aBar, i + 3, frames.wrenchBar, i + 3);
      double massBar = kappaBar / m - dot(aBar, i + 3, force, k) / (m * m);
      parameters.addCotangent(mass[b], massBar);
      parameters.addCotangent(inertiaScale[b], kappaBar / parameters.value(inertiaScale[b]));
    }
  }

  @Override
  public void kinematicsVjp(Frames frames, double[] qBar, double[] vBar) {
    shift.toOriginVjp(frames.velocity, frames.poseBar, frames.velocityBar);
    for (int i = 0; i < SPATIAL * count; i++) {
      qBar[i] += frames.poseBar[i];
      vBar[i] += frames.velocityBar[i];
    }
  }

  private void refresh() {
    if (refreshed == parameters.revision()) {
      return;
    }
    for (int b = 0; b < count; b++) {
      double factor =
          parameters.value(mass[b]) / nominalMass[b] * parameters.value(inertiaScale[b]);
      SymmetricMatrix3 scaled = nominalInertia[b].times(factor);
      store(scaled, inertia, 6 * b);
      store(scaled.inverse(), inverseInertia, 6 * b);
    }
    refreshed = parameters.revision();
  }

  private static void store(SymmetricMatrix3 m, double[] out, int i) {
    out[i] = m.xx();
    out[i + 1] = m.yy();
    out[i + 2] = m.zz();
    out[i + 3] = m.xy();
    out[i + 4] = m.xz();
    out[i + 5] = m.yz();
  }
}
