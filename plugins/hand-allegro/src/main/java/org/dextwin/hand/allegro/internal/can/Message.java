package org.dextwin.hand.allegro.internal.can;

/**
 * The commands in the hand's frames; an identifier is the command times four, plus the id of the
 * device, 0 (Wonik, {@code candef.h} of allegro_hand_ros_v4). Those of a finger are for the first
 * one; the others follow.
 */
public enum Message {
  /** Positions of a finger's joints, from the hand. */
  POSITION(0x20),
  /** Temperature of a finger, from the hand. */
  TEMPERATURE(0x38),
  /** Switches the motors on. */
  SYSTEM_ON(0x40),
  /** Switches the motors off. */
  SYSTEM_OFF(0x41),
  /** Torques of a finger's joints, to the hand. */
  TORQUE(0x60),
  /** Version, side and state of the hand. */
  INFO(0x80),
  /** How often the hand reports. */
  PERIOD(0x81),
  /** Serial number. */
  SERIAL(0x88);

  /** Bits of the device's id. */
  private static final int DEVICE_BITS = 2;

  private final int command;

  Message(int command) {
    this.command = command;
  }

  /** Returns the identifier of its frames. */
  public int id() {
    return command << DEVICE_BITS;
  }

  /** Returns the identifier of its frames for a finger. */
  public int id(int finger) {
    return (command + finger) << DEVICE_BITS;
  }

  /** Returns the finger that an identifier of this message is for; -1 if it is another's. */
  public int fingerOf(int id) {
    int finger = (id >> DEVICE_BITS) - command;
    return finger >= 0 && finger < Units.FINGERS ? finger : -1;
  }
}
