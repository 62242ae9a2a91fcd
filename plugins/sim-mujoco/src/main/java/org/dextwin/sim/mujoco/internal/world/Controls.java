package org.dextwin.sim.mujoco.internal.world;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.dextwin.api.model.Scene;
import org.dextwin.sim.mujoco.internal.engine.NativeData;
import org.dextwin.sim.mujoco.internal.engine.NativeModel;
import org.dextwin.sim.mujoco.internal.library.MujocoLibrary;

/**
 * The targets of all actuators and what becomes of them. The servos of a scene have a limit of
 * speed, which MuJoCo does not know: drive = clamp(kp (target + offset - q), +-kd vmax), which is a
 * control of q + clamp(target + offset - q, +-kd vmax / kp), set before every step. Where the
 * engine damps servos at their limit of torque (see {@link MujocoLibrary#dampsSaturated}), such a
 * servo is made a source of constant torque for the step. The actuators of a model file take
 * targets as they are.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class Controls {

  /** Parameters of gain and bias per actuator, in all versions. */
  static final int PARAMETERS = 10;

  /** Place of the velocity term among the parameters of an affine bias. */
  static final int VELOCITY = 2;

  private final WorldMap map;
  private final double[] targets;
  private final double[] offsets;
  private final double[] speedLimits;
  private final int[] positions;
  private final int[] velocities;
  private final double[] dampings;
  private final boolean[] saturated;
  private final boolean mendsSaturated;
  private final DoubleBuffer gains;
  private final DoubleBuffer biases;
  private final DoubleBuffer limits;

  /**
   * Takes targets as they are.
   *
   * @param map what is where
   * @param model the model
   */
  public Controls(WorldMap map, NativeModel model) {
    this(map, model, false);
  }

  private Controls(WorldMap map, NativeModel model, boolean mendsSaturated) {
    int count = map.layout().actuators().size();
    this.map = map;
    this.targets = new double[count];
    this.offsets = new double[count];
    this.speedLimits = new double[count];
    this.positions = new int[count];
    this.gains = model.numbers("actuator_gainprm", PARAMETERS * count);
    this.biases = model.numbers("actuator_biasprm", PARAMETERS * count);
    this.limits = model.numbers("actuator_forcerange", 2 * count);
    this.velocities = new int[count];
    this.dampings = new double[count];
    this.saturated = new boolean[count];
    this.mendsSaturated = mendsSaturated;
    Arrays.fill(speedLimits, Double.POSITIVE_INFINITY);
  }

  /**
   * Keeps the servos of a scene within their speeds.
   *
   * @param map what is where
   * @param model the model
   * @param scene the scene
   */
  public Controls(WorldMap map, NativeModel model, Scene scene) {
    this(map, model, model.library().dampsSaturated());
    int i = 0;
    for (var robot : scene.robots()) {
      for (var actuator : robot.model().actuators()) {
        int joint = map.layout().joints().indexOf(robot.name() + "/" + actuator.joint());
        positions[i] = map.jointPosition(joint);
        velocities[i] = map.jointVelocity(joint);
        speedLimits[i] = actuator.velocityLimit();
        dampings[i] = actuator.kd();
        i++;
      }
    }
  }

  /**
   * Returns how many actuators there are.
   *
   * @return the number of targets
   */
  public int count() {
    return targets.length;
  }

  /**
   * Sets a target.
   *
   * @param actuator its place in the layout
   * @param target its target
   */
  public void setTarget(int actuator, double target) {
    targets[actuator] = target;
  }

  double offset(int actuator) {
    return offsets[actuator];
  }

  void setOffset(int actuator, double offset) {
    offsets[actuator] = offset;
  }

  double damping(int actuator) {
    return dampings[actuator];
  }

  void setDamping(int actuator, double damping) {
    dampings[actuator] = damping;
    saturated[actuator] = false;
    biases.put(PARAMETERS * map.actuator(actuator) + VELOCITY, -damping);
  }

  /**
   * Hands the targets to MuJoCo, for the present positions.
   *
   * @param data where they act
   */
  public void apply(NativeData data) {
    for (int i = 0; i < targets.length; i++) {
      double target = targets[i] + offsets[i];
      if (speedLimits[i] < Double.POSITIVE_INFINITY) {
        double kp = gains.get(PARAMETERS * map.actuator(i));
        double q = data.position().get(positions[i]);
        double reach = kp > 0 ? dampings[i] * speedLimits[i] / kp : 0;
        target = q + Math.max(-reach, Math.min(target - q, reach));
      }
      if (mendsSaturated) {
        mend(i, target, data);
      }
      data.control().put(map.actuator(i), target);
    }
  }

  /** At the limit MuJoCo clamps the torque, so the damping can be taken out without a change. */
  private void mend(int i, double target, NativeData data) {
    int at = PARAMETERS * map.actuator(i);
    double limit = limits.get(2 * map.actuator(i) + 1);
    double drive = gains.get(at) * (target - data.position().get(positions[i]));
    double torque = drive - dampings[i] * data.velocity().get(velocities[i]);
    boolean beyond = limit > 0 && Math.abs(torque) > limit;
    // only if what is left is beyond the same limit, else the torque would change
    boolean mends = beyond && torque * drive > 0 && Math.abs(drive) >= limit;
    if (mends != saturated[i]) {
      saturated[i] = mends;
      biases.put(at + VELOCITY, mends ? 0 : -dampings[i]);
    }
  }
}
