package org.dextwin.arm.franka;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.ArmDriver;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Settings;
import org.dextwin.arm.franka.internal.driver.RosbridgeConfig;
import org.dextwin.arm.franka.internal.twin.RosbridgeTwin;
import org.dextwin.arm.franka.internal.twin.TwinRosLink;
import org.dextwin.devices.safety.SafetyOptions;
import org.dextwin.devices.time.Clock;
import org.dextwin.devices.time.TwinClock;

/**
 * Stands a twin in for a Franka arm, under the name {@code twin}: the driver is the real one, and
 * the messages it sends and gets are those of a rosbridge, in real time.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class FrankaTwinProvider
    implements ComponentProvider<FrankaDriver, FrankaTwinProvider.Config> {

  private static final double RIGHT = Math.PI / 2;

  /** The pose that Franka calls ready [rad]. */
  private static final double[] READY = {0, -RIGHT / 2, 0, -3 * RIGHT / 2, 0, RIGHT, RIGHT / 2};

  /**
   * Configuration of the twin.
   *
   * @param ros names of controller and topics
   * @param waits whether its time waits for the program
   * @param options what all drivers have in common
   */
  public record Config(
      @Key(doc = "Names of controller and topics.", byDefault = "{}") RosbridgeConfig ros,
      @Key(doc = TwinClock.WAITS, byDefault = "true") boolean waits,
      FrankaDriver.Options options) {}

  /** Makes the provider. */
  public FrankaTwinProvider() {}

  @Override
  public Class<FrankaDriver> type() {
    return FrankaDriver.class;
  }

  @Override
  public String name() {
    return "twin";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public FrankaDriver create(Config config, ComponentContext context) {
    return new Twin(config);
  }

  /** Makes the robot's computer of an arm. */
  static RosbridgeTwin twinOf(RobotModel model, RosbridgeConfig ros, Clock clock) {
    List<String> names =
        model.motorOrder().joints().stream()
            .map(joint -> ros.rosName(model.name(), joint))
            .toList();
    return new RosbridgeTwin(names, READY, ros, clock);
  }

  private static final class Twin implements FrankaDriver {

    private final Config config;
    private final List<RosbridgeTwin> twins = new ArrayList<>();

    Twin(Config config) {
      this.config = config;
    }

    @Override
    public ArmDriver drive(RobotModel model, String flange) {
      Clock clock = TwinClock.of(config.waits());
      SafetyOptions safety = config.options().safety();
      safety = config.waits() ? safety.patient() : safety;
      RosbridgeTwin twin = twinOf(model, config.ros(), clock);
      twins.add(twin);
      return FrankaSafety.guarded(
          model, flange, new TwinRosLink(twin), config.ros(), safety, clock);
    }

    @Override
    public void close() {
      twins.forEach(RosbridgeTwin::close);
    }
  }
}
