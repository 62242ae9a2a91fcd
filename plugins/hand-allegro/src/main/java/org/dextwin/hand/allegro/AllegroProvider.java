package org.dextwin.hand.allegro;

import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/**
 * Makes Allegro hands, under the name {@code allegro}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class AllegroProvider implements ComponentProvider<Hand, AllegroConfig> {

  /** Makes the provider. */
  public AllegroProvider() {}

  @Override
  public Class<Hand> type() {
    return Hand.class;
  }

  @Override
  public String name() {
    return "allegro";
  }

  @Override
  public AllegroConfig configure(Settings settings) {
    return settings.as(AllegroConfig.class);
  }

  @Override
  public Hand create(AllegroConfig config, ComponentContext context) {
    HandModel model = new AllegroModel(config.side()).build();
    return new AllegroHand(model, config.driver().map(ref -> context.resolve(ref).drive(model)));
  }
}
