package org.dextwin.mechanics.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random damage to files of every format is read or refused, and never anything else. */
class CorruptMeshTest {

  private static final int FILES = 2000;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void damagedFilesAreReadOrRefused(MeshFormat format) throws IOException {
    Path file = folder.resolve("mesh");
    MeshWriter.write(file, MeshShapes.box(0.1, 0.2, 0.3), format);
    byte[] sound = Files.readAllBytes(file);
    Random random = new Random(17);
    int refused = 0;
    for (int i = 0; i < FILES; i++) {
      Files.write(file, damaged(sound, random));
      try {
        MeshReader.read(file);
      } catch (InvalidInputException e) {
        assertThat(e).as("file %s", i).hasMessageContaining(file.toString());
        refused++;
      }
    }
    assertThat(refused).isBetween(FILES / 10, FILES);
  }

  private static byte[] damaged(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    switch (random.nextInt(4)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length)); // cut off
      case 1 -> Arrays.fill(bytes, random.nextInt(bytes.length), bytes.length, (byte) 0xff);
      case 2 -> {
        for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      default -> {
        // a stretch of the file stands somewhere else, too
        int from = random.nextInt(bytes.length);
        int to = random.nextInt(bytes.length);
        int length = random.nextInt(bytes.length - Math.max(from, to));
        System.arraycopy(sound, from, bytes, to, length);
      }
    }
    return bytes;
  }
}
