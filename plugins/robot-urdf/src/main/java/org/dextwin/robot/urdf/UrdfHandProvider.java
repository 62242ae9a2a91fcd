package org.dextwin.robot.urdf;

import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/**
 * Makes hands of URDF files, under the name {@code urdf}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class UrdfHandProvider implements ComponentProvider<Hand, UrdfHandConfig> {

  /** Makes the provider. */
  public UrdfHandProvider() {}

  @Override
  public Class<Hand> type() {
    return Hand.class;
  }

  @Override
  public String name() {
    return "urdf";
  }

  @Override
  public UrdfHandConfig configure(Settings settings) {
    return settings.as(UrdfHandConfig.class);
  }

  @Override
  public Hand create(UrdfHandConfig config, ComponentContext context) {
    RobotModel robot = UrdfImport.read(config.source(), MotorDefaults.HAND);
    FingerFinder finder = new FingerFinder(robot, config.model());
    List<Finger> fingers =
        config.fingers().isEmpty()
            ? finder.find()
            : config.fingers().stream().map(finder::declared).toList();
    Vec3 degrees = config.mountRotationDeg();
    Pose X_HM =
        new Pose(
            robot.root(),
            HandModel.MOUNT,
            config.mountPositionM(),
            Quat.fromRollPitchYaw(
                Math.toRadians(degrees.x()),
                Math.toRadians(degrees.y()),
                Math.toRadians(degrees.z())));
    return new UrdfHand(new HandModel(robot, config.side(), fingers, X_HM));
  }
}
