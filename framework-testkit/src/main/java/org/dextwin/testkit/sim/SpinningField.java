package org.dextwin.testkit.sim;

import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.DifferentiableAccelerationField;
import org.dextwin.api.sim.MotionState;

/**
 * A smooth nonlinear field that couples rotation, translation and a joint, in several copies. With
 * the turned direction u = R e and the downward direction g,
 *
 * <pre>
 * d omega / dt   = k u x g + c omega x u
 * d v / dt       = -s p + h omega x v + b theta u
 * d thetadot/dt  = -l sin(theta) + r u . g + w p . v
 * </pre>
 *
 * where k is the field's one parameter.
 */
final class SpinningField implements DifferentiableAccelerationField {

  private static final Vec3 E = new Vec3(0.6, 0, 0.8);
  private static final Vec3 G = new Vec3(0, 0, -1);
  private static final double C = 0.7;
  private static final double S = 2.5;
  private static final double H = 0.8;
  private static final double B = 0.9;
  private static final double L = 3;
  private static final double R = 1.1;
  private static final double W = 0.6;

  private final int copies;
  private final double k;
  private final double dk;
  private double kBar;

  /**
   * Makes a field.
   *
   * @param copies number of bodies and of joints
   * @param k the parameter
   * @param dk direction of the parameter in {@link #jvp}
   */
  SpinningField(int copies, double k, double dk) {
    this.copies = copies;
    this.k = k;
    this.dk = dk;
  }

  /** The parameter's cotangent, gathered by {@link #vjp}. */
  double parameterCotangent() {
    return kBar;
  }

  @Override
  public ConfigurationSpace space() {
    return new ConfigurationSpace(copies, copies);
  }

  /** A start at which nothing is zero. */
  MotionState start() {
    MotionState state = new MotionState(space());
    for (int i = 0; i < copies; i++) {
      Quat.normalizing(0.9, 0.2 + 0.1 * i, -0.3, 0.1).copyTo(state.q(), iq(i));
      new Vec3(0.3, -0.2 * (i + 1), 0.5).copyTo(state.q(), iq(i) + 4);
      state.q()[jq(i)] = 0.4 + 0.2 * i;
      new Vec3(1.1, -0.7, 0.9 + 0.2 * i).copyTo(state.v(), iv(i));
      new Vec3(-0.4, 0.6, 0.2).copyTo(state.v(), iv(i) + 3);
      state.v()[jv(i)] = 0.8 - 0.3 * i;
    }
    return state;
  }

  private static int iq(int i) {
    return ConfigurationSpace.BODY_NQ * i;
  }

  private static int iv(int i) {
    return ConfigurationSpace.BODY_NV * i;
  }

  private int jq(int i) {
    return ConfigurationSpace.BODY_NQ * copies + i;
  }

  private int jv(int i) {
    return ConfigurationSpace.BODY_NV * copies + i;
  }

  @Override
  public void evaluate(MotionState state, double[] acceleration) {
    double[] q = state.q();
    double[] v = state.v();
    for (int i = 0; i < copies; i++) {
      Vec3 u = Quat.of(q, iq(i)).rotate(E);
      Vec3 p = Vec3.of(q, iq(i) + 4);
      Vec3 omega = Vec3.of(v, iv(i));
      Vec3 velocity = Vec3.of(v, iv(i) + 3);
      double theta = q[jq(i)];
      u.cross(G).times(k).plus(omega.cross(u).times(C)).copyTo(acceleration, iv(i));
      p.times(-S)
          .plus(omega.cross(velocity).times(H))
          .plus(u.times(B * theta))
          .copyTo(acceleration, iv(i) + 3);
      acceleration[jv(i)] = -L * Math.sin(theta) + R * u.dot(G) + W * p.dot(velocity);
    }
  }

  @Override
  public void jvp(MotionState state, double[] dq, double[] dv, double[] da) {
    double[] q = state.q();
    double[] v = state.v();
    for (int i = 0; i < copies; i++) {
      Vec3 u = Quat.of(q, iq(i)).rotate(E);
      Vec3 p = Vec3.of(q, iq(i) + 4);
      Vec3 omega = Vec3.of(v, iv(i));
      Vec3 velocity = Vec3.of(v, iv(i) + 3);
      double theta = q[jq(i)];
      Vec3 du = Vec3.of(dq, iv(i)).cross(u);
      Vec3 dp = Vec3.of(dq, iv(i) + 3);
      Vec3 dOmega = Vec3.of(dv, iv(i));
      Vec3 dVelocity = Vec3.of(dv, iv(i) + 3);
      double dTheta = dq[jv(i)];
      du.cross(G)
          .times(k)
          .plus(u.cross(G).times(dk))
          .plus(dOmega.cross(u).plus(omega.cross(du)).times(C))
          .copyTo(da, iv(i));
      dp.times(-S)
          .plus(dOmega.cross(velocity).plus(omega.cross(dVelocity)).times(H))
          .plus(u.times(B * dTheta))
          .plus(du.times(B * theta))
          .copyTo(da, iv(i) + 3);
      da[jv(i)] =
          -L * Math.cos(theta) * dTheta + R * du.dot(G) + W * (dp.dot(velocity) + p.dot(dVelocity));
    }
  }

  @Override
  public void vjp(MotionState state, double[] aBar, double[] qBar, double[] vBar) {
    double[] q = state.q();
    double[] v = state.v();
    for (int i = 0; i < copies; i++) {
      Vec3 u = Quat.of(q, iq(i)).rotate(E);
      Vec3 p = Vec3.of(q, iq(i) + 4);
      Vec3 omega = Vec3.of(v, iv(i));
      Vec3 velocity = Vec3.of(v, iv(i) + 3);
      double theta = q[jq(i)];
      Vec3 angular = Vec3.of(aBar, iv(i));
      Vec3 linear = Vec3.of(aBar, iv(i) + 3);
      double joint = aBar[jv(i)];
      Vec3 uBar =
          G.cross(angular)
              .times(k)
              .plus(angular.cross(omega).times(C))
              .plus(linear.times(B * theta))
              .plus(G.times(R * joint));
      add(qBar, iv(i), u.cross(uBar));
      add(qBar, iv(i) + 3, linear.times(-S).plus(velocity.times(W * joint)));
      qBar[jv(i)] += B * u.dot(linear) - L * Math.cos(theta) * joint;
      add(vBar, iv(i), u.cross(angular).times(C).plus(velocity.cross(linear).times(H)));
      add(vBar, iv(i) + 3, linear.cross(omega).times(H).plus(p.times(W * joint)));
      kBar += angular.dot(u.cross(G));
    }
  }

  private static void add(double[] values, int offset, Vec3 v) {
    values[offset] += v.x();
    values[offset + 1] += v.y();
    values[offset + 2] += v.z();
  }
}
