package org.dextwin.experiments.drex.internal.retarget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dextwin.mechanics.humanhand.HandFileOptions;
import org.dextwin.mechanics.humanhand.HandMotionReader;
import org.dextwin.mechanics.humanhand.HandRecording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled sample of human hands is exactly what {@link SampleHands} writes. */
class SampleHandsTest {

  private static final long LIMIT_BYTES = 200_000;

  @TempDir private Path fresh;

  @Test
  void theBundledSampleIsRegeneratedToTheByte() throws IOException {
    SampleHands.write(fresh);
    Path bundled = bundled();
    List<Path> files = files(fresh);
    assertThat(files).hasSize(4);
    assertThat(files(bundled)).isEqualTo(files);
    long bytes = 0;
    for (Path file : files) {
      assertThat(bundled.resolve(file))
          .as("%s; write it anew with SampleHands", file)
          .hasSameBinaryContentAs(fresh.resolve(file));
      bytes += Files.size(bundled.resolve(file));
    }
    assertThat(bytes).isLessThan(LIMIT_BYTES);
  }

  @Test
  void itIsReadWithItsGapsAndObject() {
    HandRecording sound = read("box-1.npz");
    assertThat(sound.motion().frames()).hasSize(75);
    assertThat(sound.motion().gapFrames()).isZero();
    assertThat(sound.object().orElseThrow().samples()).hasSize(75);
    assertThat(read("box-2.json").motion().gapFrames()).isOne();
    assertThat(read("lost-hand.npz").motion().gapFrames()).isEqualTo(16);
  }

  private static HandRecording read(String file) {
    return HandMotionReader.read(bundled().resolve(file), HandFileOptions.HAMER);
  }

  /** Finds the sample from the module's folder, where tests run, or from the root. */
  private static Path bundled() {
    for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
      Path candidate = above.resolve("examples/drex/sample-hand");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException(
        "no examples/drex/sample-hand above " + Path.of("").toAbsolutePath());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(Path::getFileName).sorted().toList();
    }
  }
}
