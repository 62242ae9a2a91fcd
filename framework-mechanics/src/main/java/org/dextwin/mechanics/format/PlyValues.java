package org.dextwin.mechanics.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.dextwin.api.spi.InvalidInputException;

/** The values after a PLY header, one after the other, as text or binary. */
sealed interface PlyValues {

  /** Reads the next value; every type of PLY fits a double. */
  double next(PlyHeader.Type type);

  /** Returns an upper bound of the number of values of a type that can still come. */
  long mostLeft(int bytesEach);

  /** Describes a problem at the value read last. */
  InvalidInputException problem(String message);

  static PlyValues of(MeshSource source, PlyHeader header) {
    return switch (header.encoding()) {
      case ASCII -> new Text(source, header);
      case BINARY_LITTLE_ENDIAN -> new Binary(source, header, ByteOrder.LITTLE_ENDIAN);
      case BINARY_BIG_ENDIAN -> new Binary(source, header, ByteOrder.BIG_ENDIAN);
    };
  }

  /** Values as words. */
  final class Text implements PlyValues {

    private final TextScanner text;
    private final int end;

    private Text(MeshSource source, PlyHeader header) {
      this.text = new TextScanner(source, header.dataOffset(), header.dataLine());
      this.end = source.bytes().length;
      text.nextLine();
    }

    @Override
    public double next(PlyHeader.Type type) {
      String word = text.wordAcrossLines();
      if (word.isEmpty()) {
        throw text.problem(
            "the file ends before all values that its header declares; it may be cut off");
      }
      return text.number(word, "a value of type " + type);
    }

    @Override
    public long mostLeft(int bytesEach) {
      return (end - text.offset() + 1L) / 2; // a digit and a blank
    }

    @Override
    public InvalidInputException problem(String message) {
      return text.problem(message);
    }
  }

  /** Values as bytes. */
  final class Binary implements PlyValues {

    private final MeshSource source;
    private final ByteBuffer in;
    private int last;

    private Binary(MeshSource source, PlyHeader header, ByteOrder order) {
      this.source = source;
      int start = Math.min(header.dataOffset(), source.bytes().length);
      this.in = ByteBuffer.wrap(source.bytes()).order(order).position(start);
    }

    @Override
    public double next(PlyHeader.Type type) {
      last = in.position();
      if (in.remaining() < type.bytes()) {
        throw problem(
            "the file ends before all values that its header declares; it may be cut off");
      }
      double value =
          switch (type) {
            case INT8 -> in.get();
            case UINT8 -> Byte.toUnsignedInt(in.get());
            case INT16 -> in.getShort();
            case UINT16 -> Short.toUnsignedInt(in.getShort());
            case INT32 -> in.getInt();
            case UINT32 -> Integer.toUnsignedLong(in.getInt());
            case FLOAT32 -> in.getFloat();
            case FLOAT64 -> in.getDouble();
          };
      return value;
    }

    @Override
    public long mostLeft(int bytesEach) {
      return in.remaining() / bytesEach;
    }

    @Override
    public InvalidInputException problem(String message) {
      return source.problemAtByte(last, message);
    }
  }
}
