package org.dextwin.hand.allegro.internal.can;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.dextwin.devices.link.CanFrame;

/**
 * What numbers in the frames of a generation of hands mean. Four joints of a finger go into a frame
 * as 16-bit integers, low byte first.
 */
public enum Units {

  /** Version 4: 333.3 degrees are 65536 counts; PWM of 1200 per N m, capped per joint. */
  V4(Math.toRadians(333.3 / 65536), 1200),

  /** Version 5: 0.088 degrees a count; 1430 per N m, capped at 240. */
  V5(Math.toRadians(0.088), 1.43 * 1000);

  /** Fingers of the hand: index, middle, ring, thumb. */
  public static final int FINGERS = 4;

  /** Joints of a finger. */
  public static final int JOINTS = 4;

  private static final int THUMB = 3;
  private static final int[] FINGER_CAPS = {375, 675, 450, 285};
  private static final int[] THUMB_CAPS = {525, 405, 270, 270};
  private static final int CAP_V5 = 240;

  private final double radiansPerCount;
  private final double torqueScale;

  Units(double radiansPerCount, double torqueScale) {
    this.radiansPerCount = radiansPerCount;
    this.torqueScale = torqueScale;
  }

  /** Returns the largest torque number of a joint. */
  public int cap(int finger, int joint) {
    return switch (this) {
      case V4 -> (finger == THUMB ? THUMB_CAPS : FINGER_CAPS)[joint];
      case V5 -> CAP_V5;
    };
  }

  /** Returns the largest torque of a joint [N m]. */
  public double largestTorque(int finger, int joint) {
    return cap(finger, joint) / torqueScale;
  }

  /** Writes a finger's positions [rad]. */
  public CanFrame position(int finger, double[] q) {
    short[] counts = new short[JOINTS];
    for (int i = 0; i < JOINTS; i++) {
      counts[i] = (short) Math.round(q[JOINTS * finger + i] / radiansPerCount);
    }
    return new CanFrame(Message.POSITION.id(finger), bytes(counts));
  }

  /** Reads a finger's positions [rad] into an array of all joints. */
  public void readPosition(CanFrame frame, int finger, double[] q) {
    ByteBuffer data = littleEndian(frame);
    for (int i = 0; i < JOINTS; i++) {
      q[JOINTS * finger + i] = data.getShort() * radiansPerCount;
    }
  }

  /** Writes a finger's torques, cut off at the caps [N m]. */
  public CanFrame torque(int finger, double[] torques) {
    short[] numbers = new short[JOINTS];
    for (int i = 0; i < JOINTS; i++) {
      double number = torqueScale * torques[JOINTS * finger + i];
      int cap = cap(finger, i);
      numbers[i] = (short) Math.max(-cap, Math.min(cap, number)); // NaN becomes 0
    }
    return new CanFrame(Message.TORQUE.id(finger), bytes(numbers));
  }

  /** Reads a finger's torques [N m] into an array of all joints. */
  public void readTorque(CanFrame frame, int finger, double[] torques) {
    ByteBuffer data = littleEndian(frame);
    for (int i = 0; i < JOINTS; i++) {
      torques[JOINTS * finger + i] = data.getShort() / torqueScale;
    }
  }

  private static byte[] bytes(short[] numbers) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (short number : numbers) {
      buffer.putShort(number);
    }
    return buffer.array();
  }

  private static ByteBuffer littleEndian(CanFrame frame) {
    return ByteBuffer.wrap(frame.data()).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Says whether a frame carries four numbers. */
  public static boolean isComplete(CanFrame frame) {
    return frame.data().length == 2 * JOINTS;
  }

  /** Writes how often the hand reports positions, inertial data and temperatures [ms]. */
  public static CanFrame period(int position, int imu, int temperature) {
    return new CanFrame(
        Message.PERIOD.id(),
        bytes(new short[] {(short) position, (short) imu, (short) temperature}));
  }

  /** Writes the temperature of a finger [degrees Celsius]. */
  public static CanFrame temperature(int finger, int celsius) {
    return new CanFrame(
        Message.TEMPERATURE.id(finger),
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(celsius).array());
  }

  /** Reads the temperature of a finger [degrees Celsius]. */
  public static int readTemperature(CanFrame frame) {
    return frame.data().length >= 4 ? littleEndian(frame).getInt() : littleEndian(frame).getShort();
  }
}
