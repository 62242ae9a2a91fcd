package org.dextwin.sim.mujoco.internal.world;

import java.nio.DoubleBuffer;
import org.dextwin.api.sim.ConfigurationSpace;

/**
 * Brings states from MuJoCo's order into the API's and back. A free joint of MuJoCo is (position,
 * quaternion) with the velocity (linear in the world, angular in the body); the API has
 * (quaternion, position) and (angular, linear), both in the world.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class StateMap {

  private static final int BODY_NQ = ConfigurationSpace.BODY_NQ;
  private static final int BODY_NV = ConfigurationSpace.BODY_NV;

  private final WorldMap map;
  private final int bodies;
  private final int joints;
  private final double[] turned = new double[3];

  /**
   * Prepares conversions.
   *
   * @param map what is where
   */
  public StateMap(WorldMap map) {
    this.map = map;
    this.bodies = map.layout().bodies().size();
    this.joints = map.layout().joints().size();
  }

  /**
   * Reads a state.
   *
   * @param qpos configuration, in MuJoCo's order
   * @param qvel velocity, in MuJoCo's order
   * @param q configuration in the API's order; overwritten from an offset on
   * @param qOffset the offset
   * @param v velocity in the API's order; overwritten from an offset on
   * @param vOffset the offset
   */
  public void read(
      DoubleBuffer qpos, DoubleBuffer qvel, double[] q, int qOffset, double[] v, int vOffset) {
    for (int i = 0; i < bodies; i++) {
      readBody(qpos, qvel, i, q, qOffset + BODY_NQ * i, v, vOffset + BODY_NV * i);
    }
    int jq = qOffset + BODY_NQ * bodies;
    int jv = vOffset + BODY_NV * bodies;
    for (int j = 0; j < joints; j++) {
      q[jq + j] = qpos.get(map.jointPosition(j));
      v[jv + j] = qvel.get(map.jointVelocity(j));
    }
  }

  private void readBody(
      DoubleBuffer qpos, DoubleBuffer qvel, int body, double[] q, int iq, double[] v, int iv) {
    int a = map.bodyPosition(body);
    int d = map.bodyVelocity(body);
    for (int k = 0; k < 4; k++) {
      q[iq + k] = qpos.get(a + 3 + k);
    }
    for (int k = 0; k < 3; k++) {
      q[iq + 4 + k] = qpos.get(a + k);
      v[iv + 3 + k] = qvel.get(d + k);
      turned[k] = qvel.get(d + 3 + k);
    }
    rotate(q, iq, 1, turned);
    System.arraycopy(turned, 0, v, iv, 3);
  }

  /**
   * Writes a state into one in MuJoCo's order. What says the same already is left as it is, bit by
   * bit, since turning velocities there and back would round them.
   *
   * @param q configuration in the API's order
   * @param v velocity in the API's order
   * @param qpos configuration in MuJoCo's order; overwritten
   * @param qvel velocity in MuJoCo's order; overwritten
   */
  public void write(double[] q, double[] v, DoubleBuffer qpos, DoubleBuffer qvel) {
    double[] oldQ = new double[q.length];
    double[] oldV = new double[v.length];
    read(qpos, qvel, oldQ, 0, oldV, 0);
    for (int i = 0; i < bodies; i++) {
      if (differ(q, oldQ, BODY_NQ * i, BODY_NQ) || differ(v, oldV, BODY_NV * i, BODY_NV)) {
        writeBody(q, v, i, qpos, qvel);
      }
    }
    for (int j = 0; j < joints; j++) {
      qpos.put(map.jointPosition(j), q[BODY_NQ * bodies + j]);
      qvel.put(map.jointVelocity(j), v[BODY_NV * bodies + j]);
    }
  }

  private static boolean differ(double[] a, double[] b, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (a[i] != b[i]) {
        return true;
      }
    }
    return false;
  }

  private void writeBody(double[] q, double[] v, int body, DoubleBuffer qpos, DoubleBuffer qvel) {
    int a = map.bodyPosition(body);
    int d = map.bodyVelocity(body);
    int iq = BODY_NQ * body;
    int iv = BODY_NV * body;
    System.arraycopy(v, iv, turned, 0, 3);
    rotate(q, iq, -1, turned);
    for (int k = 0; k < 4; k++) {
      qpos.put(a + 3 + k, q[iq + k]);
    }
    for (int k = 0; k < 3; k++) {
      qpos.put(a + k, q[iq + 4 + k]);
      qvel.put(d + k, v[iv + 3 + k]);
      qvel.put(d + 3 + k, turned[k]);
    }
  }

  /** Turns x by the quaternion at an index, or by its inverse if the sign is -1. */
  static void rotate(double[] q, int i, int sign, double[] x) {
    double w = q[i];
    double ax = sign * q[i + 1];
    double ay = sign * q[i + 2];
    double az = sign * q[i + 3];
    // t = 2 a x x;  x' = x + w t + a x t
    double tx = 2 * (ay * x[2] - az * x[1]);
    double ty = 2 * (az * x[0] - ax * x[2]);
    double tz = 2 * (ax * x[1] - ay * x[0]);
    double x0 = x[0] + w * tx + ay * tz - az * ty;
    double x1 = x[1] + w * ty + az * tx - ax * tz;
    double x2 = x[2] + w * tz + ax * ty - ay * tx;
    x[0] = x0;
    x[1] = x1;
    x[2] = x2;
  }
}
