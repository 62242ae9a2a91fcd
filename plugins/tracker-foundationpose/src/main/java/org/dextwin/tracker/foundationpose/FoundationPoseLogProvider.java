package org.dextwin.tracker.foundationpose;

import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;

/**
 * Reads the text logs that D-REX writes from FoundationPose, under the name {@code
 * foundation-pose-log}.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class FoundationPoseLogProvider
    implements ComponentProvider<PoseTracker, FoundationPoseLogConfig> {

  /** For the service loader. */
  public FoundationPoseLogProvider() {}

  @Override
  public Class<PoseTracker> type() {
    return PoseTracker.class;
  }

  @Override
  public String name() {
    return "foundation-pose-log";
  }

  @Override
  public FoundationPoseLogConfig configure(Settings settings) {
    return settings.as(FoundationPoseLogConfig.class);
  }

  @Override
  public PoseTracker create(FoundationPoseLogConfig config, ComponentContext context) {
    return new FoundationPoseLogTracker(config);
  }
}
