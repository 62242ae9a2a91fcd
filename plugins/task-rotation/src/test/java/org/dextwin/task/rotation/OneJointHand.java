package org.dextwin.task.rotation;

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

/** A palm with one finger of one joint, which is all that the fake engine can move. */
final class OneJointHand implements Hand {

  private static final double LENGTH = 0.08;

  @Override
  public HandModel model() {
    Joint joint =
        new Joint(
            "bend",
            Joint.Type.REVOLUTE,
            "palm",
            "finger",
            new Vec3(0, 0, 0.05),
            Quat.IDENTITY,
            Vec3.Y,
            -0.3,
            1.6,
            0.05,
            0,
            1e-3);
    RobotModel robot =
        new RobotModel(
            "one-joint",
            "palm",
            List.of(
                link("palm", new Shape.Box(0.01, 0.04, 0.05), Vec3.ZERO),
                link("finger", new Shape.Sphere(0.01), new Vec3(0, 0, LENGTH))),
            List.of(joint),
            List.of(new Actuator("bend-servo", "bend", 1, 0.1, 0.5, 10)));
    return new HandModel(
        robot,
        HandModel.Side.RIGHT,
        List.of(new Finger("index", List.of("bend"), "finger", new Vec3(0, 0, LENGTH), 0.01)));
  }

  private static Link link(String name, Shape shape, Vec3 center) {
    MassProperties mass =
        new MassProperties(0.05, center, SymmetricMatrix3.diagonal(1e-5, 1e-5, 1e-5));
    return new Link(
        name,
        Optional.of(mass),
        List.of(new Collider(name + "-shape", shape, center, Quat.IDENTITY)));
  }

  @Override
  public void close() {
    // holds nothing
  }
}
