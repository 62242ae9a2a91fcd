package org.dextwin.api.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IoReasonTest {

  @TempDir private Path temp;

  @Test
  void saysWhatTheSystemFoundWithoutThePath() throws Exception {
    Path file = Files.write(temp.resolve("a"), new byte[] {(byte) 0xff});

    assertThat(IoReason.of(failure(() -> Files.size(temp.resolve("missing")))))
        .isEqualTo("there is no such file or folder");
    assertThat(IoReason.of(failure(() -> Files.createDirectory(file))))
        .isEqualTo("a file of that name exists");
    assertThat(IoReason.of(new NotDirectoryException("/a"))).isEqualTo("it is not a folder");
    assertThat(IoReason.of(failure(() -> Files.readString(file))))
        .isEqualTo("it is not text in UTF-8");
  }

  @Test
  void keepsWhatItDoesNotKnow() {
    assertThat(IoReason.of(new AccessDeniedException("/a"))).isEqualTo("permission denied");
    assertThat(IoReason.of(new FileSystemException("/a", null, "No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(IoReason.of(new IOException("Is a directory"))).isEqualTo("Is a directory");
    assertThat(IoReason.of(new MalformedInputException(1))).isEqualTo("it is not text in UTF-8");
    assertThat(IoReason.of(new FileSystemLoopException("/a")))
        .isEqualTo("its links lead in a circle");
    assertThat(IoReason.of(new FileSystemException("/a"))).contains("FileSystemException", "/a");
    assertThat(IoReason.of(new UncheckedIOException(new IOException("Is a directory"))))
        .isEqualTo("Is a directory");
    assertThat(IoReason.of(new IOException())).contains("IOException");
  }

  private interface Work {
    void run() throws IOException;
  }

  private static IOException failure(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      return e;
    }
    throw new AssertionError("did not fail");
  }
}
