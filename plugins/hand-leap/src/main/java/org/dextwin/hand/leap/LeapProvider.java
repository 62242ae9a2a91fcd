package org.dextwin.hand.leap;

import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/**
 * Makes LEAP hands, under the name {@code leap}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class LeapProvider implements ComponentProvider<Hand, LeapConfig> {

  /** Makes the provider. */
  public LeapProvider() {}

  @Override
  public Class<Hand> type() {
    return Hand.class;
  }

  @Override
  public String name() {
    return "leap";
  }

  @Override
  public LeapConfig configure(Settings settings) {
    return settings.as(LeapConfig.class);
  }

  @Override
  public Hand create(LeapConfig config, ComponentContext context) {
    HandModel model = new LeapModel().build();
    return new LeapHand(model, config.driver().map(ref -> context.resolve(ref).drive(model)));
  }
}
