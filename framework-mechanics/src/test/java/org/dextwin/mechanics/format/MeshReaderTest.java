package org.dextwin.mechanics.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeshReaderTest {

  private static final String PLY_TRIANGLE =
      """
      ply
      format ascii 1.0
      element vertex 3
      property float x
      property float y
      property float z
      element face 1
      property list uchar int vertex_indices
      end_header
      0 0 0
      1 0 0
      0 1 0
      3 0 1 2
      """;

  @TempDir private Path folder;

  @Test
  void objWithEverythingAnExporterWrites() {
    TriangleMesh mesh =
        read(
            """
            # comment
            mtllib a.mtl
            o thing
            v 0 0 0 1.0
            v 1 0 0 0.2 0.3 0.4
            v 1 1 0
            v 0 1 0
            vt 0 0
            vn 0 0 1
            s off
            usemtl steel
            f 1/1/1 2/1/1 3/1/1 4/1/1
            f -4//1 -2//1 -1//1
            f 1 2 \\
              3
            l 1 2
            """);

    assertThat(mesh.vertexCount()).isEqualTo(4);
    assertThat(mesh.triangles()).containsExactly(0, 1, 2, 0, 2, 3, 0, 2, 3, 0, 1, 2);
  }

  @Test
  void objFacesMayPrecedeTheirVertices() {
    assertThat(read("f 1 2 3\nv 0 0 0\nv 1 0 0\nv 0 1 0\n").triangleCount()).isEqualTo(1);
    assertRefused("f 1 2 3\nv 0 0 0\nv 1 0 0\n")
        .hasMessageContaining(":1: the face names vertex 3");
  }

  @Test
  void objErrorsNameTheLineAndTheWord() {
    assertRefused("v 0 0 0\nv 0 x 0\n")
        .hasMessageContaining(":2: found 'x'; expected coordinate y");
    assertRefused("v 0 0\n").hasMessageContaining("the end of the line");
    assertRefused("v 0 0 NaN\n").hasMessageContaining("'NaN'");
    assertRefused("v 0 0 1e999\n").hasMessageContaining("finite");
    assertRefused("v 0 0 1d\n").hasMessageContaining("'1d'");
    assertRefused("v 0 0 0\nf 1 1\n").hasMessageContaining("2 corners");
    assertRefused("v 0 0 0\nf 0 1 1\n").hasMessageContaining("vertex 0");
    assertRefused("v 0 0 0\nf -2 1 1\n").hasMessageContaining("vertex -2");
    assertRefused("v 0 0 0\nf 1 1 99999999999\n").hasMessageContaining("'99999999999'");
    assertRefused("v 0 0 0\nf 1 one 1\n").hasMessageContaining("'one'");
  }

  @Test
  void pointsAloneAndForeignFilesAreRefused() {
    assertRefused("v 0 0 0\nv 1 0 0\n").hasMessageContaining("no triangles");
    assertRefused("hello\n").hasMessageContaining("none of the keywords of OBJ");
    assertRefused("").hasMessageContaining("expected");
    assertRefused("\0\0\0\1 glTF").hasMessageContaining("cut off");
    assertThatThrownBy(() -> MeshReader.read(folder.resolve("none.stl")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> MeshReader.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not a regular file");
  }

  @Test
  void endlessLineIsRefused() {
    assertRefused("f" + " 1".repeat(100_000)).hasMessageContaining("at most 65536");
  }

  @Test
  void hugeFileIsRefusedUnread() throws IOException {
    Path file = folder.resolve("huge.stl");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(MeshReader.MAX_BYTES + 1);
    }

    assertThatThrownBy(() -> MeshReader.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at most");
  }

  @Test
  void fewBytesThatMeanManyTrianglesAreRefused() {
    // a fan of n corners takes 2 n bytes
    String fan = "f" + " 1".repeat(32_000) + "\n";
    int fans = MeshBuilder.MAX_TRIANGLES / 32_000 + 2;

    assertRefused("v 0 0 0\n" + fan.repeat(fans))
        .hasMessageContaining("more than 6000000 triangles");
  }

  @Test
  void asciiStlOfSeveralSolids() {
    String solid =
        """
        solid a b c
        FACET NORMAL 0 0 1
          outer loop
            vertex 0 0 0
            vertex 1 0 0

            vertex 0 1e0 0.
          endloop
        endfacet
        endsolid a b c
        """;

    assertThat(read(solid + solid.replace("1e0", "-1e0")).triangleCount()).isEqualTo(2);
  }

  @Test
  void asciiStlErrorsNameTheLine() {
    assertRefused("solid\nfacet normal 0 0 1\nouter loop\nvertex 0 0 inf\n")
        .hasMessageContaining(":4: found 'inf'");
    assertRefused("solid\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nendloop\n")
        .hasMessageContaining(":5: found 'endloop'; expected vertex");
    assertRefused("solid\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\n")
        .hasMessageContaining("ends within a facet");
    assertRefused("solid\n").hasMessageContaining("ends within a solid");
    assertRefused("solid\ncolour 1\n").hasMessageContaining("'colour'");
  }

  @Test
  void binaryStlThatBeginsWithSolidIsRead() {
    byte[] bytes = binaryStl(1, 1f);
    System.arraycopy("solid facet".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 11);

    assertThat(read(bytes).triangleCount()).isEqualTo(1);
  }

  @Test
  void binaryStlErrorsNameTheByte() {
    assertRefused(binaryStl(1, Float.NaN))
        .hasMessageContaining("at byte 108")
        .hasMessageContaining("NaN");
    assertRefused(binaryStl(2, 1f))
        .hasMessageContaining("at byte 80")
        .hasMessageContaining("declares 2 triangles, which take 184 bytes; the file has 134");
    assertRefused(binaryStl(-1, 1f)).hasMessageContaining("4294967295 triangles");
  }

  @Test
  void plyOfAnyOrderTypesAndExtras() {
    TriangleMesh mesh =
        read(
            """
            ply
            format ascii 1.0
            comment made by hand
            element camera 1
            property list uchar float weights
            property int id
            element face 2
            property uchar red
            property list int16 uint32 vertex_index
            property list uchar float texcoord
            obj_info whatever
            element vertex 4
            property float64 z
            property uchar red
            property list uchar int neighbours
            property short x
            property float32 y
            end_header
            2 0.5 0.25 7
            255 4 0 1 2 3 2 0.5 0.5
            0 3 2 1 0 0
            0 1 0 0 0
            0 1 2 5 6 1 0
            0.5 1 0 1 1 -0 1 0 0 1
            """);

    assertThat(mesh.triangles()).containsExactly(0, 1, 2, 0, 2, 3, 2, 1, 0);
    assertThat(mesh.vertex(1)).isEqualTo(new Vec3(1, 0, 0));
    assertThat(mesh.vertex(2)).isEqualTo(new Vec3(1, 1, 0.5));
  }

  @Test
  void binaryPlyOfEveryTypeInBothOrders() {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      String header =
          "ply\r\nformat binary_"
              + (order == ByteOrder.BIG_ENDIAN ? "big" : "little")
              + "_endian 1.0\r\nelement vertex 3\r\nproperty uint8 a\r\nproperty char x\r\n"
              + "property ushort b\r\nproperty int16 y\r\nproperty list uchar double c\r\n"
              + "property double z\r\nelement face 1\r\nproperty uint d\r\n"
              + "property list uint ushort vertex_indices\r\nend_header\r\n";
      ByteBuffer out = ByteBuffer.allocate(1024).order(order);
      out.put(header.getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 3; i++) {
        out.put((byte) 200).put((byte) -i).putShort((short) -1).putShort((short) (-300 * i * i));
        out.put((byte) 1).putDouble(Double.NaN).putDouble(0.1 * i);
      }
      out.putInt(-1).putInt(3).putShort((short) 2).putShort((short) 1).putShort((short) 0);

      TriangleMesh mesh = read(Arrays.copyOf(out.array(), out.position()));

      assertThat(mesh.triangles()).containsExactly(2, 1, 0);
      assertThat(mesh.vertex(2)).isEqualTo(new Vec3(-2, -1200, 0.2));
    }
  }

  @Test
  void plyHeaderErrorsTeach() {
    assertRefused(PLY_TRIANGLE.replace("ascii", "utf8"))
        .hasMessageContaining(":2:")
        .hasMessageContaining("'utf8'");
    assertRefused(PLY_TRIANGLE.replace("float x", "half x")).hasMessageContaining("'half'");
    assertRefused(PLY_TRIANGLE.replace("vertex 3", "vertex -3")).hasMessageContaining("'-3'");
    assertRefused(PLY_TRIANGLE.replace("vertex 3", "vertex 9999999999"))
        .hasMessageContaining("expected 0 to");
    assertRefused(PLY_TRIANGLE.replace("vertex 3", "vertex 2000000000"))
        .hasMessageContaining("more than fit");
    assertRefused(PLY_TRIANGLE.replace("float z", "float w")).hasMessageContaining("no property z");
    assertRefused(PLY_TRIANGLE.replace("vertex_indices", "corners"))
        .hasMessageContaining("vertex_indices");
    assertRefused(PLY_TRIANGLE.replace("element vertex", "element point"))
        .hasMessageContaining("no element vertex");
    assertRefused(PLY_TRIANGLE.replace("element face", "element vertex"))
        .hasMessageContaining("twice");
    assertRefused(PLY_TRIANGLE.replace("end_header", "")).hasMessageContaining("'0' in the header");
    assertRefused("ply\nformat ascii 1.0\n").hasMessageContaining("expected end_header");
    assertRefused("ply\nend_header\n").hasMessageContaining("no format");
    assertRefused("ply\nproperty int x\n").hasMessageContaining("before any element");
    assertRefused("ply\nformat ascii 1.0\nelement a 2000000000\nend_header\n")
        .hasMessageContaining("no properties");
  }

  @Test
  void plyBodyErrorsNameTheLine() {
    assertRefused(PLY_TRIANGLE.replace("3 0 1 2", "3 0 1 3"))
        .hasMessageContaining(":13: face 0 names vertex 3; expected 0 to 2");
    assertRefused(PLY_TRIANGLE.replace("3 0 1 2", "3 0 1 -1")).hasMessageContaining("vertex -1");
    assertRefused(PLY_TRIANGLE.replace("3 0 1 2", "3 0 1 0.5")).hasMessageContaining("vertex 0.5");
    assertRefused(PLY_TRIANGLE.replace("3 0 1 2", "2 0 1 2")).hasMessageContaining("2 corners");
    assertRefused(PLY_TRIANGLE.replace("3 0 1 2", "1000 0 1 2"))
        .hasMessageContaining("length 1000");
    assertRefused(PLY_TRIANGLE.replace("3 0 1 2", "3 0 1")).hasMessageContaining("ends before");
    assertRefused(PLY_TRIANGLE.replace("1 0 0", "1 nan 0"))
        .hasMessageContaining(":11: found 'nan'");
    assertThat(read(PLY_TRIANGLE).triangleCount()).isEqualTo(1);
  }

  private static byte[] binaryStl(int declared, float x) {
    ByteBuffer out = ByteBuffer.allocate(134).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(80, declared);
    out.putFloat(96 + 12, x).putFloat(96 + 24 + 4, 1);
    return out.array();
  }

  private TriangleMesh read(String content) {
    return read(content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private TriangleMesh read(byte[] content) {
    try {
      return MeshReader.read(Files.write(folder.resolve("mesh.bin"), content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AbstractThrowableAssert<?, ?> assertRefused(String content) {
    return assertRefused(content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private AbstractThrowableAssert<?, ?> assertRefused(byte[] content) {
    return assertThatThrownBy(() -> read(content))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("mesh.bin");
  }
}
