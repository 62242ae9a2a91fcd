package org.dextwin.hand.leap.internal.dynamixel;

import java.util.ArrayList;
import java.util.List;

/** What the error bytes of servos say (ROBOTIS e-manual, "Status packet", "Hardware error"). */
public final class StatusError {

  /** Set in every answer of a servo with a hardware error. */
  public static final int ALERT = 0x80;

  private StatusError() {}

  /** Returns what went wrong with an instruction; empty if nothing did. */
  public static String ofInstruction(int error) {
    return switch (error & ~ALERT) {
      case 0 -> "";
      case 1 -> "could not process the instruction";
      case 2 -> "does not know the instruction";
      case 3 -> "received a wrong checksum";
      case 4 -> "refused a value out of range";
      case 5 -> "refused data of a wrong length";
      case 6 -> "refused a value beyond its limit registers";
      case 7 -> "refused access: the register is read-only, or locked while the torque is on";
      default -> "reports the unknown error " + (error & ~ALERT);
    };
  }

  /** Returns what the register {@link Register#HARDWARE_ERROR} says. */
  public static String ofHardware(int bits) {
    List<String> errors = new ArrayList<>();
    addIf(bits, 0x01, "input voltage out of range", errors);
    addIf(bits, 0x04, "overheating", errors);
    addIf(bits, 0x08, "motor encoder failure", errors);
    addIf(bits, 0x10, "electrical shock or too little power", errors);
    addIf(bits, 0x20, "overload", errors);
    return errors.isEmpty() ? "no hardware error" : String.join(", ", errors);
  }

  private static void addIf(int bits, int bit, String error, List<String> errors) {
    if ((bits & bit) != 0) {
      errors.add(error);
    }
  }
}
