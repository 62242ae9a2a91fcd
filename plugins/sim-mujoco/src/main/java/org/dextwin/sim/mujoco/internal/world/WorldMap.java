package org.dextwin.sim.mujoco.internal.world;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.sim.StateLayout;
import org.dextwin.sim.mujoco.internal.engine.NativeModel;

/**
 * Which body, joint and actuator of a model is which of the API, by index.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class WorldMap {

  private final StateLayout layout;
  private final int[] bodies;
  private final int[] bodyPositions;
  private final int[] bodyVelocities;
  private final int[] jointPositions;
  private final int[] jointVelocities;
  private final int[] actuators;
  private final List<String> bodyNames;
  private final Map<String, Integer> bodyIds;
  private final Map<String, JointOrder> robots;
  private final List<String> positionOwners;
  private final List<String> velocityOwners;

  /** Takes indices of free bodies, joints and actuators in the order of the layout. */
  private WorldMap(
      NativeModel model,
      StateLayout layout,
      List<Integer> bodies,
      List<Integer> joints,
      List<Integer> actuators,
      ModelNames names,
      Map<String, JointOrder> robots) {
    this.layout = layout;
    this.bodies = array(bodies);
    this.actuators = array(actuators);
    this.robots = robots;
    this.bodyNames = names.bodies();
    this.bodyIds = new LinkedHashMap<>();
    for (int i = 1; i < bodyNames.size(); i++) {
      bodyIds.put(bodyNames.get(i), i);
    }
    int njnt = model.count("njnt");
    IntBuffer firstJoint = model.integers("body_jntadr", model.count("nbody"));
    IntBuffer qAddress = model.integers("jnt_qposadr", njnt);
    IntBuffer vAddress = model.integers("jnt_dofadr", njnt);
    this.bodyPositions = bodies.stream().mapToInt(b -> qAddress.get(firstJoint.get(b))).toArray();
    this.bodyVelocities = bodies.stream().mapToInt(b -> vAddress.get(firstJoint.get(b))).toArray();
    this.jointPositions = joints.stream().mapToInt(qAddress::get).toArray();
    this.jointVelocities = joints.stream().mapToInt(vAddress::get).toArray();
    this.positionOwners = owners(qAddress, njnt, model.count("nq"), names);
    this.velocityOwners = owners(vAddress, njnt, model.count("nv"), names);
  }

  private static int[] array(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The joint or free body that each number of q or v belongs to. */
  private static List<String> owners(IntBuffer address, int njnt, int length, ModelNames names) {
    List<String> owners = new ArrayList<>();
    for (int joint = 0; joint < njnt; joint++) {
      int end = joint + 1 < njnt ? address.get(joint + 1) : length;
      while (owners.size() < end) {
        owners.add(names.described(joint));
      }
    }
    return List.copyOf(owners);
  }

  /**
   * Maps a scene that was written as a model: all names are those of the layout.
   *
   * @param model the model
   * @param scene the scene
   * @param layout its layout
   * @return the map
   */
  public static WorldMap of(NativeModel model, Scene scene, StateLayout layout) {
    Map<String, JointOrder> robots = new LinkedHashMap<>();
    for (SceneRobot robot : scene.robots()) {
      robots.put(robot.name(), robot.model().kinematicOrder());
    }
    return new WorldMap(
        model,
        layout,
        find(model, "mjOBJ_BODY", layout.bodies()),
        find(model, "mjOBJ_JOINT", layout.joints()),
        find(model, "mjOBJ_ACTUATOR", layout.actuators()),
        new ModelNames(model),
        robots);
  }

  private static List<Integer> find(NativeModel model, String kind, List<String> names) {
    List<Integer> found = new ArrayList<>();
    for (String name : names) {
      int id = model.find(kind, name);
      if (id < 0) {
        throw new IllegalStateException("the model lacks '" + name + "'");
      }
      found.add(id);
    }
    return found;
  }

  /**
   * Maps whatever a model holds: bodies with a free joint are free bodies, hinges and slides joints
   * of the robot that the body below the world makes.
   *
   * @param model the model
   * @return the map
   */
  public static WorldMap of(NativeModel model) {
    ModelNames names = new ModelNames(model);
    List<Integer> bodies = new ArrayList<>();
    List<Integer> joints = new ArrayList<>();
    List<String> bodyNames = new ArrayList<>();
    List<String> jointNames = new ArrayList<>();
    Map<String, List<String>> robots = new LinkedHashMap<>();
    int njnt = model.count("njnt");
    IntBuffer types = model.integers("jnt_type", njnt);
    IntBuffer owners = model.integers("jnt_bodyid", njnt);
    for (int joint = 0; joint < njnt; joint++) {
      if (types.get(joint) == NativeModel.FREE) {
        bodies.add(owners.get(joint));
        bodyNames.add(names.bodies().get(owners.get(joint)));
      } else if (types.get(joint) != NativeModel.BALL) {
        String robot = names.robot(owners.get(joint));
        joints.add(joint);
        jointNames.add(robot + "/" + names.joint(joint));
        robots.computeIfAbsent(robot, name -> new ArrayList<>()).add(names.joint(joint));
      }
    }
    List<Integer> actuators = new ArrayList<>();
    List<String> actuatorNames = new ArrayList<>();
    for (int i = 0; i < model.count("nu"); i++) {
      actuators.add(i);
      actuatorNames.add(names.actuator(i));
    }
    Map<String, JointOrder> orders = new LinkedHashMap<>();
    robots.forEach((robot, own) -> orders.put(robot, new JointOrder(robot + "-kinematic", own)));
    return new WorldMap(
        model,
        new StateLayout(bodyNames, jointNames, actuatorNames),
        bodies,
        joints,
        actuators,
        names,
        orders);
  }

  /**
   * Returns the API's names.
   *
   * @return the layout
   */
  public StateLayout layout() {
    return layout;
  }

  /**
   * Returns the robots and the orders of their joints.
   *
   * @return orders by name of the robot, in the order of the layout
   */
  public Map<String, JointOrder> robots() {
    return robots;
  }

  /**
   * Returns the index of a body or link.
   *
   * @param name its name
   * @return its index in the model
   * @throws IllegalArgumentException if there is none
   */
  public int body(String name) {
    Integer id = bodyIds.get(name);
    if (id == null) {
      throw new IllegalArgumentException(
          "the scene has no body or link '" + name + "'; it has " + bodyIds.keySet());
    }
    return id;
  }

  /**
   * Returns the name of a body or link.
   *
   * @param body its index in the model
   * @return its name
   */
  public String bodyName(int body) {
    return bodyNames.get(body);
  }

  /**
   * Says what a number of q belongs to.
   *
   * @param index its index in {@code qpos}
   * @return kind and name
   */
  public String positionOwner(int index) {
    return owner(positionOwners, index);
  }

  /**
   * Says what a number of v belongs to.
   *
   * @param index its index in {@code qvel}
   * @return kind and name
   */
  public String velocityOwner(int index) {
    return owner(velocityOwners, index);
  }

  private static String owner(List<String> owners, int index) {
    return index >= 0 && index < owners.size() ? owners.get(index) : "number " + index;
  }

  int freeBody(int i) {
    return bodies[i];
  }

  int bodyPosition(int i) {
    return bodyPositions[i];
  }

  int bodyVelocity(int i) {
    return bodyVelocities[i];
  }

  int jointPosition(int i) {
    return jointPositions[i];
  }

  int jointVelocity(int i) {
    return jointVelocities[i];
  }

  /**
   * Returns the index of an actuator.
   *
   * @param i its place in the layout
   * @return its index in the model
   */
  public int actuator(int i) {
    return actuators[i];
  }
}
