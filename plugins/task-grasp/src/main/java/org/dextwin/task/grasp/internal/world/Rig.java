package org.dextwin.task.grasp.internal.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.math.Wrench;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.ContactReport.Contact;
import org.dextwin.api.sim.ExternalWrench;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.StateLayout;
import org.dextwin.task.grasp.internal.object.GraspObject;

/**
 * A hand on its carrier, an object and a table in a running simulation. The world's origin lies on
 * the table, below the object's frame at its nominal place.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class Rig implements AutoCloseable {

  private static final String TABLE = "table";
  private static final String ROBOT = "robot";
  private static final String OBJECT = "object";

  private final HandModel hand;
  private final GraspObject object;
  private final Simulation simulation;
  private final double timeStep;
  private final SimulationState start;
  private final List<String> torqueLimits;
  private final int objectPosition;
  private final int[] motorPositions;
  private final int[] slidePositions;
  private final double[] targets;
  private Vec3 slideTarget = Vec3.ZERO;

  /** Finger of each link, by the link's name in contacts; -1 for the palm. */
  private final Map<String, Integer> fingerOf = new HashMap<>();

  /**
   * Opens the world.
   *
   * @param simulator the engine
   * @param hand the hand
   * @param object the object
   * @param wrist X_WH of the palm in the grasp, with the object at its nominal place
   * @param material of hand, object and table alike
   */
  Rig(Simulator simulator, HandModel hand, GraspObject object, Pose wrist, Material material) {
    this.hand = hand;
    this.object = object;
    this.timeStep = simulator.timeStep();
    RobotModel robot = Gantry.carrying(hand, wrist.rotation()).robot();
    this.simulation = simulator.open(scene(robot, wrist.position(), material));
    this.start = simulation.state();
    StateLayout layout = simulation.layout();
    List<String> motors =
        hand.robot().actuators().stream()
            .map(motor -> ROBOT + "/" + ArmModel.TOOL_PREFIX + motor.joint())
            .toList();
    this.torqueLimits =
        motors.stream().map(name -> Parameter.name(name, Parameter.Kind.TORQUE_LIMIT)).toList();
    this.objectPosition = layout.bodyPosition(OBJECT);
    this.motorPositions = motors.stream().mapToInt(layout::jointPosition).toArray();
    this.slidePositions =
        Gantry.JOINTS.stream()
            .mapToInt(slide -> layout.jointPosition(ROBOT + "/" + slide))
            .toArray();
    this.targets = new double[slidePositions.length + motorPositions.length];
    nameLinks();
  }

  private Scene scene(RobotModel robot, Vec3 palm, Material material) {
    SceneBody table =
        SceneBody.fixed(
            TABLE,
            List.of(Collider.centred("plane", new Shape.Plane())),
            material,
            Pose.inWorld(TABLE, Vec3.ZERO, Quat.IDENTITY));
    SceneBody body =
        new SceneBody(
            OBJECT,
            Optional.of(object.unitMass().withMass(object.masses().least())),
            object.colliders(),
            material,
            Pose.inWorld(OBJECT, standing(), Quat.IDENTITY),
            Twist.zero(Pose.WORLD, OBJECT));
    double[] joints = robot.movingJoints().stream().mapToDouble(Rig::nearestToZero).toArray();
    SceneRobot carried =
        new SceneRobot(
            ROBOT,
            robot,
            Pose.inWorld(robot.root(), palm, Quat.IDENTITY),
            material,
            new JointVector(robot.kinematicOrder(), joints));
    return new Scene(
        "grasp", Scene.EARTH_GRAVITY, List.of(table, body), List.of(carried), List.of());
  }

  private static double nearestToZero(Joint joint) {
    return Math.max(joint.lower(), Math.min(0, joint.upper()));
  }

  private Vec3 standing() {
    return new Vec3(0, 0, -object.surface().lowest());
  }

  private void nameLinks() {
    Map<String, Integer> ofJoint = new HashMap<>();
    for (int i = 0; i < hand.fingers().size(); i++) {
      Finger finger = hand.fingers().get(i);
      for (String joint : finger.joints()) {
        ofJoint.put(joint, i);
      }
    }
    for (Link link : hand.robot().links()) {
      fingerOf.put(ROBOT + "/" + ArmModel.TOOL_PREFIX + link.name(), -1);
    }
    for (Joint joint : hand.robot().joints()) {
      String child = ROBOT + "/" + ArmModel.TOOL_PREFIX + joint.child();
      String parent = ROBOT + "/" + ArmModel.TOOL_PREFIX + joint.parent();
      // a link that is fixed to a finger's link belongs to that finger
      fingerOf.put(child, ofJoint.getOrDefault(joint.name(), fingerOf.get(parent)));
    }
  }

  /**
   * Starts anew.
   *
   * @param slides where the slides stand [m]
   * @param motors joint positions of the hand in motor order [rad]
   * @param offset displacement of the object on the table [m]
   * @param yaw turn of the object about the vertical [rad]
   * @param mass mass of the object [kg]
   */
  void reset(Vec3 slides, double[] motors, Vec3 offset, double yaw, double mass) {
    simulation.parameters().set(Parameter.name(OBJECT, Parameter.Kind.MASS), mass);
    double[] q = start.q();
    Quat.aboutAxis(Vec3.Z, yaw).copyTo(q, objectPosition);
    standing().plus(offset).copyTo(q, objectPosition + 4);
    slideTarget = slides;
    double[] along = {slides.x(), slides.y(), slides.z()};
    for (int i = 0; i < slidePositions.length; i++) {
      q[slidePositions[i]] = along[i];
    }
    for (int i = 0; i < motorPositions.length; i++) {
      q[motorPositions[i]] = motors[i];
    }
    simulation.restore(new SimulationState(0, q, start.v(), start.internal()));
  }

  /** Returns the positions of the hand's joints in motor order [rad]. */
  double[] motors() {
    double[] q = simulation.state().q();
    double[] motors = new double[motorPositions.length];
    for (int i = 0; i < motors.length; i++) {
      motors[i] = q[motorPositions[i]];
    }
    return motors;
  }

  /** Returns the pose of the object. */
  Pose objectPose() {
    return simulation.bodies().pose(OBJECT);
  }

  /** Returns the pose of the object in the palm. */
  Pose inPalm() {
    String palm = ROBOT + "/" + ArmModel.TOOL_PREFIX + hand.robot().root();
    return simulation.bodies().pose(palm).inverse().times(objectPose());
  }

  /**
   * Pushes the object during the next advance.
   *
   * @param force force at its centre of mass, in the world [N]
   * @param torque torque, in the world [N m]
   */
  void push(Vec3 force, Vec3 torque) {
    Vec3 arm = objectPose().rotation().rotate(object.center());
    simulation.apply(
        new ExternalWrench(new Wrench(Pose.WORLD, OBJECT, torque.plus(arm.cross(force)), force)));
  }

  /**
   * Advances. The slides get targets between the last ones and the new ones in every time step:
   * were they moved at the rate of the controller, the palm would shake at that rate, and the
   * faster it moves the more, which shakes objects out of the fingers.
   *
   * @param slides targets of the slides at the end [m]
   * @param motors targets of the hand's servos in motor order [rad]
   * @param limits largest torques of the hand's servos in motor order [N m]
   * @param seconds how long
   */
  void advance(Vec3 slides, double[] motors, double[] limits, double seconds) {
    System.arraycopy(motors, 0, targets, slidePositions.length, motors.length);
    for (int i = 0; i < limits.length; i++) {
      simulation.parameters().set(torqueLimits.get(i), limits[i]);
    }
    int steps = Math.max(1, (int) Math.round(seconds / timeStep));
    Vec3 way = slides.minus(slideTarget);
    if (way.norm() == 0) {
      step(slides, steps);
    } else {
      for (int i = steps - 1; i >= 0; i--) {
        step(slides.minus(way.times((double) i / steps)), 1);
      }
    }
    slideTarget = slides;
  }

  private void step(Vec3 slides, int steps) {
    slides.copyTo(targets, 0);
    simulation.step(new Actuation(targets), steps);
  }

  /** Returns who touches the object now. */
  Touch touch() {
    double[] forces = new double[hand.fingers().size()];
    double palm = 0;
    boolean table = false;
    for (Contact contact : simulation.contacts().contacts()) {
      String other =
          contact.first().equals(OBJECT)
              ? contact.second()
              : contact.second().equals(OBJECT) ? contact.first() : "";
      double force = contact.normalForce();
      if (!other.isEmpty() && force > 0) {
        Integer finger = fingerOf.get(other);
        if (finger == null) {
          table = true;
        } else if (finger < 0) {
          palm += force;
        } else {
          forces[finger] += force;
        }
      }
    }
    return new Touch(forces, palm, table);
  }

  /** Tells whether the hand is clear of object and table where it stands. */
  boolean isHandClear() {
    for (Contact contact : simulation.contacts().contacts()) {
      boolean first = fingerOf.containsKey(contact.first());
      boolean second = fingerOf.containsKey(contact.second());
      if (first != second && contact.depth() > 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    simulation.close();
  }

  /**
   * Who touches the object.
   *
   * @param fingers normal force of each finger [N]
   * @param palm normal force of the palm [N]
   * @param table whether the table bears it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Touch(double[] fingers, double palm, boolean table) {

    static final Touch NONE = new Touch(new double[0], 0, false);

    /** A finger that touches with less only grazes [N]. */
    private static final double LEAST_FORCE = 0.01;

    int activeFingers() {
      int active = 0;
      for (double force : fingers) {
        active += force > LEAST_FORCE ? 1 : 0;
      }
      return active;
    }

    boolean byHand() {
      return activeFingers() > 0 || palm > LEAST_FORCE;
    }

    double handForce() {
      double sum = palm;
      for (double force : fingers) {
        sum += force;
      }
      return sum;
    }
  }
}
