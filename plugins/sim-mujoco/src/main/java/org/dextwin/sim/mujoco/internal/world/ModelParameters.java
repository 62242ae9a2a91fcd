package org.dextwin.sim.mujoco.internal.world;

import java.nio.DoubleBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.Parameter.Kind;
import org.dextwin.api.sim.Parameters;
import org.dextwin.sim.mujoco.internal.engine.NativeData;
import org.dextwin.sim.mujoco.internal.engine.NativeModel;

/**
 * Physical parameters, changed in the compiled model. What MuJoCo derives from masses and inertias
 * is computed again; nothing is compiled anew.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class ModelParameters implements Parameters {

  private static final double LARGEST = 1e9;
  private static final double LARGEST_OFFSET = 1e3;
  private static final double FARTHEST = 1e3;
  private static final double SMALLEST_MASS = 1e-9;
  private static final double SMALLEST_SCALE = 1e-3;
  private static final double LARGEST_SCALE = 1e3;
  private static final double SMALLEST_LIMIT = 1e-9;

  private final NativeModel model;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private record Entry(Parameter parameter, DoubleSupplier get, DoubleConsumer set) {}

  /**
   * Starts without parameters.
   *
   * @param model the model
   */
  public ModelParameters(NativeModel model) {
    this.model = model;
  }

  @Override
  public List<Parameter> all() {
    return entries.values().stream().map(Entry::parameter).toList();
  }

  @Override
  public double get(String name) {
    return entry(name).get.getAsDouble();
  }

  @Override
  public void set(String name, double value) {
    Entry entry = entry(name);
    Parameter parameter = entry.parameter;
    if (!(value >= parameter.lower() && value <= parameter.upper())) {
      throw new IllegalArgumentException(
          "parameter '"
              + name
              + "' is "
              + value
              + "; it must be between "
              + parameter.lower()
              + " and "
              + parameter.upper()
              + " "
              + parameter.kind().unit());
    }
    entry.set.accept(value);
  }

  private Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "no parameter '" + name + "'; there are " + entries.keySet());
    }
    return entry;
  }

  void add(
      String subject,
      Kind kind,
      double lower,
      double upper,
      DoubleSupplier get,
      DoubleConsumer set) {
    Parameter parameter = new Parameter(subject, kind, lower, upper);
    entries.put(parameter.name(), new Entry(parameter, get, set));
  }

  private void add(
      String subject, Kind kind, double lower, double upper, DoubleBuffer array, int index) {
    // a scene may hold values beyond the usual range
    double value = array.get(index);
    add(
        subject,
        kind,
        Math.min(lower, value),
        Math.max(upper, value),
        () -> array.get(index),
        it -> array.put(index, it));
  }

  /**
   * Offers mass, inertia and centre of mass of all free bodies.
   *
   * @param map what is where
   * @param pairs contacts whose compliance depends on the masses
   */
  public void addBodies(WorldMap map, ContactPairs pairs) {
    List<String> names = map.layout().bodies();
    for (int i = 0; i < names.size(); i++) {
      addBody(names.get(i), map.freeBody(i), pairs);
    }
  }

  /** Mass scales the inertia along; the scale of the inertia is that at the present mass. */
  private void addBody(String name, int body, ContactPairs pairs) {
    int nbody = model.count("nbody");
    DoubleBuffer masses = model.numbers("body_mass", nbody);
    DoubleBuffer inertias = model.numbers("body_inertia", 3 * nbody);
    DoubleBuffer centers = model.numbers("body_ipos", 3 * nbody);
    double mass = masses.get(body);
    double[] inertia = new double[3];
    inertias.get(3 * body, inertia);
    double[] scale = {1};
    Runnable write =
        () -> {
          for (int k = 0; k < 3; k++) {
            inertias.put(3 * body + k, inertia[k] * (masses.get(body) / mass) * scale[0]);
          }
          recompute();
        };
    add(
        name,
        Kind.MASS,
        Math.min(SMALLEST_MASS, mass),
        Math.max(LARGEST, mass),
        () -> masses.get(body),
        value -> {
          pairs.changeMass(name, masses.get(body), value);
          masses.put(body, value);
          write.run();
        });
    add(
        name,
        Kind.INERTIA_SCALE,
        SMALLEST_SCALE,
        LARGEST_SCALE,
        () -> scale[0],
        value -> {
          scale[0] = value;
          write.run();
        });
    Kind[] axes = {Kind.CENTER_OF_MASS_X, Kind.CENTER_OF_MASS_Y, Kind.CENTER_OF_MASS_Z};
    for (int k = 0; k < axes.length; k++) {
      int index = 3 * body + k;
      add(
          name,
          axes[k],
          -FARTHEST,
          FARTHEST,
          () -> centers.get(index),
          value -> {
            centers.put(index, value);
            recompute();
          });
    }
  }

  /** What follows from masses, such as the inverse inertia that softens constraints. */
  private void recompute() {
    try (NativeData scratch = new NativeData(model)) {
      model.recompute(scratch);
    }
  }

  /**
   * Offers damping, dry friction and rotor inertia of all joints.
   *
   * @param map what is where
   */
  public void addJoints(WorldMap map) {
    int nv = model.count("nv");
    DoubleBuffer damping = model.numbers("dof_damping", nv);
    DoubleBuffer armature = model.numbers("dof_armature", nv);
    List<String> names = map.layout().joints();
    for (int i = 0; i < names.size(); i++) {
      int dof = map.jointVelocity(i);
      add(names.get(i), Kind.JOINT_DAMPING, 0, LARGEST, damping, dof);
      if (model.struct().has("dof_frictionloss")) {
        DoubleBuffer friction = model.numbers("dof_frictionloss", nv);
        add(names.get(i), Kind.JOINT_FRICTION, 0, LARGEST, friction, dof);
      }
      add(
          names.get(i),
          Kind.ARMATURE,
          0,
          LARGEST,
          () -> armature.get(dof),
          value -> {
            armature.put(dof, value);
            recompute();
          });
    }
  }

  /**
   * Offers gains, limit and offset of the servos of a scene.
   *
   * @param map what is where
   * @param controls holds the offsets
   * @param joints names of the driven joints, one per actuator
   */
  public void addServos(WorldMap map, Controls controls, List<String> joints) {
    int count = joints.size();
    DoubleBuffer gains = model.numbers("actuator_gainprm", Controls.PARAMETERS * count);
    DoubleBuffer biases = model.numbers("actuator_biasprm", Controls.PARAMETERS * count);
    DoubleBuffer limits = model.numbers("actuator_forcerange", 2 * count);
    for (int i = 0; i < count; i++) {
      int actuator = i;
      int id = map.actuator(i);
      int gain = Controls.PARAMETERS * id;
      add(
          joints.get(i),
          Kind.POSITION_GAIN,
          0,
          LARGEST,
          () -> gains.get(gain),
          value -> {
            gains.put(gain, value);
            biases.put(gain + 1, -value);
          });
      add(
          joints.get(i),
          Kind.VELOCITY_GAIN,
          0,
          LARGEST,
          () -> controls.damping(actuator),
          value -> controls.setDamping(actuator, value));
      if (limits.get(2 * id + 1) > 0) { // else the servo was compiled without a limit
        add(
            joints.get(i),
            Kind.TORQUE_LIMIT,
            SMALLEST_LIMIT,
            LARGEST,
            () -> limits.get(2 * id + 1),
            value -> {
              limits.put(2 * id, -value);
              limits.put(2 * id + 1, value);
            });
      }
      add(
          joints.get(i),
          Kind.TARGET_OFFSET,
          -LARGEST_OFFSET,
          LARGEST_OFFSET,
          () -> controls.offset(actuator),
          value -> controls.setOffset(actuator, value));
    }
  }

  /**
   * Offers the place of the base of a robot.
   *
   * @param robot name of the robot
   * @param body index of its root link
   */
  public void addBase(String robot, int body) {
    if (!model.struct().has("body_pos")) {
      return;
    }
    DoubleBuffer places = model.numbers("body_pos", 3 * model.count("nbody"));
    Kind[] axes = {Kind.BASE_X, Kind.BASE_Y, Kind.BASE_Z};
    for (int k = 0; k < axes.length; k++) {
      add(robot, axes[k], -FARTHEST, FARTHEST, places, 3 * body + k);
    }
  }

  /**
   * Offers friction and compliance of the pairs of a scene.
   *
   * @param pairs the pairs
   */
  public void addPairs(ContactPairs pairs) {
    pairs.offer(this);
  }
}
