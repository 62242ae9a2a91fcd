package org.dextwin.sensors.twin;

import java.util.random.RandomGenerator;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.devices.time.Clock;

/**
 * The beat of a sensor: measurements are taken at steady times and arrive later, in their order.
 * Those that nobody fetched wait.
 *
 * <p><i>Thread safety</i>: confined, except {@link #stop}.
 */
final class Pulse {

  /** A sensor looks this often whether it was stopped [ns]. */
  private static final long GLANCE = 20_000_000;

  private final Timing timing;
  private final RandomGenerator random;
  private final Clock clock;
  private volatile State state = State.NEW;
  private long start;
  private long startEpoch;
  private long taken;
  private long arrived;

  private enum State {
    NEW,
    CONNECTED,
    STOPPED,
    CLOSED
  }

  /**
   * A measurement's time.
   *
   * @param epochNanos by the clock of this machine [ns since the epoch]
   * @param sensorNanos by the clock of the sensor [ns]
   */
  record Beat(long epochNanos, long sensorNanos) {}

  Pulse(Timing timing, RandomGenerator random, Clock clock) {
    this.timing = timing;
    this.random = random;
    this.clock = clock;
  }

  void connect() {
    start = clock.nanos();
    startEpoch = clock.epochNanos();
    taken = 0;
    arrived = start;
    state = State.CONNECTED;
  }

  boolean isConnected() {
    return state == State.CONNECTED;
  }

  void stop() {
    if (state != State.CLOSED) {
      state = State.STOPPED;
    }
  }

  void close() {
    state = State.CLOSED;
  }

  /** Waits for the next measurement to arrive. */
  Beat next() {
    requireConnected();
    long since = taken * timing.periodNanos();
    double delay = timing.delayS() + timing.delayJitterS() * random.nextDouble();
    arrived = Math.max(arrived, start + since + Math.round(1e9 * delay));
    while (clock.nanos() < arrived) {
      clock.sleepUntil(Math.min(arrived, clock.nanos() + GLANCE));
      requireConnected();
    }
    taken++;
    double drifted = since * timing.clockDriftPpm() / 1e6 + timing.clockOffsetS() * 1e9;
    return new Beat(startEpoch + since, startEpoch + since + Math.round(drifted));
  }

  private void requireConnected() {
    switch (state) {
      case CONNECTED -> {}
      case STOPPED ->
          throw new DeviceException(
              DeviceException.Fault.STOPPED, "the sensor was stopped", "connect it anew");
      case NEW, CLOSED ->
          throw new DeviceException(
              DeviceException.Fault.NOT_CONNECTED,
              "the sensor is not connected",
              "connect it before it measures");
    }
  }
}
