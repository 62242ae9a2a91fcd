package org.dextwin.experiments.drex;

import java.util.Optional;
import org.dextwin.api.spi.Key;
import org.dextwin.experiments.drex.calibrated.CalibratedForceConfig;
import org.dextwin.experiments.drex.pushlog.PushLogConfig;

/**
 * Settings of {@code identify-mass}: each method that is present is run.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param calibratedForce pushes of known force
 * @param pushLog logs of real pushes
 */
public record IdentifyMassConfig(
    @Key(doc = "Pushes of known force, identified in every configured engine.")
        Optional<CalibratedForceConfig> calibratedForce,
    @Key(doc = "Logs of real pushes: joints, object poses and meshes.")
        Optional<PushLogConfig> pushLog) {

  /**
   * Checks that there is something to do.
   *
   * @param calibratedForce pushes of known force
   * @param pushLog logs of real pushes
   */
  public IdentifyMassConfig {
    if (calibratedForce.isEmpty() && pushLog.isEmpty()) {
      throw new IllegalArgumentException(
          "identify-mass needs a calibrated-force or push-log block");
    }
  }
}
