package org.dextwin.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChecksumTest {

  @TempDir private Path temp;

  @Test
  void isTheStandardSha256OfAFile() throws Exception {
    Path file = Files.writeString(temp.resolve("abc"), "abc");

    // FIPS 180-2, appendix B.1
    String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertThat(of(file)).isEqualTo(new Checksum(abc, 1, 3));
  }

  @Test
  void dependsOnNamesAndContentsOfAFolder() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("in/deep")).getParent();
    Files.writeString(folder.resolve("a"), "1");
    Files.writeString(folder.resolve("deep/b"), "22");
    Checksum first = of(folder);

    assertThat(first.files()).isEqualTo(2);
    assertThat(first.bytes()).isEqualTo(3);
    Files.move(folder.resolve("a"), folder.resolve("c"));
    assertThat(of(folder).sha256()).isNotEqualTo(first.sha256());
    Files.move(folder.resolve("c"), folder.resolve("a"));
    assertThat(of(folder)).isEqualTo(first);
  }

  @Test
  void stopsWhenTheUserWantsIt() throws Exception {
    Path file = Files.writeString(temp.resolve("abc"), "abc");
    Cancellation cancellation = new Cancellation();
    cancellation.request();

    assertThatThrownBy(() -> Checksum.of(file, cancellation))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // links need a privilege
  void namesTheFileOfAFolderThatCannotBeRead() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("link"), temp);

    assertThatThrownBy(() -> of(temp))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(link + " cannot be read: its links lead in a circle");
  }

  private static Checksum of(Path path) {
    return Checksum.of(path, new Cancellation());
  }
}
