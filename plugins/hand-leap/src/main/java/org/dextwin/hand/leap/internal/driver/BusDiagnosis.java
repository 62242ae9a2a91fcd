package org.dextwin.hand.leap.internal.driver;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.devices.link.ByteLink;
import org.dextwin.devices.time.Clock;
import org.dextwin.hand.leap.internal.dynamixel.DynamixelBus;

/** Finds out why servos do not answer: other ids, another bit rate, or nothing there at all. */
final class BusDiagnosis {

  /** The bit rates of the servos, most likely first (e-manual, "Baud rate"). */
  private static final List<Integer> RATES =
      List.of(4_000_000, 57_600, 1_000_000, 2_000_000, 3_000_000, 115_200, 9_600);

  private static final long SCAN_NANOS = 60_000_000L;

  private final Port port;
  private final Clock clock;
  private final DynamixelConfig config;

  BusDiagnosis(Port port, Clock clock, DynamixelConfig config) {
    this.port = port;
    this.clock = clock;
    this.config = config;
  }

  /** Explains missing servos; the port must be closed. */
  ComponentUnavailableException of(List<Integer> missing) {
    Set<Integer> present = scan(config.baud());
    if (!present.isEmpty()) {
      Set<Integer> spare = new TreeSet<>(present);
      spare.removeAll(config.motorIds());
      return new ComponentUnavailableException(
          "servos "
              + missing
              + " do not answer on "
              + name(config.baud())
              + "; those that do have the ids "
              + present,
          spare.isEmpty()
              ? "check the cables to the silent servos, and that their power LED blinks at start"
              : "set ids to those of your servos, or change their ids with Dynamixel Wizard");
    }
    for (int rate : RATES) {
      if (rate != config.baud()) {
        Set<Integer> found = scan(rate);
        if (!found.isEmpty()) {
          return new ComponentUnavailableException(
              "no servo answers on " + name(config.baud()) + ", but " + found + " do at " + rate,
              "set baud = " + rate + ", or the servos' rate with Dynamixel Wizard");
        }
      }
    }
    return new ComponentUnavailableException(
        "no servo answers on " + name(config.baud()) + ", nor at other bit rates",
        "switch on the hand's power supply (5 V), check the cable from the adapter to the hand, and"
            + " that the port is that of the U2D2 adapter");
  }

  private String name(int baud) {
    try (ByteLink link = port.at(baud)) {
      return link.name();
    }
  }

  private Set<Integer> scan(int baud) {
    try (ByteLink link = port.at(baud)) {
      link.open();
      return new DynamixelBus(link, clock, SCAN_NANOS, 1).scan().keySet();
    } catch (IOException | ComponentUnavailableException e) {
      return Set.of(); // a rate that the adapter cannot do has no servos
    }
  }
}
