package org.dextwin.learning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

  @TempDir private Path folder = Path.of("");

  private Path written() {
    Path file = folder.resolve("policy.safetensors");
    Checkpoint.of("test")
        .text("epoch", "7")
        .text("loss", Double.toString(0.1 + 0.2))
        .numbers("a", new float[] {1, Float.MIN_VALUE, -0f})
        .numbers("b", new float[] {Float.NaN})
        .write(file);
    return file;
  }

  @Test
  void kindIsTold() {
    Path file = folder.resolve("kind.safetensors");
    Checkpoint.of("some-trainer").write(file);
    assertThat(Checkpoint.kind(file)).isEqualTo("some-trainer");
  }

  @Test
  void whatIsWrittenIsRead() {
    Checkpoint checkpoint = Checkpoint.read(written(), "test");
    assertThat(checkpoint.integer("epoch")).isEqualTo(7);
    assertThat(checkpoint.number("loss")).isEqualTo(0.1 + 0.2);
    assertThat(checkpoint.numbers("a", 3)).containsExactly(1, Float.MIN_VALUE, -0f);
    assertThat(checkpoint.numbers("b", 1)).containsExactly(Float.NaN);
    assertThat(checkpoint.has("epoch")).isTrue();
    assertThat(checkpoint.has("a")).isFalse();
  }

  @Test
  void writingLeavesNothingElse() throws IOException {
    written();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("policy.safetensors"));
    }
  }

  @Test
  void sameContentsGiveTheSameBytes() throws IOException {
    byte[] first = Files.readAllBytes(written());
    assertThat(Files.readAllBytes(written())).isEqualTo(first);
  }

  /** The layout that other programs read. */
  @Test
  void isASafetensorsFile() throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(written())).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[(int) bytes.getLong()];
    bytes.get(header);
    assertThat(new String(header, StandardCharsets.UTF_8))
        .contains("\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}")
        .contains("\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[12,16]}")
        .contains("\"__metadata__\":{");
    assertThat(bytes.getFloat()).isEqualTo(1);
    assertThat(bytes.remaining()).isEqualTo(12);
  }

  @Test
  void everyDamagedByteIsSeen() throws IOException {
    Path file = written();
    byte[] sound = Files.readAllBytes(file);
    for (int i = 0; i < sound.length; i++) {
      byte[] damaged = sound.clone();
      damaged[i] ^= 0x10;
      Files.write(file, damaged);
      assertRefused(file, "byte " + i + " changed");
    }
  }

  @Test
  void everyTruncationIsSeen() throws IOException {
    Path file = written();
    byte[] sound = Files.readAllBytes(file);
    for (int length = 0; length < sound.length; length++) {
      Files.write(file, Arrays.copyOf(sound, length));
      assertRefused(file, "cut to " + length);
    }
  }

  @Test
  void garbageIsRefused() throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    Path file = folder.resolve("garbage.safetensors");
    for (int n = 0; n < 300; n++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      if (bytes.length > 8 && n % 2 == 0) { // a header of plausible length
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(bytes.length - 8L);
        bytes[8] = '{';
      }
      Files.write(file, bytes);
      assertRefused(file, "garbage " + n);
    }
  }

  private static void assertRefused(Path file, String what) {
    assertThatThrownBy(() -> Checkpoint.read(file, "test"))
        .as(what)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(file.getFileName().toString());
  }

  @Test
  void hugeShapesAreNotAllocated() throws IOException {
    String header =
        "{\"__metadata__\":{\"format-version\":\"1\"},\"a\":{\"dtype\":\"F32\",\"shape\":[2000000000,"
            + "2000000000],\"data_offsets\":[0,4]}}";
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length() + 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(folder.resolve("huge.safetensors"), bytes.array());
    assertThatThrownBy(() -> Checkpoint.read(file, "test"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("tensor 'a'");
  }

  @Test
  void otherVersionsAndKindsAreNamed() throws IOException {
    Path file = written();
    assertThatThrownBy(() -> Checkpoint.read(file, "other"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'test'")
        .hasMessageContaining("'other'");
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(
        file,
        text.replace("\"format-version\":\"1\"", "\"format-version\":\"9\""),
        StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Checkpoint.read(file, "test"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("version 9")
        .hasMessageContaining("version 1");
  }

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> Checkpoint.read(folder.resolve("none"), "test"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is no such checkpoint");
  }

  @Test
  void whatDoesNotFitIsNamed() {
    Checkpoint checkpoint = Checkpoint.read(written(), "test");
    assertThatThrownBy(() -> checkpoint.numbers("a", 4)).hasMessageContaining("needs 4");
    assertThatThrownBy(() -> checkpoint.numbers("c", 4)).hasMessageContaining("'c'");
    assertThatThrownBy(() -> checkpoint.text("seed")).hasMessageContaining("'seed'");
    assertThatThrownBy(() -> checkpoint.integer("loss")).hasMessageContaining("whole number");
    assertThatThrownBy(() -> checkpoint.require("epoch", "8", "start over"))
        .hasMessageContaining("epoch is 7, but must be 8; start over");
  }
}
