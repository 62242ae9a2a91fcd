package org.dextwin.export.lerobot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.devices.record.Episode;
import org.dextwin.devices.record.EpisodeWriter;
import org.dextwin.devices.record.Frame;
import org.dextwin.devices.record.Reading;
import org.dextwin.devices.record.Source;

/**
 * Episodes of sources at 15, 30, 100 and 300 Hz whose clocks run by themselves. What a frame says
 * is when it was taken, in seconds of true time, so that a row of a dataset tells how well it is
 * aligned.
 */
public final class Episodes {

  static final JointOrder ORDER = new JointOrder("two-fingers", List.of("knuckle", "tip"));
  static final long START = 1_700_000_000_000_000_000L;

  /** In this order: hand, command, applied, cup, camera. */
  static final double[] RATES = {300, 100, 100, 15, 30};

  private static final double[] OFFSETS_S = {12, 0, 0, -0.7, 3600};
  private static final double[] DRIFTS = {300e-6, 0, 0, -120e-6, 40e-6};

  static final int WIDTH = 8;
  static final int HEIGHT = 6;

  private Episodes() {}

  static List<Source> sources() {
    return List.of(
        Source.ofJoints("hand", Source.Kind.JOINTS, 300, ORDER, "hand"),
        Source.ofJoints("command", Source.Kind.COMMAND, 100, ORDER, "recorder"),
        Source.ofJoints("applied", Source.Kind.COMMAND, 100, ORDER, "recorder"),
        new Source("cup", Source.Kind.POSE, 15, Optional.empty(), "tracker"),
        new Source("camera", Source.Kind.IMAGE, 30, Optional.empty(), "camera"));
  }

  /** Writes an episode in which the tracker is silent for some time. */
  public static void write(
      Path log, String task, double seconds, double silentFrom, double silentTo)
      throws IOException {
    List<Frame> frames = new ArrayList<>();
    Random random = new Random(7);
    for (int source = 0; source < RATES.length; source++) {
      double phase = random.nextDouble();
      for (int i = 0; (i + phase) / RATES[source] < seconds; i++) {
        double truth = (i + phase) / RATES[source];
        if (source != 3 || truth < silentFrom || truth >= silentTo) {
          frames.add(frame(source, truth, 1e-3 * random.nextDouble()));
        }
      }
    }
    frames.sort(Comparator.comparingLong(Frame::hostNanos));
    try (EpisodeWriter writer =
        new EpisodeWriter(log, new Episode.Header(task, START, sources()))) {
      frames.forEach(writer::append);
    }
  }

  private static Frame frame(int source, double truth, double late) throws IOException {
    long stamp = Math.round((OFFSETS_S[source] + truth * (1 + DRIFTS[source])) * 1e9);
    return new Frame(
        source, stamp, START + Math.round((truth + late) * 1e9), reading(source, truth));
  }

  private static Reading reading(int source, double truth) throws IOException {
    return switch (sources().get(source).kind()) {
      case JOINTS ->
          new Reading.Joints(vector(truth, -truth), vector(1, 2 * truth), vector(0.5, 0));
      case COMMAND -> new Reading.Command(vector(truth, source));
      case POSE ->
          new Reading.Tracked(
              new Pose("camera", "cup", new Vec3(truth, 2, 3), Quat.aboutAxis(Vec3.Z, 0.1)));
      case IMAGE -> new Reading.Image(png(WIDTH, HEIGHT, (int) Math.round(truth * 30)));
    };
  }

  private static JointVector vector(double... values) {
    return new JointVector(ORDER, values);
  }

  /** An image whose red is its number, modulo 256; green is 51, blue 0. */
  static byte[] png(int width, int height, int number) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, ((number & 0xff) << 16) | (51 << 8));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
