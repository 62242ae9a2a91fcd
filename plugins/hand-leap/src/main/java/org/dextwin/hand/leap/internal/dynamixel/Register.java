package org.dextwin.hand.leap.internal.dynamixel;

/**
 * A register of the servos XC330 and XL330 (ROBOTIS e-manual, "Control table").
 *
 * <p>Registers below 64 keep their value without power, and can be set with the torque off only.
 *
 * @param address address of its first byte
 * @param size its bytes, low one first
 */
public record Register(int address, int size) {

  /** Kind of servo. */
  public static final Register MODEL_NUMBER = new Register(0, 2);

  /** Version of the servo's program. */
  public static final Register FIRMWARE = new Register(6, 1);

  /** Time the servo waits before it answers [2 us]. */
  public static final Register RETURN_DELAY = new Register(9, 1);

  /** Kind of control. */
  public static final Register OPERATING_MODE = new Register(11, 1);

  /** Temperature at which the servo itself lets go [degrees Celsius]. */
  public static final Register TEMPERATURE_LIMIT = new Register(31, 1);

  /** Largest goal current [mA]. */
  public static final Register CURRENT_LIMIT = new Register(38, 2);

  /** 1 for torque on. */
  public static final Register TORQUE_ENABLE = new Register(64, 1);

  /** What is wrong, a bit each. */
  public static final Register HARDWARE_ERROR = new Register(70, 1);

  /** Gain of the error's derivative. */
  public static final Register POSITION_D = new Register(80, 2);

  /** Gain of the error's integral. */
  public static final Register POSITION_I = new Register(82, 2);

  /** Gain of the error. */
  public static final Register POSITION_P = new Register(84, 2);

  /** Time without a packet after which the servo stops [20 ms]; 0 for never. */
  public static final Register BUS_WATCHDOG = new Register(98, 1);

  /** Cap of the current in current-based position mode [mA]. */
  public static final Register GOAL_CURRENT = new Register(102, 2);

  /** Where to go [counts]. */
  public static final Register GOAL_POSITION = new Register(116, 4);

  /** Current [mA], signed. */
  public static final Register PRESENT_CURRENT = new Register(126, 2);

  /** Velocity [0.229 rpm], signed. */
  public static final Register PRESENT_VELOCITY = new Register(128, 4);

  /** Position [counts], signed. */
  public static final Register PRESENT_POSITION = new Register(132, 4);

  /** Temperature [degrees Celsius]. */
  public static final Register PRESENT_TEMPERATURE = new Register(146, 1);

  /** Everything from the current to the temperature. */
  public static final Register PRESENT = new Register(126, 21);

  /** Value of {@link #OPERATING_MODE}: position control whose current is capped. */
  public static final int CURRENT_BASED_POSITION = 5;

  /** Returns the bytes of a value. */
  public byte[] bytes(int value) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (value >> (8 * i));
    }
    return bytes;
  }

  /** Returns the value in bytes that begin at a register, as a number with a sign. */
  public int signedIn(byte[] data, int firstAddress) {
    int value = unsignedIn(data, firstAddress);
    int shift = 32 - 8 * size;
    return value << shift >> shift;
  }

  /** Returns the value in bytes that begin at a register, as a number without sign. */
  public int unsignedIn(byte[] data, int firstAddress) {
    int value = 0;
    for (int i = 0; i < size; i++) {
      value |= (data[address - firstAddress + i] & 0xFF) << (8 * i);
    }
    return value;
  }
}
