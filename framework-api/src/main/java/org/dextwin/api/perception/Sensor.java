package org.dextwin.api.perception;

import org.dextwin.api.robot.Device;
import org.dextwin.api.spi.Experimental;

/**
 * A device that measures at a rate of its own and stamps what it measures by a clock of its own,
 * which need not agree with that of this machine.
 *
 * <p><i>Thread safety</i>: confined, except {@link #stop}, which ends a {@link #next} that waits.
 *
 * @param <M> what it measures
 */
@Experimental
public interface Sensor<M> extends Device {

  /**
   * Returns how many measurements a second it is meant to give.
   *
   * @return the rate [Hz]
   */
  double rateHz();

  /**
   * Waits for the next measurement. None is given twice, and none is left out unless the sensor
   * itself loses it: what came while nobody waited is given first.
   *
   * @return the measurement, taken after the one before it
   * @throws org.dextwin.api.robot.DeviceException if the sensor is not connected, was stopped, or
   *     does not answer
   */
  Measurement<M> next();

  /**
   * One measurement.
   *
   * @param timestampNanos when it was taken, by the sensor's clock [ns]
   * @param value what was measured
   * @param <M> what is measured
   */
  record Measurement<M>(long timestampNanos, M value) {}
}
