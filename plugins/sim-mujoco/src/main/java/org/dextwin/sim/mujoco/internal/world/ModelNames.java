package org.dextwin.sim.mujoco.internal.world;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.sim.mujoco.internal.engine.NativeModel;
import org.jspecify.annotations.Nullable;

/** Names of the things of a model; what has none is called after its index, such as body3. */
final class ModelNames {

  private final NativeModel model;
  private final List<String> bodies = new ArrayList<>();
  private final int[] roots;
  private final IntBuffer jointOwners;

  ModelNames(NativeModel model) {
    this.model = model;
    int nbody = model.count("nbody");
    IntBuffer parents = model.integers("body_parentid", nbody);
    this.roots = new int[nbody];
    for (int body = 0; body < nbody; body++) {
      bodies.add(orIndex(model.name("mjOBJ_BODY", body), "body", body));
      roots[body] = parents.get(body) == 0 ? body : roots[parents.get(body)]; // parents come first
    }
    this.jointOwners = model.integers("jnt_bodyid", model.count("njnt"));
  }

  private static String orIndex(@Nullable String name, String kind, int id) {
    return name == null || name.isEmpty() ? kind + id : name;
  }

  List<String> bodies() {
    return bodies;
  }

  /** The body below the world that carries a body. */
  String robot(int body) {
    return bodies.get(roots[body]);
  }

  String joint(int joint) {
    return orIndex(model.name("mjOBJ_JOINT", joint), "joint", joint);
  }

  /** A joint or free body in a message; names of written scenes hold their robot already. */
  String described(int joint) {
    int type = model.integers("jnt_type", joint + 1).get(joint);
    return type == NativeModel.FREE
        ? "body '" + bodies.get(jointOwners.get(joint)) + "'"
        : "joint '" + joint(joint) + "'";
  }

  /** An actuator, below the robot whose joint it drives; others stand alone. */
  String actuator(int actuator) {
    String name = orIndex(model.name("mjOBJ_ACTUATOR", actuator), "actuator", actuator);
    int type = model.integers("actuator_trntype", actuator + 1).get(actuator);
    int joint = model.integers("actuator_trnid", 2 * (actuator + 1)).get(2 * actuator);
    boolean drivesJoint = type == model.layout().number("mjTRN_JOINT");
    return drivesJoint ? robot(jointOwners.get(joint)) + "/" + name : name;
  }
}
