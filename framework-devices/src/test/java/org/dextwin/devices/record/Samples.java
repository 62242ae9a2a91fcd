package org.dextwin.devices.record;

import java.util.List;
import java.util.Random;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;

/** An episode of every kind of source, whose frames follow from their number. */
final class Samples {

  static final JointOrder ORDER = new JointOrder("test-motor", List.of("knee", "elbow", "wrist"));

  static final Episode.Header HEADER =
      new Episode.Header(
          "stack the cups",
          1_700_000_000_000_000_000L,
          List.of(
              Source.ofJoints("hand", Source.Kind.JOINTS, 300, ORDER, "hand"),
              Source.ofJoints("command", Source.Kind.COMMAND, 100, ORDER, "host"),
              new Source("cup", Source.Kind.POSE, 15, java.util.Optional.empty(), "tracker"),
              new Source("camera", Source.Kind.IMAGE, 30, java.util.Optional.empty(), "camera")));

  private static final int LARGEST_IMAGE = 1 << 17;

  private Samples() {}

  /** Frame number {@code index}, the same at every call. */
  static Frame frame(int index) {
    Random random = new Random(index);
    int source = index % HEADER.sources().size();
    Reading reading =
        switch (HEADER.sources().get(source).kind()) {
          case JOINTS -> new Reading.Joints(vector(random), vector(random), vector(random));
          case COMMAND -> new Reading.Command(vector(random));
          case POSE ->
              new Reading.Tracked(
                  new Pose(
                      "camera",
                      "cup",
                      new Vec3(random.nextDouble(), index, -1),
                      Quat.aboutAxis(Vec3.Y, random.nextDouble())));
          case IMAGE -> new Reading.Image(image(random));
        };
    return new Frame(source, index * 1_000L, HEADER.startNanos() + index, reading);
  }

  private static JointVector vector(Random random) {
    return new JointVector(ORDER, random.doubles(ORDER.size(), -3, 3).toArray());
  }

  private static byte[] image(Random random) {
    byte[] bytes = new byte[4 + random.nextInt(LARGEST_IMAGE)];
    random.nextBytes(bytes);
    bytes[0] = (byte) 0xff;
    bytes[1] = (byte) 0xd8;
    bytes[2] = (byte) 0xff;
    return bytes;
  }

  /** Says whether two frames hold the same. */
  static boolean same(Frame one, Frame other) {
    boolean stamped =
        one.source() == other.source()
            && one.sourceNanos() == other.sourceNanos()
            && one.hostNanos() == other.hostNanos();
    if (one.reading() instanceof Reading.Image image
        && other.reading() instanceof Reading.Image otherImage) {
      return stamped && java.util.Arrays.equals(image.encoded(), otherImage.encoded());
    }
    return stamped && one.reading().equals(other.reading());
  }
}
