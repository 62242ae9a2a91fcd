package org.dextwin.mechanics.kinematics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.ArmOptions;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentContext;

/**
 * Bolts hands on arms: two models become one, for every engine alike.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class ToolMount {

  /** Name of the fixed joint that carries the palm. */
  private static final String JOINT = ArmModel.TOOL_PREFIX + HandModel.MOUNT;

  private ToolMount() {}

  /**
   * Mounts the hand that an arm's configuration names.
   *
   * @param arm the arm alone
   * @param options keys of the arm's block
   * @param context where the hand is resolved
   * @return the arm with the hand, or as it is if no hand is named
   */
  public static ArmModel mount(ArmModel arm, ArmOptions options, ComponentContext context) {
    if (options.tool().isEmpty()) {
      return arm;
    }
    Hand hand = context.resolve(options.tool().get());
    Vec3 degrees = options.toolRotationDeg();
    Quat R_FM =
        Quat.fromRollPitchYaw(
            Math.toRadians(degrees.x()), Math.toRadians(degrees.y()), Math.toRadians(degrees.z()));
    return mount(
        arm, hand.model(), new Pose(arm.flange(), HandModel.MOUNT, options.toolPositionM(), R_FM));
  }

  /**
   * Mounts a hand on an arm.
   *
   * @param arm the arm alone
   * @param hand the hand
   * @param X_FM pose of the hand's mounting face in the flange
   * @return the arm with the hand; joints and motors of the arm come first
   * @throws IllegalArgumentException if the arm carries a hand already, or names of its own begin
   *     as those of a hand do and collide with them
   */
  public static ArmModel mount(ArmModel arm, HandModel hand, Pose X_FM) {
    if (arm.hand().isPresent()) {
      throw new IllegalArgumentException(
          "arm '"
              + arm.robot().name()
              + "' carries the hand '"
              + arm.hand().get().robot().name()
              + "' already");
    }
    RobotModel base = arm.robot();
    RobotModel tool = hand.robot();
    Pose X_FH = X_FM.times(hand.mount().inverse()); // X_FM X_MH

    List<Link> links = new ArrayList<>(base.links());
    tool.links()
        .forEach(link -> links.add(new Link(prefixed(link.name()), link.mass(), link.colliders())));
    List<Joint> joints = new ArrayList<>(base.joints());
    joints.add(fixed(arm.flange(), prefixed(tool.root()), X_FH));
    tool.joints().forEach(joint -> joints.add(prefixed(joint)));
    List<Actuator> actuators = new ArrayList<>(base.actuators());
    tool.actuators().forEach(actuator -> actuators.add(prefixed(actuator)));
    RobotModel robot =
        new RobotModel(base.name() + "-with-" + tool.name(), base.root(), links, joints, actuators);
    return new ArmModel(robot, arm.flange(), Optional.of(hand));
  }

  private static Joint fixed(String parent, String child, Pose X_PC) {
    return new Joint(
        JOINT,
        Joint.Type.FIXED,
        parent,
        child,
        X_PC.position(),
        X_PC.rotation(),
        Vec3.Z,
        0,
        0,
        0,
        0,
        0);
  }

  private static Joint prefixed(Joint joint) {
    return new Joint(
        prefixed(joint.name()),
        joint.type(),
        prefixed(joint.parent()),
        prefixed(joint.child()),
        joint.position(),
        joint.rotation(),
        joint.axis(),
        joint.lower(),
        joint.upper(),
        joint.damping(),
        joint.friction(),
        joint.armature());
  }

  private static Actuator prefixed(Actuator actuator) {
    return actuator.named(prefixed(actuator.name()), prefixed(actuator.joint()));
  }

  private static String prefixed(String name) {
    return ArmModel.TOOL_PREFIX + name;
  }
}
