package org.dextwin.sensors.twin;

import org.dextwin.api.spi.Key;

/**
 * When a sensor measures, and what its clock says then.
 *
 * @param rateHz measurements per second [Hz]
 * @param clockOffsetS by how much its clock is ahead of this machine's when it is connected [s]
 * @param clockDriftPpm by how much its clock is too fast, in millionths
 * @param delayS how long a measurement is under way at least [s]
 * @param delayJitterS how much longer it may be under way [s]
 */
record Timing(
    @Key(doc = "Measurements per second.", byDefault = "30", above = 0, atMost = 1000)
        double rateHz,
    @Key(
            doc = "By how much the sensor's clock is ahead of this machine's when it is connected.",
            byDefault = "0",
            atLeast = -1e6,
            atMost = 1e6)
        double clockOffsetS,
    @Key(
            doc = "By how much the sensor's clock is too fast, in millionths.",
            byDefault = "0",
            atLeast = -10_000,
            atMost = 10_000)
        double clockDriftPpm,
    @Key(
            doc = "How long a measurement is under way at least.",
            byDefault = "0",
            atLeast = 0,
            atMost = 1)
        double delayS,
    @Key(
            doc = "How much longer a measurement may be under way.",
            byDefault = "0",
            atLeast = 0,
            atMost = 1)
        double delayJitterS) {

  long periodNanos() {
    return Math.round(1e9 / rateHz);
  }
}
