package org.dextwin.devices.record;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** A program that records until it is killed, and says after each frame that it is finished. */
final class KilledRecorder {

  private KilledRecorder() {}

  public static void main(String[] arguments) throws IOException {
    try (EpisodeWriter writer = new EpisodeWriter(Path.of(arguments[0]), Samples.HEADER);
        FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      for (int index = 0; ; index++) {
        writer.append(Samples.frame(index));
        out.write('.');
      }
    }
  }
}
