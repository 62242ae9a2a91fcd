package org.dextwin.mechanics.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;

/**
 * Writes triangle meshes. Coordinates are metres.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class MeshWriter {

  private MeshWriter() {}

  /**
   * Writes a mesh in the format that the file's extension names: {@code .obj}, {@code .stl}
   * (binary) or {@code .ply} (binary, little endian).
   *
   * @param file the file; an existing one is replaced
   * @param mesh the mesh
   * @throws IllegalArgumentException if the extension names no format
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, TriangleMesh mesh) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".obj")) {
      write(file, mesh, MeshFormat.OBJ);
    } else if (name.endsWith(".stl")) {
      write(file, mesh, MeshFormat.STL_BINARY);
    } else if (name.endsWith(".ply")) {
      write(file, mesh, MeshFormat.PLY_BINARY_LITTLE_ENDIAN);
    } else {
      throw new IllegalArgumentException(
          file + " has no extension of a mesh; expected .obj, .stl or .ply");
    }
  }

  /**
   * Writes a mesh in a format.
   *
   * @param file the file; an existing one is replaced
   * @param mesh the mesh
   * @param format the format
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, TriangleMesh mesh, MeshFormat format) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      switch (format) {
        case OBJ -> writeObj(out, mesh);
        case STL_ASCII -> writeAsciiStl(out, mesh);
        case STL_BINARY -> writeBinaryStl(out, mesh);
        case PLY_ASCII -> writeAsciiPly(out, mesh);
        case PLY_BINARY_LITTLE_ENDIAN -> writeBinaryPly(out, mesh, ByteOrder.LITTLE_ENDIAN);
        case PLY_BINARY_BIG_ENDIAN -> writeBinaryPly(out, mesh, ByteOrder.BIG_ENDIAN);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static void writeObj(OutputStream out, TriangleMesh mesh) throws IOException {
    for (int i = 0; i < mesh.vertexCount(); i++) {
      Vec3 v = mesh.vertex(i);
      print(out, "v " + v.x() + " " + v.y() + " " + v.z() + "\n");
    }
    for (int t = 0; t < mesh.triangleCount(); t++) {
      print(
          out,
          "f "
              + (mesh.corner(t, 0) + 1)
              + " "
              + (mesh.corner(t, 1) + 1)
              + " "
              + (mesh.corner(t, 2) + 1)
              + "\n");
    }
  }

  private static void writeAsciiStl(OutputStream out, TriangleMesh mesh) throws IOException {
    print(out, "solid mesh\n");
    for (int t = 0; t < mesh.triangleCount(); t++) {
      Vec3 n = normal(mesh, t);
      print(out, "facet normal " + singles(n) + "\n outer loop\n");
      for (int corner = 0; corner < 3; corner++) {
        print(out, "  vertex " + singles(mesh.vertex(mesh.corner(t, corner))) + "\n");
      }
      print(out, " endloop\nendfacet\n");
    }
    print(out, "endsolid mesh\n");
  }

  private static String singles(Vec3 v) {
    return (float) v.x() + " " + (float) v.y() + " " + (float) v.z();
  }

  private static void writeBinaryStl(OutputStream out, TriangleMesh mesh) throws IOException {
    out.write(new byte[BinaryStl.HEADER_BYTES]);
    ByteBuffer record =
        ByteBuffer.allocate(BinaryStl.TRIANGLE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(record.putInt(mesh.triangleCount()).array(), 0, 4);
    for (int t = 0; t < mesh.triangleCount(); t++) {
      record.clear();
      putSingles(record, normal(mesh, t));
      for (int corner = 0; corner < 3; corner++) {
        putSingles(record, mesh.vertex(mesh.corner(t, corner)));
      }
      out.write(record.putShort((short) 0).array());
    }
  }

  private static void putSingles(ByteBuffer out, Vec3 v) {
    out.putFloat((float) v.x()).putFloat((float) v.y()).putFloat((float) v.z());
  }

  private static Vec3 normal(TriangleMesh mesh, int triangle) {
    Vec3 a = mesh.vertex(mesh.corner(triangle, 0));
    Vec3 b = mesh.vertex(mesh.corner(triangle, 1));
    Vec3 c = mesh.vertex(mesh.corner(triangle, 2));
    Vec3 across = b.minus(a).cross(c.minus(a));
    return across.norm() > 0 ? across.normalized() : Vec3.ZERO;
  }

  private static void writeAsciiPly(OutputStream out, TriangleMesh mesh) throws IOException {
    printPlyHeader(out, mesh, "ascii");
    for (int i = 0; i < mesh.vertexCount(); i++) {
      Vec3 v = mesh.vertex(i);
      print(out, v.x() + " " + v.y() + " " + v.z() + "\n");
    }
    for (int t = 0; t < mesh.triangleCount(); t++) {
      print(
          out, "3 " + mesh.corner(t, 0) + " " + mesh.corner(t, 1) + " " + mesh.corner(t, 2) + "\n");
    }
  }

  private static void writeBinaryPly(OutputStream out, TriangleMesh mesh, ByteOrder order)
      throws IOException {
    printPlyHeader(
        out, mesh, order == ByteOrder.BIG_ENDIAN ? "binary_big_endian" : "binary_little_endian");
    ByteBuffer vertex = ByteBuffer.allocate(3 * Double.BYTES).order(order);
    for (int i = 0; i < mesh.vertexCount(); i++) {
      Vec3 v = mesh.vertex(i);
      out.write(vertex.clear().putDouble(v.x()).putDouble(v.y()).putDouble(v.z()).array());
    }
    ByteBuffer face = ByteBuffer.allocate(1 + 3 * Integer.BYTES).order(order);
    for (int t = 0; t < mesh.triangleCount(); t++) {
      face.clear().put((byte) 3);
      out.write(
          face.putInt(mesh.corner(t, 0))
              .putInt(mesh.corner(t, 1))
              .putInt(mesh.corner(t, 2))
              .array());
    }
  }

  private static void printPlyHeader(OutputStream out, TriangleMesh mesh, String format)
      throws IOException {
    print(
        out,
        "ply\nformat "
            + format
            + " 1.0\nelement vertex "
            + mesh.vertexCount()
            + "\nproperty double x\nproperty double y\nproperty double z\nelement face "
            + mesh.triangleCount()
            + "\nproperty list uchar int vertex_indices\nend_header\n");
  }

  private static void print(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
