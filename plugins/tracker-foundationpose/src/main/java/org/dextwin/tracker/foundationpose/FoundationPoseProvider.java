package org.dextwin.tracker.foundationpose;

import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/**
 * Reads folders {@code ob_in_cam/<frame id>.txt} of 4 x 4 matrices, under the name {@code
 * foundation-pose}.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class FoundationPoseProvider
    implements ComponentProvider<PoseTracker, FoundationPoseConfig> {

  /** For the service loader. */
  public FoundationPoseProvider() {}

  @Override
  public Class<PoseTracker> type() {
    return PoseTracker.class;
  }

  @Override
  public String name() {
    return "foundation-pose";
  }

  @Override
  public FoundationPoseConfig configure(Settings settings) {
    return settings.as(FoundationPoseConfig.class);
  }

  @Override
  public PoseTracker create(FoundationPoseConfig config, ComponentContext context) {
    return new FoundationPoseTracker(config);
  }
}
