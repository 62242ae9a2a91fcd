package org.dextwin.testkit.perception;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.dextwin.api.perception.Camera;
import org.dextwin.api.perception.EncodedImage;
import org.dextwin.api.perception.Sensor.Measurement;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.testkit.FakeProvider;
import org.dextwin.testkit.Intercept;
import org.dextwin.testkit.Sabotage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every test of the sensor contract sees the fault that it is there for. */
class SensorSabotageTest {

  @TestFactory
  Stream<DynamicTest> faultsAreSeen() {
    return Sabotage.tests(FakeCameraTest.class, all());
  }

  @Test
  void everyTestHasASabotage() {
    Sabotage.assertAllSabotaged(SensorContract.class, all());
  }

  private static List<Sabotage> all() {
    return List.of(
        intercepted("refusesUntilConnected", "always connected", "isConnected", call -> true),
        intercepted(
            "refusesUntilConnected",
            "connects when it is asked to measure",
            "next",
            call -> {
              Camera camera = (Camera) call.target();
              if (!camera.isConnected()) {
                camera.connect();
              }
              return call.proceed();
            }),
        measuring(
            "measurementsAreSound",
            "no image",
            found -> new Measurement<>(found.timestampNanos(), new EncodedImage(new byte[20]))),
        stamped("timesIncrease", "times in whole seconds", time -> time - time % 1_000_000_000),
        stamped("rateIsTheOneClaimed", "times in microseconds", time -> time / 1000),
        intercepted("rateIsTheOneClaimed", "claims another rate", "rateHz", call -> 50.0),
        intercepted("aMeasurementIsNotGivenAhead", "does not wait", "next", new AtOnce()),
        intercepted("stopEndsAWait", "another fault", "next", SensorSabotageTest::otherFault),
        intercepted("connectingAnewEndsAStop", "goes on", "stop", call -> null),
        intercepted(
            "stopNeverThrows",
            "nothing to stop",
            "stop",
            call -> {
              throw new IllegalStateException("not connected");
            }));
  }

  private static @Nullable Object otherFault(Intercept.Call call) throws Throwable {
    try {
      return call.proceed();
    } catch (DeviceException e) {
      throw new DeviceException(Fault.NO_ANSWER, "silent", e.remedy());
    }
  }

  /** Measures without waiting. */
  private static final class AtOnce implements Intercept.Behaviour {

    private long time;

    @Override
    public Object of(Intercept.Call call) {
      time += 10_000_000;
      return new Measurement<>(time, new EncodedImage(new byte[] {(byte) 0xff, (byte) 0xd8}));
    }
  }

  private interface Change {
    Measurement<?> of(Measurement<?> found);
  }

  private static Sabotage intercepted(
      String test, String fault, String method, Intercept.Behaviour behaviour) {
    return new Sabotage(
        test,
        fault,
        FakeProvider.like(new FakeCamera.Provider())
            .withFault(camera -> Intercept.method(Camera.class, camera, method, behaviour)));
  }

  private static Sabotage measuring(String test, String fault, Change change) {
    return intercepted(test, fault, "next", call -> change.of((Measurement<?>) call.proceed()));
  }

  private static Sabotage stamped(String test, String fault, LongUnaryOperator change) {
    return measuring(
        test,
        fault,
        found -> new Measurement<>(change.applyAsLong(found.timestampNanos()), found.value()));
  }
}
