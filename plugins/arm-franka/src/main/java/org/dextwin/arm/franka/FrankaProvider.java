package org.dextwin.arm.franka;

import org.dextwin.api.model.ArmModel;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;
import org.dextwin.mechanics.kinematics.ToolMount;

/**
 * Makes Franka arms, under the name {@code franka}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class FrankaProvider implements ComponentProvider<Arm, FrankaConfig> {

  /** Makes the provider. */
  public FrankaProvider() {}

  @Override
  public Class<Arm> type() {
    return Arm.class;
  }

  @Override
  public String name() {
    return "franka";
  }

  @Override
  public FrankaConfig configure(Settings settings) {
    return settings.as(FrankaConfig.class);
  }

  @Override
  public Arm create(FrankaConfig config, ComponentContext context) {
    ArmModel arm = new FrankaModel(config.variant()).build();
    return new FrankaArm(
        ToolMount.mount(arm, config.options(), context),
        config.driver().map(ref -> context.resolve(ref).drive(arm.robot(), arm.flange())));
  }
}
