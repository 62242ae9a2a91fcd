package org.dextwin.devices.safety;

import java.util.concurrent.atomic.AtomicReference;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.robot.ArmDriver;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.robot.HandDriver;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointDriver;
import org.dextwin.api.robot.JointState;
import org.dextwin.devices.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A driver behind its safety envelope: the only way to a device. A fault, whether of the command,
 * of the device, or because no command comes any more, stops the device at once; it stays stopped
 * until it is connected anew.
 *
 * <p><i>Thread safety</i>: confined, except {@link #stop}. A watchdog runs on a thread of the
 * clock.
 */
public final class GuardedDriver implements HandDriver, ArmDriver {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedDriver.class);

  private static final int CHECKS_PER_TIMEOUT = 10;

  private final JointDriver device;
  private final SafetyEnvelope envelope;
  private final Clock clock;
  private final DeadMan deadMan;
  private final long timeoutNanos;

  /** Why the device is stopped; null while it is not. */
  private final AtomicReference<@Nullable DeviceException> fault = new AtomicReference<>();

  private volatile long lastCommand;
  private volatile boolean moving;
  private volatile boolean connected;
  private boolean readSinceCommand;
  private Clock.@Nullable Alarm watchdog;

  /**
   * Puts an envelope round a driver.
   *
   * @param device the driver, which nobody else uses; closed with this one
   * @param envelope the envelope
   * @param options what the configuration changes
   * @param clock the clock of the device
   */
  public GuardedDriver(
      JointDriver device, SafetyEnvelope envelope, SafetyOptions options, Clock clock) {
    this(
        device,
        envelope,
        options,
        clock,
        options
            .deadMan()
            .<DeadMan>map(
                file -> new FileDeadMan(file.file(), file.timeoutS(), java.time.Clock.systemUTC()))
            .orElse(() -> true));
  }

  /**
   * Puts an envelope with a dead man's switch round a driver.
   *
   * @param device the driver, which nobody else uses; closed with this one
   * @param envelope the envelope
   * @param options what the configuration changes
   * @param clock the clock of the device
   * @param deadMan the switch
   */
  public GuardedDriver(
      JointDriver device,
      SafetyEnvelope envelope,
      SafetyOptions options,
      Clock clock,
      DeadMan deadMan) {
    this.device = device;
    this.envelope = envelope;
    this.clock = clock;
    this.deadMan = deadMan;
    this.timeoutNanos = Math.round(options.commandTimeoutS() * 1e9);
  }

  @Override
  public JointOrder order() {
    return device.order();
  }

  @Override
  public void connect() {
    endWatchdog();
    fault.set(null);
    moving = false;
    connected = false;
    boolean begun = false;
    try {
      device.connect();
      envelope.begin(device.read(), clock.nanos());
      begun = true;
    } finally {
      if (!begun) {
        device.stop();
      }
    }
    readSinceCommand = true;
    connected = true;
    watchdog = clock.every(timeoutNanos / CHECKS_PER_TIMEOUT, this::watch);
  }

  @Override
  public boolean isConnected() {
    return connected && fault.get() == null && device.isConnected();
  }

  @Override
  public JointState read() {
    requireSound();
    return guarded(this::readChecked);
  }

  private JointState readChecked() {
    JointState state = device.read();
    envelope.check(state);
    readSinceCommand = true;
    return state;
  }

  @Override
  public JointCommand send(JointCommand command) {
    requireSound();
    return guarded(
        () -> {
          requireHeld();
          if (!readSinceCommand) {
            readChecked(); // nobody else looks at temperatures and currents
          }
          JointCommand applied = device.send(envelope.admit(command, clock.nanos()));
          readSinceCommand = false;
          lastCommand = clock.nanos();
          moving = true;
          return applied;
        });
  }

  private interface Call<R> {
    R make();
  }

  private <R> R guarded(Call<R> call) {
    try {
      return call.make();
    } catch (DeviceException e) {
      trip(e);
      throw e;
    }
  }

  private void requireSound() {
    DeviceException first = fault.get();
    if (first != null) {
      throw new DeviceException(first.fault(), message(first), first.remedy());
    }
    if (!connected) {
      throw new DeviceException(
          Fault.NOT_CONNECTED, "the device is not connected", "call connect() first");
    }
  }

  private static String message(DeviceException first) {
    return first.fault() == Fault.STOPPED
        ? String.valueOf(first.getMessage())
        : "the device was stopped before: " + first.getMessage();
  }

  private void requireHeld() {
    if (!deadMan.isHeld()) {
      throw new DeviceException(
          Fault.RELEASED,
          "the dead man's switch is not held",
          "hold it, then connect anew; to do without, remove safety.dead-man");
    }
  }

  private void watch() {
    if (!moving || fault.get() != null) {
      return;
    }
    try {
      requireHeld();
      if (clock.nanos() - lastCommand > timeoutNanos) {
        throw new DeviceException(
            Fault.STALE_COMMAND,
            "no command came for " + timeoutNanos / 1e9 + " s",
            "send at a steady rate, or call stop() when done; safety.command-timeout-s sets the"
                + " time");
      }
    } catch (DeviceException e) {
      trip(e);
    }
  }

  private void trip(DeviceException cause) {
    device.stop();
    if (fault.compareAndSet(null, cause)) {
      LOG.warn("stopped: {}; {}", cause.getMessage(), cause.remedy());
    }
  }

  @Override
  public void stop() {
    device.stop();
    fault.compareAndSet(
        null,
        new DeviceException(Fault.STOPPED, "the device was stopped", "call connect() to go on"));
  }

  @Override
  public void close() {
    endWatchdog();
    if (device.isConnected()) {
      stop();
    }
    device.close();
    connected = false;
  }

  private void endWatchdog() {
    if (watchdog != null) {
      watchdog.close();
      watchdog = null;
    }
  }
}
