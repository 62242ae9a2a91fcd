package org.dextwin.experiments.drex;

import java.util.Optional;
import org.dextwin.api.spi.Key;
import org.dextwin.experiments.drex.internal.calibrated.CalibratedForceConfig;
import org.dextwin.experiments.drex.internal.pushlog.PushLogConfig;
import org.dextwin.experiments.drex.internal.synthetic.SyntheticConfig;

/**
 * Settings of {@code identify-mass}: each method that is present is run.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param calibratedForce pushes of known force
 * @param pushLog logs of real pushes
 * @param synthetic pushes of known truth
 */
record IdentifyMassConfig(
    @Key(doc = "Pushes of known force, identified in every configured engine.")
        Optional<CalibratedForceConfig> calibratedForce,
    @Key(doc = "Logs of real pushes: joints, object poses and meshes.")
        Optional<PushLogConfig> pushLog,
    @Key(doc = "Pushes of known truth, made in another engine than the one that fits them.")
        Optional<SyntheticConfig> synthetic) {

  /**
   * Checks that there is something to do.
   *
   * @param calibratedForce pushes of known force
   * @param pushLog logs of real pushes
   * @param synthetic pushes of known truth
   */
  IdentifyMassConfig {
    if (calibratedForce.isEmpty() && pushLog.isEmpty() && synthetic.isEmpty()) {
      throw new IllegalArgumentException(
          "identify-mass needs a calibrated-force, push-log or synthetic block");
    }
  }
}
