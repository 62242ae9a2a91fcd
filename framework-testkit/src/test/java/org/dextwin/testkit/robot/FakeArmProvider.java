package org.dextwin.testkit.robot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.robot.ArmOptions;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Settings;

/** Makes arms of two joints, which mount a hand by themselves. */
public final class FakeArmProvider implements ComponentProvider<Arm, FakeArmProvider.Config> {

  /** The keys of a fake arm. */
  public record Config(
      ArmOptions options, @Key(doc = "Length of a link.", above = 0) double lengthM) {}

  @Override
  public Class<Arm> type() {
    return Arm.class;
  }

  @Override
  public String name() {
    return "fake-arm";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public Arm create(Config config, ComponentContext context) {
    ArmModel alone = alone(config.lengthM());
    ArmModel model =
        config
            .options()
            .tool()
            .map(tool -> mounted(alone, context.resolve(tool), config.options()))
            .orElse(alone);
    return new FakeArm(model);
  }

  /** An arm. */
  record FakeArm(ArmModel model) implements Arm {
    @Override
    public void close() {}
  }

  private static ArmModel alone(double length) {
    List<Link> links = List.of(link("base"), link("upper"), link("lower"), frame("flange"));
    List<Joint> joints =
        List.of(
            joint("shoulder", Joint.Type.REVOLUTE, "base", "upper", new Vec3(0, 0, 0.1)),
            joint("elbow", Joint.Type.REVOLUTE, "upper", "lower", new Vec3(0, 0, length)),
            joint("plate", Joint.Type.FIXED, "lower", "flange", new Vec3(0, 0, length)));
    List<Actuator> motors =
        List.of(
            new Actuator("elbow-motor", "elbow", 100, 10, 20, 2),
            new Actuator("shoulder-motor", "shoulder", 100, 10, 20, 2));
    return new ArmModel(new RobotModel("fake-arm", "base", links, joints, motors), "flange");
  }

  private static Link frame(String name) {
    return new Link(name, Optional.empty(), List.of());
  }

  private static Link link(String name) {
    return new Link(
        name,
        Optional.of(new MassProperties(2, Vec3.ZERO, SymmetricMatrix3.diagonal(0.01, 0.01, 0.01))),
        List.of(Collider.centred("ball", new Shape.Sphere(0.05))));
  }

  private static Joint joint(
      String name, Joint.Type type, String parent, String child, Vec3 position) {
    return joint(name, type, parent, child, position, Quat.IDENTITY);
  }

  private static Joint joint(
      String name, Joint.Type type, String parent, String child, Vec3 position, Quat rotation) {
    return new Joint(name, type, parent, child, position, rotation, Vec3.Y, -1, 2, 0.1, 0, 0);
  }

  private static ArmModel mounted(ArmModel arm, Hand hand, ArmOptions options) {
    HandModel model = hand.model();
    RobotModel tool = model.robot();
    String prefix = ArmModel.TOOL_PREFIX;
    List<Link> links = new ArrayList<>(arm.robot().links());
    tool.links().forEach(it -> links.add(new Link(prefix + it.name(), it.mass(), it.colliders())));
    Vec3 turn = options.toolRotationDeg().times(Math.PI / 180);
    Pose X_FM =
        new Pose(
            "flange",
            HandModel.MOUNT,
            options.toolPositionM(),
            Quat.fromRollPitchYaw(turn.x(), turn.y(), turn.z()));
    Pose X_FH = X_FM.times(model.mount().inverse());
    List<Joint> joints = new ArrayList<>(arm.robot().joints());
    joints.add(
        joint(
            prefix + "mount",
            Joint.Type.FIXED,
            "flange",
            prefix + tool.root(),
            X_FH.position(),
            X_FH.rotation()));
    for (Joint j : tool.joints()) {
      joints.add(
          new Joint(
              prefix + j.name(),
              j.type(),
              prefix + j.parent(),
              prefix + j.child(),
              j.position(),
              j.rotation(),
              j.axis(),
              j.lower(),
              j.upper(),
              j.damping(),
              j.friction(),
              j.armature()));
    }
    List<Actuator> motors = new ArrayList<>(arm.robot().actuators());
    tool.actuators().forEach(it -> motors.add(it.named(prefix + it.name(), prefix + it.joint())));
    return new ArmModel(
        new RobotModel("fake-arm", "base", links, joints, motors), "flange", Optional.of(model));
  }
}
