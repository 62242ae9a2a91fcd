package org.dextwin.testkit.perception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dextwin.api.perception.Sensor;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.spi.Component;
import org.dextwin.testkit.ProviderContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every sensor keeps, whatever it measures: it refuses until it is connected, its measurements
 * are new and in order, at about the rate that it claims by its own clock, and a stop ends a wait.
 * The valid settings are those of a sensor of at least 10 Hz.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <T> the role
 * @param <C> the configuration record
 * @param <M> what the sensor measures
 */
@Timeout(60)
public abstract class SensorContract<T extends Component, C, M> extends ProviderContract<T, C> {

  private static final int SOME = 12;

  /** How far the middle period may be from the nominal one. */
  private static final double RATE_TOLERANCE = 0.2;

  /** For subclasses. */
  protected SensorContract() {}

  /**
   * Returns the sensor that a component is.
   *
   * @param component what the provider made
   * @return the same as a sensor
   */
  protected abstract Sensor<M> sensorOf(T component);

  /**
   * Requires what has to be true of everything that such a sensor measures.
   *
   * @param value a measurement
   */
  protected abstract void assertSound(M value);

  private Sensor<M> connected() {
    Sensor<M> sensor = sensorOf(create());
    sensor.connect();
    return sensor;
  }

  private static List<Long> times(Sensor<?> sensor, int count) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      times.add(sensor.next().timestampNanos());
    }
    return times;
  }

  private static Fault faultOf(Runnable call) {
    DeviceException e = catchThrowableOfType(DeviceException.class, call::run);
    assertThat(e).as("refusal").isNotNull();
    assertThat(e.remedy()).as("remedy of '%s'", e.getMessage()).isNotBlank();
    return e.fault();
  }

  @Test
  final void refusesUntilConnected() {
    Sensor<M> sensor = sensorOf(create());
    assertThat(sensor.isConnected()).as("connected at once").isFalse();
    assertThat(faultOf(sensor::next)).isEqualTo(Fault.NOT_CONNECTED);
    sensor.connect();
    assertThat(sensor.isConnected()).as("connected").isTrue();
  }

  @Test
  final void measurementsAreSound() {
    Sensor<M> sensor = connected();
    for (int i = 0; i < SOME; i++) {
      assertSound(sensor.next().value());
    }
  }

  @Test
  final void timesIncrease() {
    List<Long> times = times(connected(), SOME);
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i)).as("time of measurement %d [ns]", i).isGreaterThan(times.get(i - 1));
    }
  }

  @Test
  final void rateIsTheOneClaimed() {
    Sensor<M> sensor = connected();
    assertThat(sensor.rateHz()).as("rate [Hz]").isGreaterThanOrEqualTo(10);
    List<Long> times = times(sensor, SOME);
    double[] periods = new double[times.size() - 1];
    Arrays.setAll(periods, i -> (times.get(i + 1) - times.get(i)) / 1e9);
    Arrays.sort(periods);
    double nominal = 1 / sensor.rateHz();
    assertThat(periods[periods.length / 2])
        .as("middle period by the sensor's clock [s]; claimed: %s", nominal)
        .isBetween(nominal * (1 - RATE_TOLERANCE), nominal * (1 + RATE_TOLERANCE));
  }

  @Test
  final void aMeasurementIsNotGivenAhead() {
    Sensor<M> sensor = connected();
    sensor.next();
    long began = System.nanoTime();
    times(sensor, SOME);
    assertThat((System.nanoTime() - began) / 1e9)
        .as("time that %d measurements took [s]", SOME)
        .isGreaterThan((SOME - 2) / sensor.rateHz() * (1 - RATE_TOLERANCE));
  }

  @Test
  final void stopEndsAWait() throws Exception {
    Sensor<M> sensor = connected();
    CompletableFuture<Fault> ended =
        CompletableFuture.supplyAsync(
            () ->
                faultOf(
                    () -> {
                      while (true) {
                        sensor.next();
                      }
                    }));
    sensor.stop();
    assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(Fault.STOPPED);
    assertThat(sensor.isConnected()).as("connected after a stop").isFalse();
  }

  @Test
  final void connectingAnewEndsAStop() {
    Sensor<M> sensor = connected();
    sensor.stop();
    assertThat(faultOf(sensor::next)).isEqualTo(Fault.STOPPED);
    sensor.connect();
    assertThatCode(sensor::next).doesNotThrowAnyException();
  }

  @Test
  final void stopNeverThrows() {
    Sensor<M> sensor = sensorOf(create());
    assertThatCode(sensor::stop).as("stop() before connect()").doesNotThrowAnyException();
    sensor.connect();
    sensor.close();
    assertThatCode(sensor::stop).as("stop() after close()").doesNotThrowAnyException();
    assertThat(faultOf(sensor::next)).as("after close()").isEqualTo(Fault.NOT_CONNECTED);
  }
}
