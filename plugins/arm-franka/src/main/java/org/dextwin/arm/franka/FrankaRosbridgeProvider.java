package org.dextwin.arm.franka;

import java.net.URI;
import java.net.URISyntaxException;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.ArmDriver;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Settings;
import org.dextwin.arm.franka.internal.driver.RosbridgeConfig;
import org.dextwin.arm.franka.internal.rosbridge.WebSocketLink;
import org.dextwin.devices.time.SystemClock;

/**
 * Drives a Franka arm through a rosbridge, under the name {@code rosbridge}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class FrankaRosbridgeProvider
    implements ComponentProvider<FrankaDriver, FrankaRosbridgeProvider.Config> {

  /**
   * Configuration of the driver.
   *
   * @param url address of the rosbridge server
   * @param ros names of controller and topics
   * @param options what all drivers have in common
   */
  public record Config(
      @Key(doc = "Address of the rosbridge server, such as ws://192.168.0.10:9090.") String url,
      @Key(doc = "Names of controller and topics.", byDefault = "{}") RosbridgeConfig ros,
      FrankaDriver.Options options) {

    /** Checks the address. */
    public Config {
      uriOf(url);
    }

    private static URI uriOf(String url) {
      try {
        URI uri = new URI(url);
        if (uri.getHost() != null
            && ("ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme()))) {
          return uri;
        }
      } catch (URISyntaxException e) {
        // reported below
      }
      throw new IllegalArgumentException(
          "url is \"" + url + "\", but must be like ws://192.168.0.10:9090");
    }
  }

  /** Makes the provider. */
  public FrankaRosbridgeProvider() {}

  @Override
  public Class<FrankaDriver> type() {
    return FrankaDriver.class;
  }

  @Override
  public String name() {
    return "rosbridge";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public FrankaDriver create(Config config, ComponentContext context) {
    return new Bridge(config);
  }

  private record Bridge(Config config) implements FrankaDriver {

    @Override
    public ArmDriver drive(RobotModel model, String flange) {
      return FrankaSafety.guarded(
          model,
          flange,
          new WebSocketLink(Config.uriOf(config.url())),
          config.ros(),
          config.options().safety(),
          new SystemClock());
    }

    @Override
    public void close() {
      // the driver holds the connection
    }
  }
}
