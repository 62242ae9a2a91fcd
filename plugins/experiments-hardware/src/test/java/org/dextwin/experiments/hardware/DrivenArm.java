package org.dextwin.experiments.hardware;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.robot.ArmDriver;
import org.dextwin.testkit.robot.FakeDriver;

/** A carriage on a carriage, along x and y, with the test kit's driver. */
final class DrivenArm implements Arm {

  private static final MassProperties MASS =
      new MassProperties(1, Vec3.ZERO, SymmetricMatrix3.diagonal(0.01, 0.01, 0.01));

  private final ArmModel model =
      new ArmModel(
          new RobotModel(
              "table",
              "base",
              List.of(link("base"), link("carriage"), link("flange")),
              List.of(
                  slide("x", "base", "carriage", Vec3.X), slide("y", "carriage", "flange", Vec3.Y)),
              // the motors are in an order of their own
              List.of(motor("y"), motor("x"))),
          "flange");
  private final FakeDriver driver = new FakeDriver(model.robot());

  private static Link link(String name) {
    return new Link(name, Optional.of(MASS), List.of());
  }

  private static Joint slide(String name, String parent, String child, Vec3 axis) {
    return new Joint(
        name, Joint.Type.PRISMATIC, parent, child, Vec3.ZERO, Quat.IDENTITY, axis, -1, 1, 0, 0, 0);
  }

  private static Actuator motor(String joint) {
    return new Actuator(joint + "-motor", joint, 100, 10, 50, 2);
  }

  @Override
  public ArmModel model() {
    return model;
  }

  @Override
  public Optional<ArmDriver> driver() {
    return Optional.of(driver);
  }

  @Override
  public void close() {
    driver.close();
  }
}
