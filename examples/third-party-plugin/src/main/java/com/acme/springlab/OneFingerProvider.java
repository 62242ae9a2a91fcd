package com.acme.springlab;

import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/** Makes the hand {@code one-finger}. */
public final class OneFingerProvider implements ComponentProvider<Hand, OneFingerConfig> {

  @Override
  public Class<Hand> type() {
    return Hand.class;
  }

  @Override
  public String name() {
    return "one-finger";
  }

  @Override
  public OneFingerConfig configure(Settings settings) {
    return settings.as(OneFingerConfig.class);
  }

  @Override
  public Hand create(OneFingerConfig config, ComponentContext context) {
    return new OneFinger(FingerFile.read(), config.stiffnessNmPerRad());
  }
}
