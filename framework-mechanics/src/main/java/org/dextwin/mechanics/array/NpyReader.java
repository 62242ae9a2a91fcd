package org.dextwin.mechanics.array;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Reads an array in NumPy's format {@code .npy}, versions 1 to 3: plain numbers of any width, byte
 * order and memory order.
 *
 * <p><i>References</i>: NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays".
 */
final class NpyReader {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** NumPy writes about 100 bytes; the rest would be names of fields, which are not read. */
  private static final int MAX_HEADER = 1 << 16;

  private static final int MAX_AXES = 8;

  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*(?:'([^']*)'|(\\[))");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)\\b");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9,\\s]*)\\)");
  private static final Pattern NUMBERS = Pattern.compile("([<>|=])([fiub])([1248])");

  private final String place;
  private final InputStream in;

  private NpyReader(String place, InputStream in) {
    this.place = place;
    this.in = in;
  }

  static NumberArray read(String place, InputStream in) throws IOException {
    return new NpyReader(place, in).read();
  }

  private NumberArray read() throws IOException {
    String header = header();
    Matcher type = NUMBERS.matcher(type(header));
    if (!type.matches()) {
      throw problem("its type is " + type(header), "save it as float32");
    }
    int width = Integer.parseInt(type.group(3));
    boolean isReadable = !type.group(2).equals("b") || width == 1;
    if (!isReadable || (type.group(2).equals("f") && width == 1)) {
      throw problem("its type is '" + type.group() + "'", "save it as float32");
    }
    int[] shape = shape(header);
    int count = count(shape);
    byte[] bytes = in.readNBytes(count * width);
    if (bytes.length < count * width) {
      throw problem(
          "ends after " + bytes.length + " of " + (long) count * width + " bytes",
          "write the file again");
    }
    if (in.read() >= 0) {
      throw problem(
          "goes on after the " + bytes.length + " bytes that its shape declares",
          "write the file again");
    }
    ByteOrder order = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer data = ByteBuffer.wrap(bytes).order(order);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = number(data, i * width, type.group(2).charAt(0), width);
    }
    boolean isFortran = group(FORTRAN, header, "fortran_order").equals("True");
    return new NumberArray(place, shape, isFortran ? rowMajor(shape, values) : values);
  }

  private String header() throws IOException {
    byte[] start = in.readNBytes(8);
    boolean isNpy = start.length == 8;
    for (int i = 0; isNpy && i < MAGIC.length; i++) {
      isNpy = start[i] == MAGIC[i];
    }
    if (!isNpy) {
      throw problem("does not begin as an .npy file does", "write it with numpy.savez");
    }
    int version = start[6];
    if (version < 1 || version > 3) {
      throw problem("is .npy of version " + version + ", known are 1 to 3", "write it with NumPy");
    }
    byte[] length = in.readNBytes(version == 1 ? 2 : 4);
    ByteBuffer buffer = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN);
    if (length.length < (version == 1 ? 2 : 4)) {
      throw problem("ends within its header", "write the file again");
    }
    long size = version == 1 ? buffer.getShort() & 0xffff : buffer.getInt() & 0xffffffffL;
    if (size > MAX_HEADER) {
      throw problem(
          "declares a header of " + size + " bytes, at most " + MAX_HEADER + " are read",
          "save plain arrays without named fields");
    }
    byte[] header = in.readNBytes((int) size);
    if (header.length < size) {
      throw problem("ends within its header", "write the file again");
    }
    return new String(header, StandardCharsets.ISO_8859_1);
  }

  private String type(String header) {
    Matcher matcher = TYPE.matcher(header);
    if (!matcher.find()) {
      throw problem("has no 'descr' in its header", "write it with numpy.savez");
    }
    String type = matcher.group(1);
    if (type == null) {
      return "a record with named fields";
    }
    if (type.endsWith("O")) {
      throw new InvalidInputException(
          place
              + ": holds pickled Python objects, which could run code and are never loaded; save"
              + " plain numbers: numpy.savez(file, name=numpy.asarray(x, dtype=numpy.float32))");
    }
    return NUMBERS.matcher(type).matches() ? type : "'" + type + "', not plain numbers";
  }

  private int[] shape(String header) {
    String text = group(SHAPE, header, "shape").strip();
    String[] parts = text.isEmpty() ? new String[0] : text.split("\\s*,\\s*", 0);
    if (parts.length > MAX_AXES) {
      throw problem("has " + parts.length + " axes, at most " + MAX_AXES + " are read", "reshape");
    }
    int[] shape = new int[parts.length];
    for (int i = 0; i < shape.length; i++) {
      try {
        shape[i] = Integer.parseInt(parts[i].strip());
      } catch (NumberFormatException e) {
        throw problem("declares the shape (" + text + ")", "leave out what is not needed");
      }
    }
    return shape;
  }

  private int count(int[] shape) {
    long count = 1;
    for (int length : shape) {
      count *= length;
      if (count > ArrayFile.MAX_VALUES) {
        throw problem(
            "declares more than " + ArrayFile.MAX_VALUES + " numbers",
            "leave out or split what is not needed");
      }
    }
    return (int) count;
  }

  private String group(Pattern pattern, String header, String key) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw problem("has no readable '" + key + "' in its header", "write it with numpy.savez");
    }
    return matcher.group(1);
  }

  private static double number(ByteBuffer data, int at, char kind, int width) {
    return switch (kind) {
      case 'f' ->
          switch (width) {
            case 2 -> half(data.getShort(at));
            case 4 -> data.getFloat(at);
            default -> data.getDouble(at);
          };
      case 'i' ->
          switch (width) {
            case 1 -> data.get(at);
            case 2 -> data.getShort(at);
            case 4 -> data.getInt(at);
            default -> data.getLong(at);
          };
      default ->
          switch (width) {
            case 1 -> data.get(at) & 0xff;
            case 2 -> data.getShort(at) & 0xffff;
            case 4 -> data.getInt(at) & 0xffffffffL;
            default -> unsigned(data.getLong(at));
          };
    };
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : (bits >>> 1) * 2.0 + (bits & 1);
  }

  /** A number of IEEE 754 binary16. */
  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int mantissa = bits & 0x3ff;
    double size =
        switch (exponent) {
          case 0 -> Math.scalb((double) mantissa, -24);
          case 31 -> mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb(1 + mantissa / 1024.0, exponent - 15);
        };
    return bits < 0 ? -size : size;
  }

  /** Brings values whose first axis runs fastest into the order whose last one does. */
  private static double[] rowMajor(int[] shape, double[] columnMajor) {
    double[] values = new double[columnMajor.length];
    int[] index = new int[shape.length];
    for (int i = 0; i < values.length; i++) {
      int from = 0;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        from = from * shape[axis] + index[axis];
      }
      values[i] = columnMajor[from];
      for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
        index[axis] = 0;
      }
    }
    return values;
  }

  private InvalidInputException problem(String found, String remedy) {
    return new InvalidInputException(
        place + ": " + found + "; expected an array of numbers; " + remedy);
  }
}
