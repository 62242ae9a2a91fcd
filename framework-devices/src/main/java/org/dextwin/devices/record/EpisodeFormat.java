package org.dextwin.devices.record;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;

/**
 * How an episode looks in a file: eight bytes that name the format, then records, each of its
 * length, its CRC-32C and its body. The first body is the header, every other one a frame. Numbers
 * are big-endian, texts as {@link DataOutputStream#writeUTF} writes them.
 *
 * <p>A body of a frame is: source (u16), time by the source (i64), time by the host (i64), reading.
 * The reading is what the source's kind says: joints 3 n doubles (positions, velocities, efforts),
 * command n doubles, pose two texts and 7 doubles (frame, body; x y z, w x y z), image the bytes.
 */
final class EpisodeFormat {

  /** Name of the format; the last byte is its version. */
  static final byte[] MAGIC = {'D', 'X', 'E', 'P', 'I', 'S', 0, 1};

  /** Bytes of length and checksum before a body. */
  static final int PREFIX = 2 * Integer.BYTES;

  /** A longer body is taken for damage: no camera's image is as long. */
  static final int LONGEST_BODY = 1 << 28;

  private final List<Source> sources;

  EpisodeFormat(List<Source> sources) {
    this.sources = sources;
  }

  /** Puts length and checksum before a body. */
  static byte[] record(byte[] body) {
    return ByteBuffer.allocate(PREFIX + body.length)
        .putInt(body.length)
        .putInt(checksum(body))
        .put(body)
        .array();
  }

  static int checksum(byte[] body) {
    CRC32C crc = new CRC32C();
    crc.update(body);
    return (int) crc.getValue();
  }

  static byte[] headerBody(Episode.Header header) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(header.task());
    out.writeLong(header.startNanos());
    out.writeShort(header.sources().size());
    for (Source source : header.sources()) {
      out.writeUTF(source.name());
      out.writeUTF(source.kind().name());
      out.writeDouble(source.rateHz());
      out.writeUTF(source.clock());
      out.writeUTF(source.order().map(JointOrder::name).orElse(""));
      List<String> joints = source.order().map(JointOrder::joints).orElse(List.of());
      out.writeShort(joints.size());
      for (String joint : joints) {
        out.writeUTF(joint);
      }
    }
    return bytes.toByteArray();
  }

  static Episode.Header header(byte[] body) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
    String task = in.readUTF();
    long start = in.readLong();
    int count = in.readUnsignedShort();
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      Source.Kind kind = Source.Kind.valueOf(in.readUTF());
      double rate = in.readDouble();
      String clock = in.readUTF();
      String order = in.readUTF();
      List<String> joints = new ArrayList<>();
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        joints.add(in.readUTF());
      }
      Optional<JointOrder> joint =
          kind.hasJoints() ? Optional.of(new JointOrder(order, joints)) : Optional.empty();
      sources.add(new Source(name, kind, rate, joint, clock));
    }
    return new Episode.Header(task, start, sources);
  }

  byte[] frameBody(Frame frame) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(frame.source());
    out.writeLong(frame.sourceNanos());
    out.writeLong(frame.hostNanos());
    Source source = sources.get(frame.source());
    Reading reading = frame.reading();
    if (reading.kind() != source.kind()) {
      throw new IllegalArgumentException(
          "source '" + source.name() + "' gives " + source.kind() + ", not " + reading.kind());
    }
    // sealed: one branch for each permitted reading
    if (reading instanceof Reading.Joints joints) {
      write(out, joints.position(), source);
      write(out, joints.velocity(), source);
      write(out, joints.effort(), source);
    } else if (reading instanceof Reading.Command command) {
      write(out, command.position(), source);
    } else if (reading instanceof Reading.Tracked tracked) {
      write(out, tracked.pose());
    } else if (reading instanceof Reading.Image image) {
      out.write(image.encoded());
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, JointVector values, Source source)
      throws IOException {
    for (double value : values.values(source.order().orElseThrow())) {
      out.writeDouble(value);
    }
  }

  private static void write(DataOutputStream out, Pose pose) throws IOException {
    out.writeUTF(pose.frame());
    out.writeUTF(pose.body());
    Vec3 p = pose.position();
    Quat q = pose.rotation();
    for (double value : new double[] {p.x(), p.y(), p.z(), q.w(), q.x(), q.y(), q.z()}) {
      out.writeDouble(value);
    }
  }

  Frame frame(byte[] body) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
    int index = in.readUnsignedShort();
    if (index >= sources.size()) {
      throw new IOException("frame of source " + index + " of " + sources.size());
    }
    long sourceNanos = in.readLong();
    long hostNanos = in.readLong();
    return new Frame(index, sourceNanos, hostNanos, reading(in, sources.get(index)));
  }

  private static Reading reading(DataInputStream in, Source source) throws IOException {
    return switch (source.kind()) {
      case JOINTS -> new Reading.Joints(vector(in, source), vector(in, source), vector(in, source));
      case COMMAND -> new Reading.Command(vector(in, source));
      case POSE -> new Reading.Tracked(pose(in));
      case IMAGE -> new Reading.Image(in.readAllBytes());
    };
  }

  private static JointVector vector(DataInputStream in, Source source) throws IOException {
    JointOrder order = source.order().orElseThrow();
    return new JointVector(order, numbers(in, order.size()));
  }

  private static Pose pose(DataInputStream in) throws IOException {
    String frame = in.readUTF();
    String body = in.readUTF();
    double[] numbers = numbers(in, 7);
    return new Pose(frame, body, Vec3.of(numbers, 0), Quat.of(numbers, 3));
  }

  private static double[] numbers(DataInputStream in, int count) throws IOException {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = in.readDouble();
    }
    return numbers;
  }
}
