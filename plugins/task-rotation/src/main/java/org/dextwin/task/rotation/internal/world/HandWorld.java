package org.dextwin.task.rotation.internal.world;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.ExternalWrench;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.StateLayout;
import org.dextwin.learning.proprioception.HeldHand;
import org.dextwin.mechanics.collision.RobotClearance;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.task.rotation.internal.reality.Reality;
import org.dextwin.task.rotation.internal.reality.ServoTrain;

/**
 * A hand that is fixed in the world, and bodies round it, in a running simulation. Joints are in
 * the kinematic order throughout.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class HandWorld implements AutoCloseable {

  /** Name of the hand in scenes. */
  public static final String HAND = "hand";

  /** What a rounded time step may be off. */
  private static final double SAME = 1e-4;

  private final Setting setting;
  private final RobotModel robot;
  private final Simulation simulation;
  private final SimulationState start;
  private final int substeps;
  private final int[] positions;
  private final int[] jointOfActuator;
  private final double[] kp;
  private final double[] kd;
  private final double[] torqueLimits;
  private final double[] q;
  private final double[] v;
  private final double[] actuation;
  private final Optional<ServoTrain> train;
  private final RobotClearance clearance;

  /**
   * What worlds of a task share.
   *
   * @param simulator the engine
   * @param hand the hand
   * @param rotation R_WH of its root link
   * @param material of the hand's surfaces
   * @param reality how the world differs from the model
   */
  public record Setting(
      Simulator simulator,
      HandModel hand,
      Quat rotation,
      Material material,
      Optional<Reality> reality) {

    /**
     * Returns the hand with the numbers that it has in these worlds.
     *
     * @return the hand
     */
    public HeldHand held() {
      RobotModel model = hand.robot();
      return new HeldHand(reality.map(it -> it.nearestModel(model)).orElse(model), rotation);
    }

    /**
     * Returns how many steps of the engine make one of the controller.
     *
     * @return number of steps
     * @throws IllegalArgumentException if the engine's step does not divide the controller's
     */
    public int substeps() {
      double steps = Control.PERIOD / simulator.timeStep();
      long whole = Math.round(steps);
      if (whole < 1 || Math.abs(steps - whole) > SAME * steps) {
        throw new IllegalArgumentException(
            "the engine's time step of "
                + simulator.timeStep()
                + " s does not divide the "
                + Control.PERIOD
                + " s from one action to the next; take 0.05 s by a whole number, such as"
                + " 0.05 / 6 = 0.00833333");
      }
      return (int) whole;
    }
  }

  /**
   * Opens a world.
   *
   * @param setting the hand
   * @param bodies what is round it
   */
  public HandWorld(Setting setting, List<SceneBody> bodies) {
    this.setting = setting;
    RobotModel model = setting.hand().robot();
    this.robot = setting.reality().map(reality -> reality.weighed(model)).orElse(model);
    this.substeps = setting.substeps();
    int n = robot.movingJoints().size();
    JointOrder order = robot.kinematicOrder();
    SceneRobot hand =
        new SceneRobot(
            HAND,
            robot,
            Pose.inWorld(robot.root(), Vec3.ZERO, setting.rotation()),
            setting.material(),
            new JointVector(order, nearestToZero()));
    Scene scene = new Scene("hand", Scene.EARTH_GRAVITY, bodies, List.of(hand), List.of());
    this.simulation = setting.simulator().open(scene);
    this.start = simulation.state();
    StateLayout layout = simulation.layout();
    this.positions =
        order.joints().stream()
            .mapToInt(joint -> layout.jointPosition(HAND + "/" + joint))
            .toArray();
    List<Actuator> actuators = robot.actuators();
    this.jointOfActuator =
        layout.actuators().stream().mapToInt(name -> jointOf(name, order)).toArray();
    this.kp = new double[n];
    this.kd = new double[n];
    this.torqueLimits = new double[n];
    for (Actuator actuator : actuators) {
      int joint = order.indexOf(actuator.joint());
      kp[joint] = actuator.kp();
      kd[joint] = actuator.kd();
      torqueLimits[joint] = actuator.torqueLimit();
    }
    this.clearance =
        new RobotClearance(
            new KinematicTree(InnerCapsules.of(robot)),
            Pose.identity(Pose.WORLD, robot.root()),
            List.of());
    this.q = new double[n];
    this.v = new double[n];
    this.actuation = new double[jointOfActuator.length];
    setGains(1, 1);
    this.train =
        setting
            .reality()
            .map(reality -> new ServoTrain(reality, kp, setting.simulator().timeStep()));
  }

  private double[] nearestToZero() {
    return robot.movingJoints().stream()
        .mapToDouble(joint -> Math.max(joint.lower(), Math.min(joint.upper(), 0)))
        .toArray();
  }

  private int jointOf(String actuator, JointOrder order) {
    String name = actuator.substring(actuator.indexOf('/') + 1);
    return robot.actuators().stream()
        .filter(it -> it.name().equals(name))
        .mapToInt(it -> order.indexOf(it.joint()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no actuator " + actuator));
  }

  /**
   * Sets the servos' gains.
   *
   * @param position factor of the model's position gains
   * @param velocity factor of its velocity gains
   */
  public void setGains(double position, double velocity) {
    for (Actuator actuator : robot.actuators()) {
      int joint = robot.kinematicOrder().indexOf(actuator.joint());
      double realKp = setting.reality().map(it -> it.positionGain()[joint]).orElse(1.0);
      double realKd = setting.reality().map(it -> it.velocityGain()[joint]).orElse(1.0);
      String subject = HAND + "/" + actuator.joint();
      kp[joint] =
          changed(
              kp[joint],
              position * realKp * actuator.kp(),
              Parameter.name(subject, Parameter.Kind.POSITION_GAIN));
      kd[joint] =
          changed(
              kd[joint],
              velocity * realKd * actuator.kd(),
              Parameter.name(subject, Parameter.Kind.VELOCITY_GAIN));
    }
  }

  /** Parameters that stay as they are are not touched: not every engine has all of them. */
  private double changed(double old, double value, String parameter) {
    if (value != old) {
      simulation.parameters().set(parameter, value);
    }
    return value;
  }

  private void set(String parameter, double value) {
    if (simulation.parameters().get(parameter) != value) {
      simulation.parameters().set(parameter, value);
    }
  }

  /**
   * Sets the mass of a body.
   *
   * @param body its name
   * @param mass mass in the model [kg]; the real one may differ
   */
  public void setMass(String body, double mass) {
    double factor = setting.reality().map(Reality::objectMass).orElse(1.0);
    set(Parameter.name(body, Parameter.Kind.MASS), factor * mass);
  }

  /**
   * Sets the friction between the hand and a body.
   *
   * @param body name of the body
   * @param friction Coulomb coefficient in the model; the real one may differ
   */
  public void setFriction(String body, double friction) {
    double factor = setting.reality().map(Reality::friction).orElse(1.0);
    for (Parameter parameter : simulation.parameters().all()) {
      List<String> pair = Arrays.asList(parameter.subject().split(":", -1));
      if (parameter.kind() == Parameter.Kind.FRICTION
          && pair.contains(body)
          && pair.contains(HAND)) {
        set(parameter.name(), factor * friction);
      }
    }
  }

  /**
   * Starts anew at rest.
   *
   * @param joints joint positions [rad]
   * @param poses poses of free bodies, by name; others stand where they stood at first
   */
  public void reset(double[] joints, Map<String, Pose> poses) {
    double[] state = start.q();
    poses.forEach(
        (body, pose) -> {
          int at = simulation.layout().bodyPosition(body);
          pose.rotation().copyTo(state, at);
          pose.position().copyTo(state, at + 4);
        });
    for (int i = 0; i < positions.length; i++) {
      state[positions[i]] = joints[i];
    }
    simulation.restore(
        new SimulationState(0, state, new double[start.v().length], start.internal()));
    read();
    train.ifPresent(it -> it.reset(joints));
  }

  private void read() {
    JointOrder order = robot.kinematicOrder();
    System.arraycopy(simulation.joints().positions(HAND).values(order), 0, q, 0, q.length);
    System.arraycopy(simulation.joints().velocities(HAND).values(order), 0, v, 0, v.length);
  }

  /** What is done before each step of the engine. */
  @FunctionalInterface
  public interface EachStep {

    /**
     * Returns the wrench on a body for the next step.
     *
     * @return the wrench
     */
    ExternalWrench wrench();
  }

  /**
   * Advances by one step of the controller.
   *
   * @param targets joint targets [rad]
   * @param wrench wrench on a body all through; empty for none
   */
  public void advance(float[] targets, Optional<ExternalWrench> wrench) {
    double[] wanted = Control.exact(targets);
    if (train.isPresent()) {
      for (int i = 0; i < substeps; i++) {
        wrench.ifPresent(simulation::apply);
        command(train.get().pass(wanted, q, v), 1);
        read();
      }
    } else {
      wrench.ifPresent(simulation::apply);
      command(wanted, substeps);
      read();
    }
  }

  /**
   * Advances by one step of the controller, with a wrench that is found anew in each step of the
   * engine.
   *
   * @param targets joint targets [rad]
   * @param wrench returns it
   */
  public void advanceHeld(float[] targets, EachStep wrench) {
    double[] wanted = Control.exact(targets);
    for (int i = 0; i < substeps; i++) {
      simulation.apply(wrench.wrench());
      command(train.isPresent() ? train.get().pass(wanted, q, v) : wanted, 1);
      read();
    }
  }

  private void command(double[] targets, int steps) {
    for (int i = 0; i < actuation.length; i++) {
      actuation[i] = targets[jointOfActuator[i]];
    }
    simulation.step(new Actuation(actuation), steps);
  }

  /** Returns the joint positions [rad]; not to be written, valid until the next step. */
  public double[] positions() {
    return q;
  }

  /** Returns the joint velocities [rad/s]; not to be written, valid until the next step. */
  public double[] velocities() {
    return v;
  }

  /**
   * Returns the torques of the servos: tau = clamp(kp (target - q) - kd qdot).
   *
   * @param targets joint targets [rad]
   * @return torques [N m]
   */
  public double[] torques(float[] targets) {
    double[] torques = new double[q.length];
    for (int i = 0; i < torques.length; i++) {
      double torque = kp[i] * (targets[i] - q[i]) - kd[i] * v[i];
      torques[i] = Math.max(-torqueLimits[i], Math.min(torque, torqueLimits[i]));
    }
    return torques;
  }

  /**
   * Returns how far the parts of the hand are apart that could touch; engines let them pass through
   * each other.
   *
   * @return distance of capsules within them; negative where these overlap [m]
   */
  public double selfClearance() {
    return clearance.clearance(q);
  }

  /** Returns the running simulation. */
  public Simulation simulation() {
    return simulation;
  }

  /** Returns the joints that move. */
  public List<Joint> joints() {
    return robot.movingJoints();
  }

  @Override
  public void close() {
    simulation.close();
  }
}
