package org.dextwin.devices.loop;

import java.util.function.BooleanSupplier;
import org.dextwin.api.robot.Device;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.devices.time.Clock;

/**
 * Runs a step at a fixed rate and watches the deadlines: a step has to end before the next begins.
 * A few misses in a row, or anything that a step throws, stop the device before {@link #run} ends.
 * After a miss the loop goes on at the next tick that is still to come; it never catches up with a
 * burst of commands.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class ControlLoop {

  private static final double SECOND = 1e9;

  private final Clock clock;
  private final long periodNanos;
  private final int tolerated;
  private final JitterHistogram jitter = new JitterHistogram();
  private long steps;
  private long missed;

  /** What is done at every tick. */
  @FunctionalInterface
  public interface Step {

    /**
     * Reads, decides and sends.
     *
     * @param tick number of the tick, from 0; ticks that were missed are left out
     */
    void at(long tick);
  }

  /**
   * Makes a loop.
   *
   * @param clock the clock of the device
   * @param rateHz ticks per second, such as 20 or 100
   * @param tolerated how many deadlines in a row may be missed
   */
  public ControlLoop(Clock clock, double rateHz, int tolerated) {
    if (!(rateHz > 0) || rateHz > 1e6) {
      throw new IllegalArgumentException("rate is " + rateHz + " Hz; it must be positive");
    }
    this.clock = clock;
    this.periodNanos = Math.round(SECOND / rateHz);
    this.tolerated = tolerated;
  }

  /**
   * Runs until told otherwise.
   *
   * @param device stopped if anything goes wrong
   * @param step what to do at every tick
   * @param goesOn asked before every tick
   * @throws DeviceException if too many deadlines in a row were missed
   */
  public void run(Device device, Step step, BooleanSupplier goesOn) {
    boolean sound = false;
    try {
      run(step, goesOn);
      sound = true;
    } finally {
      if (!sound) {
        device.stop();
      }
    }
  }

  private void run(Step step, BooleanSupplier goesOn) {
    long start = clock.nanos();
    int missedInARow = 0;
    long tick = 0;
    while (goesOn.getAsBoolean()) {
      clock.sleepUntil(start + tick * periodNanos);
      jitter.add(clock.nanos() - start - tick * periodNanos);
      step.at(tick);
      steps++;
      long next = Math.max(tick + 1, ceilingTick(clock.nanos() - start));
      if (next > tick + 1) {
        missed += next - tick - 1;
        missedInARow++;
        requireFewMisses(missedInARow);
      } else {
        missedInARow = 0;
      }
      tick = next;
    }
  }

  private long ceilingTick(long elapsed) {
    return -Math.floorDiv(-elapsed, periodNanos);
  }

  private void requireFewMisses(int inARow) {
    if (inARow > tolerated) {
      throw new DeviceException(
          DeviceException.Fault.STALE_COMMAND,
          inARow
              + " steps in a row took longer than their period of "
              + periodNanos / 1_000_000.0
              + " ms",
          "lower the rate of the loop, or make its step faster; other programs may take the CPU");
    }
  }

  /**
   * Returns how late the steps began.
   *
   * @return the histogram, still counting
   */
  public JitterHistogram jitter() {
    return jitter;
  }

  /**
   * Returns how many steps were run.
   *
   * @return the number of steps
   */
  public long steps() {
    return steps;
  }

  /**
   * Returns how many ticks passed without a step of their own.
   *
   * @return the number of ticks
   */
  public long missedTicks() {
    return missed;
  }
}
