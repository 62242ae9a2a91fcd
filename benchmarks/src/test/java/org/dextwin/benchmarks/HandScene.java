package org.dextwin.benchmarks;

import java.util.List;
import java.util.Map;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.mesh.SolidMass;

/**
 * An Allegro hand, palm up: a box is dropped onto the palm, and the fingers close; that of {@code
 * examples/mujoco/hand-with-object.conf}.
 *
 * @param robot the hand
 */
record HandScene(RobotModel robot) {

  private static final Material MATERIAL = new Material(0.8, 20_000, 20);

  private static final double BOX_EDGE = 0.06;
  private static final double BOX_MASS = 0.1;

  /** The thumb starts opposed; all other joints at zero. */
  private static final Map<String, Double> STARTS = Map.of("thumb-base-joint", 1.2);

  private static final double CLOSING_STARTS = 0.5;
  private static final double CLOSING_TAKES = 1.5;

  /** How much of its range a joint closes. */
  private static final double CLOSED = 0.6;

  /** The fingers' first joints spread them and stay in the middle. */
  private static final Map<String, Double> SPREADING =
      Map.of(
          "index-base-joint", 0.5,
          "middle-base-joint", 0.5,
          "ring-base-joint", 0.5,
          "thumb-base-joint", 0.9);

  Scene scene() {
    Shape box = new Shape.Box(BOX_EDGE / 2, BOX_EDGE / 2, BOX_EDGE / 2);
    SceneBody ground =
        SceneBody.fixed(
            "ground",
            List.of(Collider.centred("plane", new Shape.Plane())),
            MATERIAL,
            Pose.inWorld("ground", Vec3.ZERO, Quat.IDENTITY));
    SceneBody dropped =
        SceneBody.free(
            "box",
            SolidMass.of(box, BOX_MASS),
            List.of(Collider.centred("box", box)),
            MATERIAL,
            Pose.inWorld("box", new Vec3(-0.03, 0, 0.27), Quat.IDENTITY),
            Twist.zero(Pose.WORLD, "box"));
    Quat palmUp = Quat.fromRollPitchYaw(0, Math.toRadians(-90), 0);
    double[] starts = robot.movingJoints().stream().mapToDouble(HandScene::start).toArray();
    SceneRobot hand =
        new SceneRobot(
            "hand",
            robot,
            Pose.inWorld("hand", new Vec3(0, 0, 0.2), palmUp),
            MATERIAL,
            new JointVector(robot.kinematicOrder(), starts));
    return new Scene(
        "hand-with-box", Scene.EARTH_GRAVITY, List.of(ground, dropped), List.of(hand), List.of());
  }

  private static double start(Joint joint) {
    double zero = Math.max(joint.lower(), Math.min(joint.upper(), 0));
    return STARTS.getOrDefault(joint.name(), zero);
  }

  /**
   * Returns the servos' targets, along minimum-jerk paths (Flash and Hogan 1985).
   *
   * @param steps number of steps
   * @param timeStep time step [s]
   * @return targets [rad], row-major, shape (steps, actuators)
   */
  double[] targets(int steps, double timeStep) {
    List<Actuator> actuators = robot.actuators();
    double[] targets = new double[steps * actuators.size()];
    for (int i = 0; i < actuators.size(); i++) {
      int place = robot.kinematicOrder().indexOf(actuators.get(i).joint());
      Joint joint = robot.movingJoints().get(place);
      double start = start(joint);
      double part = SPREADING.getOrDefault(joint.name(), CLOSED);
      double end = joint.lower() + part * (joint.upper() - joint.lower());
      for (int step = 0; step < steps; step++) {
        double s = (step * timeStep - CLOSING_STARTS) / CLOSING_TAKES;
        s = Math.max(0, Math.min(1, s));
        targets[step * actuators.size() + i] =
            start + s * s * s * (10 + s * (6 * s - 15)) * (end - start);
      }
    }
    return targets;
  }

  /** Returns the servos' limits of speed [rad/s]. */
  double[] speedLimits() {
    return robot.actuators().stream().mapToDouble(Actuator::velocityLimit).toArray();
  }
}
