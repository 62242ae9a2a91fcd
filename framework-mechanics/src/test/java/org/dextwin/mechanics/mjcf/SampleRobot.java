package org.dextwin.mechanics.mjcf;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;

/** A robot with every feature: two branches, all joint types and shapes, links without mass. */
final class SampleRobot {

  private static final Quat TURNED = Quat.normalizing(0.9, 0.1, -0.3, 0.2);

  private SampleRobot() {}

  static RobotModel create() {
    MassProperties skewed =
        new MassProperties(
            0.05,
            new Vec3(0.001, 0.01, -0.02),
            new SymmetricMatrix3(1.9e-5, 1.1e-5, 1.7e-5, 5e-6, -2e-6, 1e-6));
    return new RobotModel(
        "sample & co",
        "base",
        List.of(
            link("base", Optional.empty(), new Shape.Box(0.1, 0.2, 0.3)),
            link("upper", Optional.of(skewed), new Shape.Capsule(0.01, 0.05)),
            link("middle", Optional.empty()),
            link("tip", Optional.of(skewed.withMass(0.02)), new Shape.Sphere(0.012)),
            link("slider", Optional.of(skewed), new Shape.Cylinder(0.01, 0.02)),
            link("bracket", Optional.of(skewed))),
        List.of(
            joint("lift", Joint.Type.REVOLUTE, "base", "upper", -1, 1.5),
            joint("slide", Joint.Type.PRISMATIC, "base", "slider", -0.01, 0.02),
            joint("twist", Joint.Type.REVOLUTE, "upper", "middle", -2, 2),
            joint(
                "turn",
                Joint.Type.REVOLUTE,
                "middle",
                "tip",
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY),
            joint("bracket-mount", Joint.Type.FIXED, "tip", "bracket", 0, 0)),
        List.of(
            new Actuator("m-turn", "turn", 3, 0.25, 0.7, Double.POSITIVE_INFINITY),
            new Actuator("m-lift", "lift", 5, 0, Double.POSITIVE_INFINITY, 6)));
  }

  private static Link link(String name, Optional<MassProperties> mass, Shape... shapes) {
    return new Link(
        name,
        mass,
        List.of(shapes).stream()
            .map(it -> new Collider("shape", it, new Vec3(0.01, 0, 0.003), TURNED))
            .toList());
  }

  private static Joint joint(
      String name, Joint.Type type, String parent, String child, double lower, double upper) {
    boolean moves = type != Joint.Type.FIXED;
    return new Joint(
        name,
        type,
        parent,
        child,
        new Vec3(0.1, -0.02, 1.0 / 3),
        TURNED,
        moves ? new Vec3(1, 2, -0.5).normalized() : Vec3.Z,
        lower,
        upper,
        moves ? 0.01 : 0,
        moves ? 0.002 : 0,
        moves ? 1e-4 : 0);
  }
}
