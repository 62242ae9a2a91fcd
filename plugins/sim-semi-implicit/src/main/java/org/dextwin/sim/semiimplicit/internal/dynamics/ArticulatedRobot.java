package org.dextwin.sim.semiimplicit.internal.dynamics;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.sim.Parameter;
import org.dextwin.mechanics.dynamics.ArticulatedDynamics;
import org.dextwin.mechanics.dynamics.Frames;

/**
 * A robot with servos, joint friction and stops. The torque of a joint is
 *
 * <pre>
 *   servo + stop - b qdot - c qdot / sqrt(qdot^2 + slip^2)
 * </pre>
 *
 * with viscous friction b and dry friction c; its inertia has the armature added, and the damping
 * that is foreseen over the horizon (see {@link JointOptions}).
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class ArticulatedRobot implements Mechanism {

  private static final double LARGEST = 1e6;
  private static final double SMALLEST_MASS = 1e-9;
  private static final int NONE = -1;
  private static final double FARTHEST = 1e3;

  private final ArticulatedDynamics dynamics;
  private final int joints;
  private final int firstFrame;
  private final int firstPosition;
  private final int firstVelocity;
  private final JointOptions options;
  private final ParameterVector parameters;
  private final List<Servo> servos = new ArrayList<>();
  private final List<JointStop> stops = new ArrayList<>();

  /** Index of the first coordinate of the base; the others follow. */
  private final int base;

  private final int[] damping;
  private final int[] friction;
  private final int[] armature;

  /** Parameter of each link's mass, or NONE: the root is fixed, and mere frames weigh nothing. */
  private final int[] mass;

  private final double[] position;
  private final double[] speed;
  private final double[] torque;
  private final double[] addedInertia;
  private final double[] torqueDerivative;
  private final double[] massDerivative;

  /**
   * Compiles a robot and registers its parameters.
   *
   * @param robot the robot
   * @param gravity acceleration of free fall [m/s^2]
   * @param frames frames that hold the links
   * @param firstFrame index of the root's frame
   * @param firstPosition index of the first joint in q
   * @param firstVelocity index of the first joint in v
   * @param firstTarget index of the first actuator
   * @param targets targets of the servos
   * @param options numerical choices
   * @param parameters added to
   */
  public ArticulatedRobot(
      SceneRobot robot,
      Vec3 gravity,
      Frames frames,
      int firstFrame,
      int firstPosition,
      int firstVelocity,
      int firstTarget,
      Targets targets,
      JointOptions options,
      ParameterVector parameters) {
    this.dynamics =
        new ArticulatedDynamics(
            robot.model(), robot.base(), gravity, frames, firstFrame, firstPosition, firstVelocity);
    this.joints = dynamics.joints();
    this.firstFrame = firstFrame;
    this.firstPosition = firstPosition;
    this.firstVelocity = firstVelocity;
    this.options = options;
    this.parameters = parameters;
    this.base = addBase(robot);
    this.damping = new int[joints];
    this.friction = new int[joints];
    this.armature = new int[joints];
    this.position = new double[joints];
    this.speed = new double[joints];
    this.torque = new double[joints];
    this.addedInertia = new double[joints];
    this.torqueDerivative = new double[joints];
    this.mass = addMasses(robot);
    this.massDerivative = new double[mass.length];
    List<Joint> moving = robot.model().movingJoints();
    for (int j = 0; j < joints; j++) {
      Joint joint = moving.get(j);
      String subject = robot.name() + "/" + joint.name();
      damping[j] = add(subject, Parameter.Kind.JOINT_DAMPING, joint.damping());
      friction[j] = add(subject, Parameter.Kind.JOINT_FRICTION, joint.friction());
      armature[j] = add(subject, Parameter.Kind.ARMATURE, joint.armature());
      stops.add(new JointStop(joint, options));
    }
    List<String> order = robot.model().kinematicOrder().joints();
    List<Actuator> actuators = robot.model().actuators();
    for (int i = 0; i < actuators.size(); i++) {
      Actuator actuator = actuators.get(i);
      servos.add(
          new Servo(
              robot.name() + "/" + actuator.joint(),
              actuator,
              order.indexOf(actuator.joint()),
              firstTarget + i,
              parameters,
              targets));
    }
  }

  /** Links in the order of the frames: the root, then the children of the joints. */
  private int[] addMasses(SceneRobot robot) {
    List<Joint> all = robot.model().joints();
    int[] indices = new int[all.size() + 1];
    indices[0] = NONE;
    for (int i = 1; i < indices.length; i++) {
      String subject = robot.name() + "/" + all.get(i - 1).child();
      double value = dynamics.mass(i);
      Parameter parameter = new Parameter(subject, Parameter.Kind.MASS, SMALLEST_MASS, LARGEST);
      indices[i] = value > 0 ? parameters.add(parameter, value) : NONE;
    }
    return indices;
  }

  private int addBase(SceneRobot robot) {
    Vec3 position = robot.base().position();
    int first = addCoordinate(robot, Parameter.Kind.BASE_X, position.x());
    addCoordinate(robot, Parameter.Kind.BASE_Y, position.y());
    addCoordinate(robot, Parameter.Kind.BASE_Z, position.z());
    return first;
  }

  private int addCoordinate(SceneRobot robot, Parameter.Kind kind, double value) {
    return parameters.add(new Parameter(robot.name(), kind, -FARTHEST, FARTHEST), value);
  }

  private int add(String subject, Parameter.Kind kind, double value) {
    return parameters.add(new Parameter(subject, kind, 0, LARGEST), value);
  }

  @Override
  public void kinematics(double[] q, double[] v, Frames frames) {
    System.arraycopy(q, firstPosition, position, 0, joints);
    System.arraycopy(v, firstVelocity, speed, 0, joints);
    for (int axis = 0; axis < 3; axis++) {
      frames.position[3 * firstFrame + axis] = parameters.value(base + axis);
    }
    for (int i = 0; i < mass.length; i++) {
      if (mass[i] != NONE) {
        dynamics.setMass(i, parameters.value(mass[i]));
      }
    }
    dynamics.kinematics(q, v, frames);
  }

  @Override
  public void accelerations(Frames frames, double[] acceleration) {
    for (int j = 0; j < joints; j++) {
      double b = parameters.value(damping[j]);
      torque[j] = -b * speed[j] - parameters.value(friction[j]) * speed[j] / slip(j);
      torque[j] += stops.get(j).torque(position[j], speed[j]);
      addedInertia[j] =
          parameters.value(armature[j]) + options.horizon() * b + stops.get(j).addedInertia();
    }
    for (int i = 0; i < servos.size(); i++) {
      Servo servo = servos.get(i);
      int j = servo.joint();
      torque[j] += servo.torque(position[j], speed[j]);
      if (servo.damps()) {
        addedInertia[j] += options.horizon() * parameters.value(servo.velocityGain());
      }
    }
    dynamics.forwardDynamics(torque, addedInertia, frames, acceleration);
  }

  /** sqrt(qdot^2 + slip^2). */
  private double slip(int j) {
    return Math.sqrt(speed[j] * speed[j] + options.slipSpeed() * options.slipSpeed());
  }

  /** Derivative of qdot / slip with respect to qdot. */
  private double slipSlope(int j) {
    double slip = slip(j);
    return options.slipSpeed() * options.slipSpeed() / (slip * slip * slip);
  }

  @Override
  public void kinematicsJvp(double[] dq, double[] dv, Frames frames) {
    for (int axis = 0; axis < 3; axis++) {
      frames.poseDirection[Frames.SPATIAL * firstFrame + 3 + axis] =
          parameters.direction(base + axis);
    }
    dynamics.kinematicsJvp(dq, dv, frames);
  }

  @Override
  public void accelerationsJvp(double[] dq, double[] dv, Frames frames, double[] da) {
    double horizon = options.horizon();
    for (int j = 0; j < joints; j++) {
      double a = dynamics.jointAcceleration(j);
      double db = parameters.direction(damping[j]);
      double speedDirection = dv[firstVelocity + j];
      torqueDerivative[j] =
          -db * speed[j]
              - parameters.value(damping[j]) * speedDirection
              - parameters.direction(friction[j]) * speed[j] / slip(j)
              - parameters.value(friction[j]) * slipSlope(j) * speedDirection
              - (parameters.direction(armature[j]) + horizon * db) * a
              + stops.get(j).jvp(dq[firstVelocity + j], speedDirection, a);
    }
    for (int i = 0; i < servos.size(); i++) {
      Servo servo = servos.get(i);
      int j = servo.joint();
      torqueDerivative[j] += servo.jvp(dq[firstVelocity + j], dv[firstVelocity + j]);
      if (servo.damps()) {
        torqueDerivative[j] -=
            horizon * parameters.direction(servo.velocityGain()) * dynamics.jointAcceleration(j);
      }
    }
    for (int i = 0; i < mass.length; i++) {
      massDerivative[i] = mass[i] == NONE ? 0 : parameters.direction(mass[i]);
    }
    dynamics.forwardDynamicsJvp(torqueDerivative, dv, massDerivative, frames, da);
  }

  @Override
  public void accelerationsVjp(double[] aBar, Frames frames, double[] qBar, double[] vBar) {
    double horizon = options.horizon();
    dynamics.forwardDynamicsVjp(aBar, torqueDerivative, massDerivative, frames, qBar, vBar);
    for (int i = 0; i < mass.length; i++) {
      if (mass[i] != NONE) {
        parameters.addCotangent(mass[i], massDerivative[i]);
      }
    }
    for (int j = 0; j < joints; j++) {
      double bar = torqueDerivative[j];
      double a = dynamics.jointAcceleration(j);
      parameters.addCotangent(damping[j], -bar * (speed[j] + horizon * a));
      parameters.addCotangent(friction[j], -bar * speed[j] / slip(j));
      parameters.addCotangent(armature[j], -bar * a);
      vBar[firstVelocity + j] -=
          bar * (parameters.value(damping[j]) + parameters.value(friction[j]) * slipSlope(j));
      stops.get(j).vjp(bar, a, qBar, vBar, firstVelocity + j);
    }
    for (int i = 0; i < servos.size(); i++) {
      Servo servo = servos.get(i);
      int j = servo.joint();
      servo.vjp(torqueDerivative[j], qBar, vBar, firstVelocity + j);
      if (servo.damps()) {
        parameters.addCotangent(
            servo.velocityGain(), -torqueDerivative[j] * horizon * dynamics.jointAcceleration(j));
      }
    }
  }

  @Override
  public void kinematicsVjp(Frames frames, double[] qBar, double[] vBar) {
    dynamics.kinematicsVjp(frames, qBar, vBar);
    for (int axis = 0; axis < 3; axis++) {
      parameters.addCotangent(base + axis, frames.poseBar[Frames.SPATIAL * firstFrame + 3 + axis]);
    }
  }
}
