package org.dextwin.hand.leap.internal.driver;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dextwin.api.spi.Key;

/**
 * How to talk to the hand's servos. The twin takes the same, but for the port.
 *
 * @param baud bits per second
 * @param ids ids of the servos, in motor order
 * @param currentCapMa largest current of a motor
 * @param currentUnitMa current per count of the servos' registers
 * @param torqueConstantNmPerA torque per current of the motors
 * @param gainP gain of the position error
 * @param gainI gain of its integral
 * @param gainD gain of its derivative
 * @param sideGainScale share of P and D for the joints that move fingers sideways
 * @param timeoutMs how long to wait for answers
 * @param attempts how often to ask
 * @param busWatchdogMs time without a packet after which the servos stop by themselves
 * @param rebootAfterError true to start servos anew that report a hardware error
 */
public record DynamixelConfig(
    @Key(doc = "Bits per second; LEAP's servos are set to 4 000 000.", byDefault = "4000000")
        int baud,
    @Key(
            doc =
                "Ids of the servos in motor order: index, middle, ring, each side, forward, PIP,"
                    + " DIP, then the thumb; 0 to 15 unless given.",
            atLeast = 0,
            atMost = 252)
        Optional<List<Integer>> ids,
    @Key(
            doc =
                "Largest current of a motor. The full hand stands 600, the lite one with XL330"
                    + " servos about 300.",
            byDefault = "350",
            above = 0,
            atMost = 910)
        double currentCapMa,
    @Key(
            doc = "Current per count of the servos' registers: 1 for XC330 and XL330.",
            byDefault = "1.0",
            above = 0,
            atMost = 10)
        double currentUnitMa,
    @Key(
            doc =
                "Torque per current of the motors; 0.52 is the XC330-M288's stall torque over its"
                    + " stall current.",
            byDefault = "0.52",
            above = 0,
            atMost = 10)
        double torqueConstantNmPerA,
    @Key(doc = "Gain of the position error.", byDefault = "600", atLeast = 0, atMost = 16383)
        int gainP,
    @Key(doc = "Gain of its integral.", byDefault = "0", atLeast = 0, atMost = 16383) int gainI,
    @Key(doc = "Gain of its derivative.", byDefault = "200", atLeast = 0, atMost = 16383) int gainD,
    @Key(
            doc = "Share of P and D for the joints that move fingers sideways.",
            byDefault = "0.75",
            above = 0,
            atMost = 1)
        double sideGainScale,
    @Key(
            doc =
                "How long to wait for answers; what the adapter's latency timer is set to is"
                    + " added.",
            byDefault = "8",
            above = 0,
            atMost = 1000)
        double timeoutMs,
    @Key(doc = "How often to ask before giving up.", byDefault = "5", atLeast = 1, atMost = 20)
        int attempts,
    @Key(
            doc =
                "Time without a packet after which the servos stop by themselves, should this"
                    + " program die; 0 for never.",
            byDefault = "400",
            atLeast = 0,
            atMost = 2540)
        int busWatchdogMs,
    @Key(
            doc = "True to start servos anew that report a hardware error when connecting.",
            byDefault = "false")
        boolean rebootAfterError) {

  private static final int MOTORS = 16;

  /** What applies when the configuration says nothing. */
  public static final DynamixelConfig DEFAULT =
      new DynamixelConfig(
          4_000_000, Optional.empty(), 350, 1, 0.52, 600, 0, 200, 0.75, 8, 5, 400, false);

  /** Checks the ids. */
  public DynamixelConfig {
    ids = ids.map(List::copyOf);
    ids.ifPresent(
        given -> {
          if (given.size() != MOTORS || new HashSet<>(given).size() != MOTORS) {
            throw new IllegalArgumentException(
                "ids must be " + MOTORS + " different numbers, one per motor, but are " + given);
          }
        });
    if (baud <= 0) {
      throw new IllegalArgumentException("baud is " + baud + ", but must be positive");
    }
  }

  /** Returns the ids of the servos, in motor order. */
  public List<Integer> motorIds() {
    return ids.orElseGet(() -> IntStream.range(0, MOTORS).boxed().toList());
  }

  /** The longest time that the servos' watchdog can be set to [ms]. */
  private static final int LONGEST_WATCHDOG_MS = 2540;

  /** Returns the same for servos that wait as long as they can, unless they do for ever. */
  public DynamixelConfig patient() {
    return new DynamixelConfig(
        baud,
        ids,
        currentCapMa,
        currentUnitMa,
        torqueConstantNmPerA,
        gainP,
        gainI,
        gainD,
        sideGainScale,
        timeoutMs,
        attempts,
        busWatchdogMs == 0 ? 0 : LONGEST_WATCHDOG_MS,
        rebootAfterError);
  }

  ServoScale scale() {
    return new ServoScale(currentUnitMa, torqueConstantNmPerA);
  }
}
