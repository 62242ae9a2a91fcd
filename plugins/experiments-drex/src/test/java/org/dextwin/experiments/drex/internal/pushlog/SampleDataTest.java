package org.dextwin.experiments.drex.internal.pushlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.SampleData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled sample is exactly what {@link SampleData} writes. */
class SampleDataTest {

  private static final long LIMIT_BYTES = 1_000_000;

  @TempDir private Path fresh;

  @Test
  void theBundledSampleIsRegeneratedToTheByte() throws IOException {
    Path bundled = examples();
    SampleData.writeExamples(fresh);

    for (String part : List.of("sample", "shapes")) {
      List<Path> files = files(fresh.resolve(part));
      assertThat(files).isNotEmpty();
      assertThat(files(bundled.resolve(part))).isEqualTo(files);
      for (Path file : files) {
        assertThat(bundled.resolve(part).resolve(file))
            .as("%s; write it anew with SampleData", file)
            .hasSameBinaryContentAs(fresh.resolve(part).resolve(file));
      }
    }
  }

  @Test
  void theBundledSampleIsSmall() throws IOException {
    long bytes = 0;
    for (Path file : files(examples().resolve("sample"))) {
      bytes += Files.size(examples().resolve("sample").resolve(file));
    }
    assertThat(bytes).isLessThan(LIMIT_BYTES);
  }

  /** Finds examples/drex from the module's folder, where tests run, or from the root. */
  private static Path examples() {
    for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
      Path candidate = above.resolve("examples/drex");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException("no examples/drex above " + Path.of("").toAbsolutePath());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }
}
