package org.dextwin.mechanics.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NumPy archives, sound and hostile. */
class NpzFileTest {

  @TempDir private Path folder;

  private static byte[] npy(String header, byte[] data) {
    byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) text.length).put(text).put(data);
    return bytes.array();
  }

  private static String header(String type, boolean fortran, String shape) {
    return "{'descr': "
        + type
        + ", 'fortran_order': "
        + (fortran ? "True" : "False")
        + ", 'shape': ("
        + shape
        + "), }";
  }

  private Path archive(byte[] entry) throws IOException {
    Path file = folder.resolve("hands.npz");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("x.npy"));
      zip.write(entry);
      zip.closeEntry();
    }
    return file;
  }

  private NumberArray read(byte[] entry) throws IOException {
    try (ArrayFile file = ArrayFile.open(archive(entry))) {
      return file.find("x").orElseThrow();
    }
  }

  private void assertRefused(byte[] entry, String... words) throws IOException {
    Path archive = archive(entry);
    try (ArrayFile file = ArrayFile.open(archive)) {
      assertThatThrownBy(() -> file.find("x"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("hands.npz: entry 'x'")
          .hasMessageContainingAll(words);
    }
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    Path file = folder.resolve("out.npz");
    double[] values = {1, -2.5, Double.NaN, 4, 5, 6};
    NpzWriter.write(
        file,
        Map.of(
            "b", new NumberArray("b", new int[] {2, 3}, values),
            "a", new NumberArray("a", new int[] {1}, new double[] {7}),
            "one", new NumberArray("one", new int[0], new double[] {8})));
    try (ArrayFile arrays = ArrayFile.open(file)) {
      assertThat(arrays.names()).containsExactly("a", "b", "one");
      NumberArray b = arrays.find("b").orElseThrow();
      assertThat(b.shape()).isEqualTo("(2, 3)");
      double[] read = {b.get(0), b.get(1), b.get(2), b.get(3), b.get(4), b.get(5)};
      assertThat(read).isEqualTo(values);
      assertThat(arrays.find("a").orElseThrow().shape()).isEqualTo("(1)");
      assertThat(arrays.find("one").orElseThrow().axes()).isZero();
      assertThat(arrays.find("c")).isEmpty();
    }
    byte[] first = Files.readAllBytes(file);
    NpzWriter.write(file, Map.of("a", new NumberArray("a", new int[] {1}, new double[] {7})));
    assertThat(Files.size(file)).isLessThan(first.length);
  }

  /** Bytes as NumPy 1.26 writes {@code [1, -2, 300]} of these types (or what fits in them). */
  @ParameterizedTest
  @CsvSource({
    "<f2, 003c00c0b05c, 1, -2, 300",
    ">f4, 3f800000c000000043960000, 1, -2, 300",
    "<f4, 0000803f000000c000009643, 1, -2, 300",
    "<f8, 000000000000f03f00000000000000c00000000000c07240, 1, -2, 300",
    ">i2, 0001fffe012c, 1, -2, 300",
    "<i4, 01000000feffffff2c010000, 1, -2, 300",
    "<i8, 0100000000000000feffffffffffffff2c01000000000000, 1, -2, 300",
    "|i1, 01fe2c, 1, -2, 44",
    "|u1, 01fe2c, 1, 254, 44",
    "|b1, 010001, 1, 0, 1",
    "<u2, 0100feff2c01, 1, 65534, 300"
  })
  void numbersOfAllTypesAreRead(String type, String hex, double a, double b, double c)
      throws IOException {
    byte[] data = new byte[hex.length() / 2];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
    }
    NumberArray array = read(npy(header("'" + type + "'", false, "3,"), data));
    assertThat(new double[] {array.get(0), array.get(1), array.get(2)}).containsExactly(a, b, c);
  }

  @Test
  void halfPrecisionHasSmallNumbersAndNoNumbers() throws IOException {
    // smallest subnormal, largest number, infinity, NaN
    byte[] data = {1, 0, (byte) 0xff, 0x7b, 0, 0x7c, 1, 0x7e};
    NumberArray array = read(npy(header("'<f2'", false, "4,"), data));
    assertThat(array.get(0)).isEqualTo(Math.pow(2, -24));
    assertThat(array.get(1)).isEqualTo(65504);
    assertThat(array.get(2)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(array.get(3)).isNaN();
  }

  @Test
  void fortranOrderIsTurned() throws IOException {
    // [[0, 1, 2], [3, 4, 5]] column by column
    NumberArray array = read(npy(header("'|u1'", true, "2, 3"), new byte[] {0, 3, 1, 4, 2, 5}));
    assertThat(array.shape()).isEqualTo("(2, 3)");
    for (int i = 0; i < 6; i++) {
      assertThat(array.get(i)).isEqualTo(i);
    }
    // (2, 2, 2) as well
    NumberArray cube =
        read(npy(header("'|u1'", true, "2, 2, 2"), new byte[] {0, 4, 2, 6, 1, 5, 3, 7}));
    for (int i = 0; i < 8; i++) {
      assertThat(cube.get(i)).isEqualTo(i);
    }
  }

  @Test
  void picklesAreRefusedUnread() throws IOException {
    // a pickle that would run os.system if anything unpickled it
    byte[] pickle = "cos\nsystem\n(S'touch pwned'\ntR.".getBytes(StandardCharsets.US_ASCII);
    assertRefused(npy(header("'|O'", false, "1,"), pickle), "pickled", "never loaded", "float32");
  }

  @Test
  void whatIsNoArrayOfNumbersIsRefused() throws IOException {
    assertRefused(npy(header("[('a', '<f4')]", false, "1,"), new byte[4]), "named fields");
    assertRefused(npy(header("'<U5'", false, "1,"), new byte[20]), "'<U5'", "float32");
    assertRefused(npy(header("'<c8'", false, "1,"), new byte[8]), "'<c8'");
    assertRefused(npy(header("'<f3'", false, "1,"), new byte[3]), "'<f3'");
    assertRefused(npy("{'fortran_order': False, 'shape': (1,), }", new byte[4]), "descr");
    assertRefused(npy("{'descr': '<f4', 'shape': (1,), }", new byte[4]), "fortran_order");
    assertRefused(npy(header("'<f4'", false, "-1,"), new byte[4]), "shape");
    assertRefused("no array at all".getBytes(StandardCharsets.US_ASCII), "npy");
    assertRefused(new byte[0], "npy");
  }

  @Test
  void lengthsMustBeThoseDeclared() throws IOException {
    assertRefused(npy(header("'<f4'", false, "3,"), new byte[11]), "11 of 12 bytes");
    assertRefused(npy(header("'<f4'", false, "3,"), new byte[13]), "goes on", "12 bytes");
    byte[] sound = npy(header("'<f4'", false, "3,"), new byte[12]);
    assertRefused(Arrays.copyOf(sound, 20), "header");
  }

  @Test
  void hugeArraysAreRefusedBeforeTheyAreRead() throws IOException {
    assertRefused(npy(header("'<f4'", false, "100000, 100000"), new byte[4]), "16777216");
    assertRefused(npy(header("'<f4'", false, "99999999999,"), new byte[4]), "shape");
    assertRefused(npy(header("'<f4'", false, "1," + " 1,".repeat(20)), new byte[4]), "axes");
  }

  /** A few kilobytes that would unpack to 300 MB: no more is unpacked than is declared. */
  @Test
  void zipBombsAreNotUnpacked() throws IOException {
    Path file = folder.resolve("hands.npz");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("x.npy"));
      zip.write(npy(header("'<f4'", false, "3,"), new byte[12]));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThat(Files.size(file)).isLessThan(1 << 20);
    try (ArrayFile arrays = ArrayFile.open(file)) {
      assertThatThrownBy(() -> arrays.find("x"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("goes on after the 12 bytes");
    }
  }

  @Test
  void damagedArchivesAreRefused() throws IOException {
    Path file = archive(npy(header("'<f4'", false, "3,"), new byte[12]));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> ArrayFile.open(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("hands.npz: a damaged zip archive");
  }

  @Test
  void whatIsNoArchiveIsNamed() throws IOException {
    assertThatThrownBy(() -> ArrayFile.open(folder.resolve("none.npz")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none.npz: no such file");
    assertThatThrownBy(() -> ArrayFile.open(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not a regular file");
    Path single = folder.resolve("one.npy");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(npy(header("'<f4'", false, "1,"), new byte[4]));
    Files.write(single, bytes.toByteArray());
    assertThatThrownBy(() -> ArrayFile.open(single))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("numpy.savez");
  }
}
