package org.dextwin.hand.allegro.internal.can;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.dextwin.api.model.HandModel;
import org.dextwin.devices.link.CanFrame;

/**
 * What a hand says about itself: versions, type (0 for a right hand), temperature, status.
 *
 * @param hardware version of the hardware
 * @param firmware version of the firmware
 * @param side right or left
 * @param celsius temperature of the board
 * @param status bit 0: motors on; 1: too hot; 2: fault of the internal bus
 */
public record HandInfo(int hardware, int firmware, HandModel.Side side, int celsius, int status) {

  private static final int SIZE = 7;
  private static final int TOO_HOT = 0x02;
  private static final int BUS_FAULT = 0x04;

  /** Says whether a frame carries it all. */
  public static boolean isComplete(CanFrame frame) {
    return frame.data().length >= SIZE;
  }

  /** Reads a frame. */
  public static HandInfo of(CanFrame frame) {
    ByteBuffer data = ByteBuffer.wrap(frame.data()).order(ByteOrder.LITTLE_ENDIAN);
    return new HandInfo(
        Short.toUnsignedInt(data.getShort()),
        Short.toUnsignedInt(data.getShort()),
        data.get() == 0 ? HandModel.Side.RIGHT : HandModel.Side.LEFT,
        data.get(),
        data.get());
  }

  /** Writes a frame. */
  public CanFrame frame() {
    ByteBuffer data = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    data.putShort((short) hardware).putShort((short) firmware);
    data.put((byte) (side == HandModel.Side.RIGHT ? 0 : 1));
    data.put((byte) celsius).put((byte) status);
    return new CanFrame(Message.INFO.id(), data.array());
  }

  /** Returns what is wrong with the hand; empty if nothing is. */
  public String fault() {
    if ((status & TOO_HOT) != 0) {
      return "the hand is too hot (" + celsius + " degrees Celsius)";
    }
    return (status & BUS_FAULT) != 0 ? "the hand's internal bus has a fault" : "";
  }
}
