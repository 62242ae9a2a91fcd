package org.dextwin.task.rotation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.task.rotation.internal.reality.Calibration;
import org.dextwin.task.rotation.internal.reality.Reality;
import org.dextwin.task.rotation.internal.reality.RealityConfig;
import org.dextwin.task.rotation.internal.world.HandFrame;
import org.dextwin.task.rotation.internal.world.HandWorld;
import org.dextwin.task.rotation.internal.world.Wrist;

/**
 * What all tasks of this plugin say about their hand and its world.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param hand the hand
 * @param simulator the engine
 * @param wrist how the wrist is held
 * @param tiltDeg turns about the world's axes from there [degrees]
 * @param rest joint positions at the beginning, by the name of the hand
 * @param contact how surfaces answer contact
 * @param history steps of joints that a policy sees
 * @param jointNoiseRad largest error of joint positions that are seen [rad]
 * @param calibration numbers of this specimen of the hand
 * @param reality how the world differs from the hand's model
 */
record HandConfig(
    @Key(doc = "The hand; its root link is fixed in the world.") ComponentRef<Hand> hand,
    @Key(doc = "The engine; its time step divides the 0.05 s of an action.")
        ComponentRef<Simulator> simulator,
    @Key(doc = "How the wrist is held.", byDefault = "palm-up") Wrist wrist,
    @Key(
            doc = "Turns of the wrist about the world's x, y and z axis, away from that.",
            byDefault = "[0, 0, 0]")
        Vec3 tiltDeg,
    @Key(
            doc =
                "Joint positions at the beginning, by the name of the hand's model; those of other"
                    + " hands are half bent.",
            byDefault = "{}")
        Map<String, RestPose> rest,
    @Key(doc = "How surfaces answer contact.", byDefault = "{}") ContactConfig contact,
    @Key(doc = "Steps of joints that a policy sees.", byDefault = "10", atLeast = 1, atMost = 1000)
        int history,
    @Key(doc = "Joint positions are seen up to this much too large.", byDefault = "0", atLeast = 0)
        double jointNoiseRad,
    @Key(
            doc =
                "Numbers of this specimen of the hand, such as identify-hand finds them; left out,"
                    + " they are those of its model.")
        Optional<Calibration> calibration,
    @Key(doc = "How the world differs from the hand's model; left out, not at all.")
        Optional<RealityConfig> reality) {

  /**
   * Joint positions.
   *
   * @param order name of the joints' order
   * @param positionsRad positions [rad]
   */
  record RestPose(
      @Key(
              doc = "Order of the joints: kinematic, motor or one that the hand knows of.",
              byDefault = "kinematic")
          String order,
      @Key(doc = "Joint positions.") List<Double> positionsRad) {}

  /** The hand with the numbers of this specimen. */
  HandModel specimen(HandModel model) {
    return calibration
        .map(
            it -> new HandModel(it.of(model.robot()), model.side(), model.fingers(), model.mount()))
        .orElse(model);
  }

  /** The first world. */
  HandWorld.Setting setting(HandModel model, Simulator engine) {
    return setting(model, engine, 0);
  }

  /** One of the worlds that are drawn. */
  HandWorld.Setting setting(HandModel model, Simulator engine, int world) {
    Quat tilt =
        Quat.fromRollPitchYaw(
            Math.toRadians(tiltDeg.x()), Math.toRadians(tiltDeg.y()), Math.toRadians(tiltDeg.z()));
    return new HandWorld.Setting(
        engine,
        model,
        tilt.times(HandFrame.of(model).rotation(wrist)),
        contact.material(),
        reality.map(it -> Reality.draw(it, model.robot(), world)));
  }

  /** Number of worlds that are drawn. */
  int worlds() {
    return reality.map(RealityConfig::worlds).orElse(1);
  }

  /** Joint positions at the beginning, in the kinematic order. */
  double[] restOf(HandModel model) {
    RobotModel robot = model.robot();
    RestPose pose = rest.get(robot.name());
    if (pose == null) {
      return robot.movingJoints().stream().mapToDouble(HandConfig::halfBent).toArray();
    }
    double[] values = pose.positionsRad().stream().mapToDouble(it -> it).toArray();
    JointVector named = new JointVector(robot.jointOrder(pose.order()), values);
    double[] joints = named.in(robot.kinematicOrder()).values(robot.kinematicOrder());
    for (int i = 0; i < joints.length; i++) {
      Joint joint = robot.movingJoints().get(i);
      joints[i] = Math.max(joint.lower(), Math.min(joints[i], joint.upper()));
    }
    return joints;
  }

  /** Half of what a joint bends to its wider side; nothing of one that goes both ways alike. */
  private static double halfBent(Joint joint) {
    double bend = (joint.lower() + joint.upper()) / 2;
    return Math.max(joint.lower(), Math.min(bend, joint.upper()));
  }
}
