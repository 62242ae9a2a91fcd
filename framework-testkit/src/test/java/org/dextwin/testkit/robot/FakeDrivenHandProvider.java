package org.dextwin.testkit.robot;

import java.util.Optional;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.robot.HandDriver;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Makes fake hands with a driver. */
public final class FakeDrivenHandProvider
    implements ComponentProvider<Hand, FakeDrivenHandProvider.Config> {

  /** No keys. */
  public record Config() {}

  @Override
  public Class<Hand> type() {
    return Hand.class;
  }

  @Override
  public String name() {
    return "fake-driven-hand";
  }

  @Override
  public Config configure(Settings settings) {
    return settings.as(Config.class);
  }

  @Override
  public Hand create(Config config, ComponentContext context) {
    HandModel model = new FakeHand(HandModel.Side.RIGHT).model();
    Optional<HandDriver> driver = Optional.of(new FakeDriver(model.robot()));
    return new Hand() {
      @Override
      public HandModel model() {
        return model;
      }

      @Override
      public Optional<HandDriver> driver() {
        return driver;
      }

      @Override
      public void close() {
        driver.ifPresent(HandDriver::close);
      }
    };
  }
}
