package org.dextwin.experiments.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dextwin.api.perception.EncodedImage;
import org.dextwin.api.perception.LiveTracker;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.perception.Sensor;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.devices.record.Frame;
import org.dextwin.devices.record.Reading;
import org.dextwin.devices.record.Source;
import org.dextwin.devices.time.Clock;

/**
 * A sensor under the name that it has in the log.
 *
 * <p><i>Thread safety</i>: confined, except that the sensor may be stopped.
 */
final class Gauge {

  /** What measures. */
  final Sensor<?> sensor;

  private final String name;
  private final Source.Kind kind;
  private final Supplier<Optional<Stamped>> next;

  /** A reading and when it was taken, by the sensor's clock [ns]. */
  private record Stamped(long nanos, Reading reading) {}

  private <M> Gauge(
      String name, Source.Kind kind, Sensor<M> sensor, Function<M, Optional<Reading>> reading) {
    this.name = name;
    this.kind = kind;
    this.sensor = sensor;
    this.next =
        () -> {
          Sensor.Measurement<M> found = sensor.next();
          return reading.apply(found.value()).map(it -> new Stamped(found.timestampNanos(), it));
        };
  }

  /** Makes the sensors of an experiment, in the order of their names. */
  static List<Gauge> resolve(Map<String, SourceConfig> sources, ComponentContext context) {
    List<Gauge> gauges = new ArrayList<>();
    sources.forEach(
        (name, source) -> {
          source
              .camera()
              .ifPresent(
                  camera ->
                      gauges.add(
                          new Gauge(
                              name, Source.Kind.IMAGE, context.resolve(camera), Gauge::image)));
          source
              .tracker()
              .ifPresent(
                  tracker ->
                      gauges.add(
                          new Gauge(
                              name,
                              Source.Kind.POSE,
                              live(tracker, context),
                              pose -> pose.map(Reading.Tracked::new))));
        });
    return gauges;
  }

  private static Optional<Reading> image(EncodedImage image) {
    return Optional.of(new Reading.Image(image.bytes()));
  }

  private static LiveTracker live(ComponentRef<PoseTracker> reference, ComponentContext context) {
    PoseTracker tracker = context.resolve(reference);
    if (tracker instanceof LiveTracker live) {
      return live;
    }
    throw new InvalidInputException(
        "the tracker at '%s' reads files, and sees nothing while a robot moves; record a live one, such as type = twin"
            .formatted(reference.path()));
  }

  /** What the log says about it. */
  Source source() {
    return new Source(name, kind, sensor.rateHz(), Optional.empty(), name);
  }

  /** Waits for the next measurement; nothing if there was nothing to see. */
  Optional<Frame> next(int index, Clock clock) {
    return next.get()
        .map(found -> new Frame(index, found.nanos(), clock.epochNanos(), found.reading()));
  }
}
