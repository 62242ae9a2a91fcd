package @package@;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.api.robot.Hand;

/**
 * A gripper: z points from the palm to the fingertips, the fingers stand at +y and -y and close
 * about x.
 *
 * <p><i>Thread safety</i>: thread-safe; the model is immutable.
 */
final class @Class@Hand implements Hand {

  private static final double PALM_MASS = 0.3; // [kg]
  private static final double LINK_MASS = 0.03;
  private static final double TIP_RADIUS = 0.012; // [m]
  private static final double PALM_HALF = 0.04;

  private final HandModel model;

  @Class@Hand(@Class@Config config) {
    double length = config.phalanxLengthM();
    List<Link> links = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    links.add(link("palm", PALM_MASS, PALM_HALF));
    addFinger("left", 1, length, links, joints);
    addFinger("right", -1, length, links, joints);
    List<Actuator> motors =
        List.of(motor("left-1"), motor("left-2"), motor("right-1"), motor("right-2"));
    RobotModel robot = new RobotModel("@name@", "palm", links, joints, motors);
    model =
        new HandModel(
            robot, HandModel.Side.RIGHT, List.of(finger("left", length), finger("right", length)));
  }

  private static void addFinger(
      String name, int side, double length, List<Link> links, List<Joint> joints) {
    links.add(link(name + "-proximal", LINK_MASS, TIP_RADIUS));
    links.add(link(name + "-distal", LINK_MASS, TIP_RADIUS));
    // a positive turn about this axis moves the finger towards the other one
    Vec3 axis = Vec3.X.times(side);
    joints.add(
        joint(name + "-1", "palm", name + "-proximal", axis, new Vec3(0, side * PALM_HALF, 0.04)));
    joints.add(
        joint(name + "-2", name + "-proximal", name + "-distal", axis, new Vec3(0, 0, length)));
  }

  private static Link link(String name, double mass, double radius) {
    double moment = 0.4 * mass * radius * radius; // of a ball
    return new Link(
        name,
        Optional.of(
            new MassProperties(mass, Vec3.ZERO, SymmetricMatrix3.diagonal(moment, moment, moment))),
        List.of(Collider.centred(name, new Shape.Sphere(radius))));
  }

  private static Joint joint(String name, String parent, String child, Vec3 axis, Vec3 position) {
    double damping = 0.01; // [N m s/rad]
    double armature = 1e-4; // [kg m^2]
    return new Joint(
        name,
        Joint.Type.REVOLUTE,
        parent,
        child,
        position,
        Quat.IDENTITY,
        axis,
        -0.3,
        1.5,
        damping,
        0,
        armature);
  }

  private static Actuator motor(String joint) {
    double kp = 1; // [N m/rad]
    double kd = 0.05; // [N m s/rad]
    double torque = 0.5; // [N m]
    double speed = 8; // [rad/s]
    return new Actuator(joint + "-motor", joint, kp, kd, torque, speed);
  }

  private static Finger finger(String name, double length) {
    return new Finger(
        name,
        List.of(name + "-1", name + "-2"),
        name + "-distal",
        new Vec3(0, 0, length),
        TIP_RADIUS);
  }

  @Override
  public HandModel model() {
    return model;
  }

  @Override
  public void close() {}
}
