package org.dextwin.sim.mujoco.internal.world;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.WrenchSignal;
import org.dextwin.sim.mujoco.internal.engine.NativeData;
import org.dextwin.sim.mujoco.internal.engine.NativeModel;

/**
 * Wrenches from outside on free bodies. The API gives them about the body's origin, as (torque,
 * force); MuJoCo takes them at the centre of mass, as (force, torque): tau_C = tau_O - (R c) x F.
 * Since R changes, that is done before every step.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class Wrenches {

  private static final int WIDTH = ConfigurationSpace.BODY_NV;

  private final WorldMap map;
  private final DoubleBuffer centers;
  private final double[] values;
  private final double[] quaternion = new double[4];
  private final double[] center = new double[3];
  private boolean none = true;

  /**
   * Makes room for a wrench on every free body.
   *
   * @param map what is where
   * @param model the model
   */
  public Wrenches(WorldMap map, NativeModel model) {
    this.map = map;
    this.centers = model.numbers("body_ipos", 3 * model.count("nbody"));
    this.values = new double[WIDTH * map.layout().bodies().size()];
  }

  /** Removes all wrenches. */
  public void clear() {
    Arrays.fill(values, 0);
    none = true;
  }

  /**
   * Adds a wrench.
   *
   * @param body name of a free body
   * @param torque torque about its origin, in the world [N m]
   * @param force force, in the world [N]
   * @throws IllegalArgumentException if there is no such free body
   */
  public void add(String body, Vec3 torque, Vec3 force) {
    int i = map.layout().bodyVelocity(body);
    values[i] += torque.x();
    values[i + 1] += torque.y();
    values[i + 2] += torque.z();
    values[i + 3] += force.x();
    values[i + 4] += force.y();
    values[i + 5] += force.z();
    none = false;
  }

  /**
   * Adds the wrench of one step of a signal.
   *
   * @param signal the signal
   * @param step index of the step
   */
  public void add(WrenchSignal signal, int step) {
    add(signal.body(), signal.torque(step), signal.force(step));
  }

  /**
   * Takes over the wrenches of another.
   *
   * @param other the wrenches of the same world
   */
  public void set(Wrenches other) {
    System.arraycopy(other.values, 0, values, 0, values.length);
    none = other.none;
  }

  /**
   * Hands the wrenches to MuJoCo, for the present poses.
   *
   * @param data where they act
   */
  public void apply(NativeData data) {
    if (none) {
      return;
    }
    DoubleBuffer applied = data.appliedWrenches();
    DoubleBuffer qpos = data.position();
    for (int body = 0; body < map.layout().bodies().size(); body++) {
      int i = WIDTH * body;
      int id = map.freeBody(body);
      for (int k = 0; k < 4; k++) {
        quaternion[k] = qpos.get(map.bodyPosition(body) + 3 + k);
      }
      for (int k = 0; k < 3; k++) {
        center[k] = centers.get(3 * id + k);
      }
      StateMap.rotate(quaternion, 0, 1, center);
      double fx = values[i + 3];
      double fy = values[i + 4];
      double fz = values[i + 5];
      int at = NativeData.WRENCH * id;
      applied.put(at, fx);
      applied.put(at + 1, fy);
      applied.put(at + 2, fz);
      applied.put(at + 3, values[i] - (center[1] * fz - center[2] * fy));
      applied.put(at + 4, values[i + 1] - (center[2] * fx - center[0] * fz));
      applied.put(at + 5, values[i + 2] - (center[0] * fy - center[1] * fx));
    }
  }

  /**
   * Removes what {@link #apply} handed over.
   *
   * @param data where they acted
   */
  public void remove(NativeData data) {
    if (none) {
      return;
    }
    for (int body = 0; body < map.layout().bodies().size(); body++) {
      int at = NativeData.WRENCH * map.freeBody(body);
      for (int k = 0; k < NativeData.WRENCH; k++) {
        data.appliedWrenches().put(at + k, 0);
      }
    }
  }
}
