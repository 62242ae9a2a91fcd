package org.dextwin.sensors.twin;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.LiveTracker;

/**
 * A tracker of an object that goes round a circle in a plane of constant depth and turns with it:
 * X_CO has p_CO = c + r (cos a, sin a, 0) and R_CO = rotation by a about z, where a is 2 pi times
 * the turns since the epoch.
 */
final class TrackerTwin implements LiveTracker {

  private final TrackerTwinProvider.Config config;
  private final Pulse pulse;
  private final RandomGenerator random;

  TrackerTwin(TrackerTwinProvider.Config config, Pulse pulse, RandomGenerator random) {
    this.config = config;
    this.pulse = pulse;
    this.random = random;
  }

  @Override
  public double rateHz() {
    return config.timing().rateHz();
  }

  @Override
  public Measurement<Optional<Pose>> next() {
    Pulse.Beat beat = pulse.next();
    boolean seen = random.nextDouble() >= config.hidden();
    return new Measurement<>(
        beat.sensorNanos(), seen ? Optional.of(pose(beat.epochNanos())) : Optional.empty());
  }

  private Pose pose(long epochNanos) {
    long turnNanos = Math.round(1e9 * config.turnS());
    double angle = 2 * Math.PI * Math.floorMod(epochNanos, turnNanos) / turnNanos;
    Vec3 onCircle = new Vec3(Math.cos(angle), Math.sin(angle), 0).times(config.radiusM());
    return new Pose(
        config.camera(),
        config.object(),
        config.centreM().plus(onCircle),
        Quat.aboutAxis(Vec3.Z, angle));
  }

  @Override
  public void connect() {
    pulse.connect();
  }

  @Override
  public boolean isConnected() {
    return pulse.isConnected();
  }

  @Override
  public void stop() {
    pulse.stop();
  }

  @Override
  public void close() {
    pulse.close();
  }
}
