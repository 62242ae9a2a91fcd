package org.dextwin.robot.urdf;

import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;
import org.dextwin.mechanics.kinematics.ToolMount;

/**
 * Makes arms of URDF files, under the name {@code urdf}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class UrdfArmProvider implements ComponentProvider<Arm, UrdfArmConfig> {

  /** Makes the provider. */
  public UrdfArmProvider() {}

  @Override
  public Class<Arm> type() {
    return Arm.class;
  }

  @Override
  public String name() {
    return "urdf";
  }

  @Override
  public UrdfArmConfig configure(Settings settings) {
    return settings.as(UrdfArmConfig.class);
  }

  @Override
  public Arm create(UrdfArmConfig config, ComponentContext context) {
    RobotModel robot = UrdfImport.read(config.source(), MotorDefaults.ARM);
    FlangeFinder finder = new FlangeFinder(robot, config.model());
    String flange = config.flange().map(finder::declared).orElseGet(finder::find);
    return new UrdfArm(ToolMount.mount(new ArmModel(robot, flange), config.options(), context));
  }
}
