package @package@;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.mechanics.kinematics.ToolMount;

/**
 * An arm that stands upright when its joints are at zero: it turns about z, and bends twice about
 * y.
 *
 * <p><i>Thread safety</i>: thread-safe; the model is immutable.
 */
final class @Class@Arm implements Arm {

  private static final double BASE_HEIGHT = 0.2; // [m]

  private final ArmModel model;

  @Class@Arm(@Class@Config config, ComponentContext context) {
    model = ToolMount.mount(alone(config.linkLengthM()), config.options(), context);
  }

  private static ArmModel alone(double length) {
    List<Link> links =
        List.of(
            link("base", 4),
            link("shoulder", 3),
            link("upper", 2),
            link("lower", 1.5),
            new Link("flange", Optional.empty(), List.of()));
    List<Joint> joints =
        List.of(
            joint("turn", Joint.Type.REVOLUTE, "base", "shoulder", Vec3.Z, BASE_HEIGHT),
            joint("lift", Joint.Type.REVOLUTE, "shoulder", "upper", Vec3.Y, 0.1),
            joint("bend", Joint.Type.REVOLUTE, "upper", "lower", Vec3.Y, length),
            joint("plate", Joint.Type.FIXED, "lower", "flange", Vec3.Y, length));
    List<Actuator> motors = List.of(motor("turn"), motor("lift"), motor("bend"));
    return new ArmModel(new RobotModel("@name@", "base", links, joints, motors), "flange");
  }

  private static Link link(String name, double mass) {
    double radius = 0.06; // [m]
    double moment = 0.4 * mass * radius * radius; // of a ball
    return new Link(
        name,
        Optional.of(
            new MassProperties(mass, Vec3.ZERO, SymmetricMatrix3.diagonal(moment, moment, moment))),
        List.of(Collider.centred(name, new Shape.Sphere(radius))));
  }

  private static Joint joint(
      String name, Joint.Type type, String parent, String child, Vec3 axis, double height) {
    double damping = 0.5; // [N m s/rad]
    double armature = 0.1; // [kg m^2]
    return new Joint(
        name,
        type,
        parent,
        child,
        Vec3.Z.times(height),
        Quat.IDENTITY,
        axis,
        -2,
        2,
        damping,
        0,
        armature);
  }

  private static Actuator motor(String joint) {
    double kp = 500; // [N m/rad]
    double kd = 50; // [N m s/rad]
    double torque = 90; // [N m]
    double speed = 2; // [rad/s]
    return new Actuator(joint + "-motor", joint, kp, kd, torque, speed);
  }

  @Override
  public ArmModel model() {
    return model;
  }

  @Override
  public void close() {}
}
