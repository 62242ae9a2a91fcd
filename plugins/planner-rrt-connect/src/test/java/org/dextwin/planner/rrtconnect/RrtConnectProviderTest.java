package org.dextwin.planner.rrtconnect;

import java.util.Map;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.learning.MotionPlannerContract;

final class RrtConnectProviderTest extends MotionPlannerContract<RrtConnectConfig> {

  @Override
  protected ComponentProvider<MotionPlanner, RrtConnectConfig> provider() {
    return new RrtConnectProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of(
        "margin-m", 0.002, "extension", 0.5, "extensions", 5000, "goal-configurations", 2);
  }
}
