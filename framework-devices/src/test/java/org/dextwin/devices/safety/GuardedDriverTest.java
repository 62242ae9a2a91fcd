package org.dextwin.devices.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.devices.time.VirtualClock;
import org.dextwin.testkit.robot.FakeDriver;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedDriverTest {

  private final HandModel hand = new FakeHand(HandModel.Side.RIGHT).model();
  private final FakeDriver device = new FakeDriver(hand.robot());
  private final VirtualClock clock = new VirtualClock();
  private final AtomicBoolean held = new AtomicBoolean(true);
  private final GuardedDriver driver =
      new GuardedDriver(
          device,
          SafetyEnvelope.of(
              hand,
              JointLimits.of(hand.robot(), new double[] {60, 60, 60, 60}, 70),
              SafetyOptions.DEFAULT),
          SafetyOptions.DEFAULT,
          clock,
          held::get);
  private final JointCommand rest = new JointCommand(JointVector.zero(device.order()));

  @Test
  void aSwitchThatIsLetGoStopsTheDeviceBeforeTheNextCommand() {
    driver.connect();
    driver.send(rest);
    held.set(false);
    clock.sleepUntil(clock.nanos() + 26_000_000); // the watchdog looks every tenth of 0.25 s
    assertThat(device.isConnected()).as("the device went on").isFalse();
    assertThat(faultOf()).isEqualTo(Fault.RELEASED);
  }

  @Test
  void aSwitchThatWasNeverHeldLetsNoCommandThrough() {
    driver.connect();
    held.set(false);
    assertThat(faultOf()).isEqualTo(Fault.RELEASED);
    assertThat(device.isConnected()).isFalse();
  }

  private Fault faultOf() {
    return catchThrowableOfType(DeviceException.class, () -> driver.send(rest)).fault();
  }

  @Test
  void withoutCommandsTheWatchdogStopsTheDevice() {
    driver.connect();
    clock.sleepUntil(clock.nanos() + 1_000_000_000);
    assertThat(device.isConnected()).as("waiting for the first command is no fault").isTrue();
    driver.send(rest);
    clock.sleepUntil(clock.nanos() + 300_000_000);
    assertThat(device.isConnected()).isFalse();
    assertThat(faultOf()).isEqualTo(Fault.STALE_COMMAND);
  }

  @Test
  void aFileIsASwitchWhileItIsTouched(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("pedal"));
    Instant touched = Instant.parse("2026-01-01T00:00:00Z");
    Files.setLastModifiedTime(file, FileTime.from(touched));
    assertThat(at(file, touched.plusMillis(400)).isHeld()).isTrue();
    assertThat(at(file, touched.plusMillis(600)).isHeld()).isFalse();
    Files.delete(file);
    assertThat(at(file, touched).isHeld()).isFalse();
  }

  private static FileDeadMan at(Path file, Instant now) {
    return new FileDeadMan(file, 0.5, Clock.fixed(now, ZoneOffset.UTC));
  }
}
