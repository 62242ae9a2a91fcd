package org.dextwin.testkit.robot;

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
 * A palm with one finger of one joint, which is all that the fake engine can move, and which holds
 * nothing.
 *
 * <p><i>Thread safety</i>: thread-safe; the model is immutable.
 */
public final class OneJointHand implements Hand {

  /** Name of the joint. */
  public static final String JOINT = "knuckle";

  /** Its lower limit [rad]. */
  public static final double LOWER = 0.1;

  /** Its upper limit [rad]. */
  public static final double UPPER = 1.5;

  private static final double LENGTH = 0.06;
  private static final double RADIUS = 0.01;

  private final HandModel model;

  /** Makes a hand. */
  public OneJointHand() {
    Joint joint =
        new Joint(
            JOINT,
            Joint.Type.REVOLUTE,
            "palm",
            "finger",
            Vec3.ZERO,
            Quat.IDENTITY,
            Vec3.Y,
            LOWER,
            UPPER,
            0,
            0,
            0);
    // overdamped, and far stiffer than the finger's weight
    Actuator servo = new Actuator("servo", JOINT, 0.5, 0.02, 1, 100);
    RobotModel robot =
        new RobotModel(
            "one-joint",
            "palm",
            List.of(
                link("palm", new Shape.Box(0.01, 0.04, 0.05), new Vec3(0, 0, -0.05)),
                link("finger", new Shape.Sphere(RADIUS), new Vec3(0, 0, LENGTH))),
            List.of(joint),
            List.of(servo));
    model =
        new HandModel(
            robot,
            HandModel.Side.RIGHT,
            List.of(
                new Finger("finger", List.of(JOINT), "finger", new Vec3(0, 0, LENGTH), RADIUS)));
  }

  private static Link link(String name, Shape shape, Vec3 center) {
    MassProperties mass =
        new MassProperties(
            0.05, new Vec3(0, 0, LENGTH / 2), SymmetricMatrix3.diagonal(1e-5, 1e-5, 1e-5));
    return new Link(
        name,
        Optional.of(mass),
        List.of(new Collider(name + "-shape", shape, center, Quat.IDENTITY)));
  }

  @Override
  public HandModel model() {
    return model;
  }

  @Override
  public void close() {
    // holds nothing
  }
}
