package com.acme.springlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.robot.HandContract;
import org.junit.jupiter.api.Test;

/** Keeps the contract of its role. */
final class OneFingerTest extends HandContract<OneFingerConfig> {

  @Override
  protected ComponentProvider<Hand, OneFingerConfig> provider() {
    return new OneFingerProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("stiffness-nm-per-rad", 0.5);
  }

  @Test
  void hasOneFinger() {
    assertThat(create().model().fingers()).singleElement().matches(f -> f.joints().size() == 2);
  }
}
