package org.dextwin.sensors.twin;

import java.util.Map;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.perception.LiveTrackerContract;

class TrackerTwinContractTest extends LiveTrackerContract<TrackerTwinProvider.Config> {

  @Override
  protected ComponentProvider<PoseTracker, TrackerTwinProvider.Config> provider() {
    return new TrackerTwinProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("timing", Map.of("rate-hz", 50.0, "clock-offset-s", -3.0));
  }
}
