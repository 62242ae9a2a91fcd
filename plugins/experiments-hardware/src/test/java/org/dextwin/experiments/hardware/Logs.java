package org.dextwin.experiments.hardware;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.devices.record.Episode;
import org.dextwin.devices.record.EpisodeWriter;
import org.dextwin.devices.record.Frame;
import org.dextwin.devices.record.Reading;
import org.dextwin.devices.record.Source;

/** Episode logs in which all joints go from 0 to a position. */
final class Logs {

  private static final long PERIOD = 20_000_000L;

  private Logs() {}

  static void write(Path file, JointOrder order, int frames, double end) {
    Source source = Source.ofJoints("command", Source.Kind.COMMAND, 50, order, "test");
    try (EpisodeWriter log =
        new EpisodeWriter(file, new Episode.Header("test", 0, List.of(source)))) {
      for (int i = 0; i < frames; i++) {
        double[] position = new double[order.size()];
        Arrays.setAll(position, joint -> end * joint);
        for (int joint = 0; joint < position.length; joint++) {
          position[joint] *= i / (frames - 1.0);
        }
        Reading reading = new Reading.Command(new JointVector(order, position));
        log.append(new Frame(0, i * PERIOD, i * PERIOD, reading));
      }
    }
  }
}
