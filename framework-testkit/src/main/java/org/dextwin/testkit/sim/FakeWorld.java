package org.dextwin.testkit.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.ContactPair;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.ContactReport.Contact;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.SimulatorFeature;
import org.dextwin.api.sim.StateLayout;

/**
 * Equations of motion of free rigid bodies and of robots with one revolute joint, stepped by the
 * semi-implicit Euler method in dual numbers. Contact is a penalty force at a body's centre: of
 * balls with balls, and of balls and boxes with horizontal planes, on which boxes do not tip.
 *
 * <p><i>Thread safety</i>: immutable.
 */
final class FakeWorld {

  /** Slip at which friction reaches 1/sqrt(2) of its limit [m/s]. */
  private static final double SLIP = 0.02;

  private final Scene scene;
  private final List<SceneBody> free;
  private final List<Touch> touches = new ArrayList<>();
  private final List<Pendulum> pendulums = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();
  private final StateLayout layout;

  /** A free body that may touch a plane at a height, or another free body. */
  private record Touch(int first, int second, double distance, String other, Material material) {}

  /** A robot with one moving joint, in the world. */
  private record Pendulum(
      SceneRobot robot, Joint joint, MassProperties mass, DualQuat rotation, DualVec3 gravity) {}

  FakeWorld(Scene scene, Set<SimulatorFeature> features) {
    this.scene = scene;
    this.free = scene.bodies().stream().filter(body -> body.mass().isPresent()).toList();
    require(features, SimulatorFeature.FREE_BODIES, free.isEmpty());
    require(features, SimulatorFeature.ARTICULATED_ROBOTS, scene.robots().isEmpty());
    free.forEach(
        body -> add(body.name(), Parameter.Kind.MASS, body.mass().orElseThrow().mass(), 1e-6));
    addTouches();
    require(features, SimulatorFeature.CONTACT, touches.isEmpty());
    scene.robots().forEach(this::addPendulum);
    this.layout =
        new StateLayout(
            free.stream().map(SceneBody::name).toList(),
            pendulums.stream().map(p -> p.robot().name() + "/" + p.joint().name()).toList(),
            scene.robots().stream()
                .flatMap(
                    robot ->
                        robot.model().actuators().stream()
                            .map(actuator -> robot.name() + "/" + actuator.name()))
                .toList());
  }

  private void require(Set<SimulatorFeature> features, SimulatorFeature feature, boolean needless) {
    if (!needless && !features.contains(feature)) {
      throw new SimulationException("scene '" + scene.name() + "' needs " + feature);
    }
  }

  private void add(String subject, Parameter.Kind kind, double value, double lower) {
    parameters.add(new Parameter(subject, kind, lower, 1e9));
    values.add(value);
  }

  private void addTouches() {
    for (int i = 0; i < free.size(); i++) {
      for (SceneBody other : scene.bodies()) {
        if (other.colliders().isEmpty() || free.get(i).colliders().isEmpty()) {
          continue;
        }
        int second = free.indexOf(other);
        if (second < 0) {
          double height = other.pose().position().z() + halfHeight(free.get(i));
          touch(i, second, height, other);
        } else if (second > i) {
          touch(i, second, halfHeight(free.get(i)) + halfHeight(other), other);
        }
      }
    }
  }

  private void touch(int first, int second, double distance, SceneBody other) {
    SceneBody body = free.get(first);
    Material material = material(body, other);
    touches.add(new Touch(first, second, distance, other.name(), material));
    add(body.name() + ":" + other.name(), Parameter.Kind.FRICTION, material.friction(), 0);
  }

  private Material material(SceneBody first, SceneBody second) {
    Set<String> names = Set.of(first.name(), second.name());
    return scene.pairs().stream()
        .filter(pair -> names.equals(Set.of(pair.first(), pair.second())))
        .map(ContactPair::material)
        .findFirst()
        .orElse(first.material());
  }

  private double halfHeight(SceneBody body) {
    Collider collider = body.colliders().get(0);
    if (collider.shape() instanceof Shape.Sphere sphere) {
      return sphere.radius();
    }
    if (collider.shape() instanceof Shape.Box box) {
      return box.halfZ();
    }
    throw new SimulationException(
        "body '" + body.name() + "' has a " + collider.shape() + "; use a ball or a box");
  }

  private void addPendulum(SceneRobot robot) {
    List<Joint> moving = robot.model().movingJoints();
    if (robot.model().joints().size() != 1
        || moving.size() != 1
        || moving.get(0).type() != Joint.Type.REVOLUTE) {
      throw new SimulationException(
          "robot '" + robot.name() + "' has other joints than one revolute joint");
    }
    Joint joint = moving.get(0);
    MassProperties mass = robot.model().link(joint.child()).mass().orElseThrow();
    Quat rotation = robot.base().rotation().times(joint.rotation());
    pendulums.add(
        new Pendulum(
            robot,
            joint,
            mass,
            new DualQuat(
                Dual.of(rotation.w()),
                DualVec3.of(new Vec3(rotation.x(), rotation.y(), rotation.z()))),
            DualVec3.of(scene.gravity())));
    for (Actuator actuator : robot.model().actuators()) {
      add(robot.name() + "/" + actuator.joint(), Parameter.Kind.POSITION_GAIN, actuator.kp(), 0);
    }
  }

  Scene scene() {
    return scene;
  }

  List<SceneBody> free() {
    return free;
  }

  List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  double[] values() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  StateLayout layout() {
    return layout;
  }

  /** Advances q and v in place by one step of semi-implicit Euler. */
  void step(Dual[] q, Dual[] v, Dual[] targets, double[] wrenches, Dual[] theta, double dt) {
    Dual[] a = acceleration(q, v, targets, wrenches, theta);
    for (int i = 0; i < v.length; i++) {
      v[i] = v[i].plus(a[i].times(dt));
    }
    for (int body = 0; body < free.size(); body++) {
      int iq = ConfigurationSpace.BODY_NQ * body;
      int iv = ConfigurationSpace.BODY_NV * body;
      DualQuat.exp(DualVec3.of(v, iv).times(dt)).times(DualQuat.of(q, iq)).copyTo(q, iq);
      DualVec3.of(q, iq + 4).plus(DualVec3.of(v, iv + 3).times(dt)).copyTo(q, iq + 4);
    }
    int jq = ConfigurationSpace.BODY_NQ * free.size();
    int jv = ConfigurationSpace.BODY_NV * free.size();
    for (int joint = 0; joint < pendulums.size(); joint++) {
      q[jq + joint] = q[jq + joint].plus(v[jv + joint].times(dt));
    }
  }

  private Dual[] acceleration(Dual[] q, Dual[] v, Dual[] targets, double[] wrenches, Dual[] theta) {
    Dual[] a = new Dual[v.length];
    DualVec3[] forces = contactForces(q, v, theta);
    for (int body = 0; body < free.size(); body++) {
      accelerateBody(body, q, v, wrenches, forces[body], theta, a);
    }
    int nextGain = free.size() + touches.size();
    int nextTarget = 0;
    for (int i = 0; i < pendulums.size(); i++) {
      Pendulum pendulum = pendulums.get(i);
      int iq = ConfigurationSpace.BODY_NQ * free.size() + i;
      int iv = ConfigurationSpace.BODY_NV * free.size() + i;
      Dual torque = gravityTorque(pendulum, q[iq]);
      torque = torque.minus(v[iv].times(pendulum.joint().damping()));
      for (Actuator actuator : pendulum.robot().model().actuators()) {
        Dual gain = theta[nextGain++];
        Dual servo =
            targets[nextTarget++].minus(q[iq]).times(gain).minus(v[iv].times(actuator.kd()));
        torque = torque.plus(servo.clamp(actuator.torqueLimit()));
      }
      a[iv] = torque.times(1 / inertiaAboutAxis(pendulum));
    }
    return a;
  }

  /** Newton and Euler about the centre of mass; the velocities are those of the body's origin. */
  private void accelerateBody(
      int body,
      Dual[] q,
      Dual[] v,
      double[] wrenches,
      DualVec3 contactForce,
      Dual[] theta,
      Dual[] a) {
    MassProperties mass = free.get(body).mass().orElseThrow();
    int iv = ConfigurationSpace.BODY_NV * body;
    DualQuat rotation = DualQuat.of(q, ConfigurationSpace.BODY_NQ * body);
    DualVec3 omega = DualVec3.of(v, iv);
    DualVec3 arm = rotation.rotate(DualVec3.of(mass.centerOfMass()));
    DualVec3 torque = DualVec3.of(Vec3.of(wrenches, iv));
    DualVec3 force = DualVec3.of(Vec3.of(wrenches, iv + 3)).plus(contactForce);
    DualVec3 linear = force.times(Dual.of(1).over(theta[body])).plus(DualVec3.of(scene.gravity()));
    // the inertia scales with the mass
    Dual scale = theta[body].times(1 / mass.mass());
    DualVec3 aboutCenter = torque.minus(arm.cross(force));
    DualVec3 omegaInBody = rotation.rotateBack(omega);
    DualVec3 gyroscopic =
        omegaInBody.cross(DualVec3.multiply(mass.inertia(), omegaInBody)).times(scale);
    DualVec3 torqueInBody = rotation.rotateBack(aboutCenter).minus(gyroscopic);
    DualVec3 angular =
        rotation
            .rotate(DualVec3.multiply(mass.inertia().inverse(), torqueInBody))
            .times(Dual.of(1).over(scale));
    angular.copyTo(a, iv);
    linear.minus(angular.cross(arm)).minus(omega.cross(omega.cross(arm))).copyTo(a, iv + 3);
  }

  private DualVec3[] contactForces(Dual[] q, Dual[] v, Dual[] theta) {
    DualVec3[] forces = new DualVec3[free.size()];
    Arrays.fill(forces, DualVec3.ZERO);
    for (int i = 0; i < touches.size(); i++) {
      Touch touch = touches.get(i);
      DualVec3 force = contactForce(touch, q, v, theta[free.size() + i]);
      forces[touch.first()] = forces[touch.first()].plus(force);
      if (touch.second() >= 0) {
        forces[touch.second()] = forces[touch.second()].minus(force);
      }
    }
    return forces;
  }

  /** Penalty force on the first body, with friction regularised at small slip. */
  private DualVec3 contactForce(Touch touch, Dual[] q, Dual[] v, Dual friction) {
    Dual gap = gap(touch, q);
    if (gap.value() > 0) {
      return DualVec3.ZERO;
    }
    DualVec3 normal = normal(touch, q);
    DualVec3 velocity = linear(touch, v);
    Dual approach = velocity.dot(normal);
    Material material = touch.material();
    Dual push = gap.times(-material.stiffness()).minus(approach.times(material.damping()));
    if (push.value() <= 0) {
      return DualVec3.ZERO;
    }
    DualVec3 slip = velocity.minus(normal.times(approach));
    Dual regularised = slip.dot(slip).plus(Dual.of(SLIP * SLIP)).sqrt();
    return normal.times(push).minus(slip.times(friction.times(push).over(regularised)));
  }

  private static Dual gap(Touch touch, Dual[] q) {
    return separation(touch, q).dot(normal(touch, q)).minus(Dual.of(touch.distance()));
  }

  private static DualVec3 separation(Touch touch, Dual[] q) {
    DualVec3 first = DualVec3.of(q, ConfigurationSpace.BODY_NQ * touch.first() + 4);
    return touch.second() < 0
        ? first
        : first.minus(DualVec3.of(q, ConfigurationSpace.BODY_NQ * touch.second() + 4));
  }

  private static DualVec3 linear(Touch touch, Dual[] v) {
    DualVec3 first = DualVec3.of(v, ConfigurationSpace.BODY_NV * touch.first() + 3);
    return touch.second() < 0
        ? first
        : first.minus(DualVec3.of(v, ConfigurationSpace.BODY_NV * touch.second() + 3));
  }

  private static DualVec3 normal(Touch touch, Dual[] q) {
    if (touch.second() < 0) {
      return DualVec3.of(Vec3.Z);
    }
    DualVec3 between = separation(touch, q);
    return between.times(Dual.of(1).over(between.dot(between).sqrt()));
  }

  List<Contact> contacts(Dual[] q, Dual[] v, Dual[] theta) {
    List<Contact> contacts = new ArrayList<>();
    for (int i = 0; i < touches.size(); i++) {
      Touch touch = touches.get(i);
      double gap = gap(touch, q).value();
      if (gap <= 0) {
        DualVec3 force = contactForce(touch, q, v, theta[free.size() + i]);
        SceneBody body = free.get(touch.first());
        Vec3 normal = normal(touch, q).value();
        Vec3 center = DualVec3.of(q, ConfigurationSpace.BODY_NQ * touch.first() + 4).value();
        contacts.add(
            new Contact(
                body.name(),
                touch.other(),
                center.minus(normal.times(halfHeight(body))),
                normal,
                -gap,
                force.value()));
      }
    }
    return contacts;
  }

  /** Torque of the weight about the joint's axis. */
  private static Dual gravityTorque(Pendulum pendulum, Dual q) {
    DualVec3 axis = DualVec3.of(pendulum.joint().axis());
    DualVec3 center =
        DualQuat.exp(axis.times(q)).rotate(DualVec3.of(pendulum.mass().centerOfMass()));
    DualVec3 weight =
        pendulum.rotation().rotateBack(pendulum.gravity()).times(pendulum.mass().mass());
    return center.cross(weight).dot(axis);
  }

  /** Steiner: I_axis = n^T I n + m |n x c|^2, plus the rotor's. */
  private static double inertiaAboutAxis(Pendulum pendulum) {
    Vec3 axis = pendulum.joint().axis();
    Vec3 arm = axis.cross(pendulum.mass().centerOfMass());
    return axis.dot(pendulum.mass().inertia().times(axis))
        + pendulum.mass().mass() * arm.dot(arm)
        + pendulum.joint().armature();
  }
}
