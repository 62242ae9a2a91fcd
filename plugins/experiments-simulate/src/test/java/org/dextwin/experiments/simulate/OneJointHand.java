package org.dextwin.experiments.simulate;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Hand;

/** A hand of one finger with one joint, which the test kit's engine can simulate. */
final class OneJointHand implements Hand {

  static final String JOINT = "knuckle";
  static final double LOWER = 0.1;
  static final double UPPER = 1.5;

  @Override
  public HandModel model() {
    MassProperties mass =
        new MassProperties(0.05, new Vec3(0, 0, 0.03), SymmetricMatrix3.diagonal(1e-5, 1e-5, 1e-5));
    Link palm = new Link("palm", Optional.of(mass), List.of());
    Link finger = new Link("finger", Optional.of(mass), List.of());
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
    return new HandModel(
        new RobotModel("one-joint", "palm", List.of(palm, finger), List.of(joint), List.of(servo)),
        HandModel.Side.RIGHT,
        List.of(new Finger("finger", List.of(JOINT), "finger", new Vec3(0, 0, 0.06), 0.01)));
  }

  @Override
  public void close() {}
}
