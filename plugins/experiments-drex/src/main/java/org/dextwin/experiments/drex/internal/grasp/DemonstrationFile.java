package org.dextwin.experiments.drex.internal.grasp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Demonstrations in the run folder, so that a resumed run need not make them again: a magic number,
 * how many there are and their sizes, then source, observation and action of each; big-endian.
 */
final class DemonstrationFile {

  private static final int MAGIC = 0x44585447; // DXTG
  private static final int MOST = 10_000_000;

  private DemonstrationFile() {}

  static void write(Path file, PolicySpec spec, List<Demonstration> demonstrations) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path part = file.resolveSibling(file.getFileName() + ".part");
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
        out.writeInt(MAGIC);
        out.writeInt(demonstrations.size());
        out.writeInt(spec.observationSize());
        out.writeInt(spec.actionSize());
        for (Demonstration each : demonstrations) {
          out.writeUTF(each.source());
          write(out, each.observation());
          write(out, each.action());
        }
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  private static void write(DataOutputStream out, float[] numbers) throws IOException {
    for (float number : numbers) {
      out.writeFloat(number);
    }
  }

  static List<Demonstration> read(Path file, PolicySpec spec) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int magic = in.readInt();
      int count = in.readInt();
      if (magic != MAGIC || count < 0 || count > MOST) {
        throw new InvalidInputException(file + ": holds no demonstrations; delete it");
      }
      if (in.readInt() != spec.observationSize() || in.readInt() != spec.actionSize()) {
        throw new InvalidInputException(
            file + ": holds demonstrations of another task than " + spec + "; delete it");
      }
      List<Demonstration> demonstrations = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String source = in.readUTF();
        float[] observation = floats(in, spec.observationSize());
        demonstrations.add(new Demonstration(source, observation, floats(in, spec.actionSize())));
      }
      return List.copyOf(demonstrations);
    } catch (EOFException e) {
      throw new InvalidInputException(file + ": ends too early; delete it", e);
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = in.readFloat();
    }
    return numbers;
  }
}
