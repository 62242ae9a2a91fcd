package org.dextwin.mechanics.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Binary STL, little endian: a header of 80 bytes, the number of triangles, and for each its normal
 * and three vertices in single precision and two bytes of attributes.
 */
final class BinaryStl {

  static final int HEADER_BYTES = 80;
  static final int TRIANGLE_BYTES = 50;
  private static final int NORMAL_BYTES = 12;

  private BinaryStl() {}

  /** Says whether the file has the very size that its number of triangles asks for. */
  static boolean fits(MeshSource source) {
    return source.bytes().length >= HEADER_BYTES + 4
        && source.bytes().length == expectedBytes(triangleCount(source));
  }

  private static long triangleCount(MeshSource source) {
    return Integer.toUnsignedLong(in(source).getInt(HEADER_BYTES));
  }

  private static long expectedBytes(long triangles) {
    return HEADER_BYTES + 4 + TRIANGLE_BYTES * triangles;
  }

  private static ByteBuffer in(MeshSource source) {
    return ByteBuffer.wrap(source.bytes()).order(ByteOrder.LITTLE_ENDIAN);
  }

  static InvalidInputException sizeProblem(MeshSource source) {
    int size = source.bytes().length;
    if (size < HEADER_BYTES + 4) {
      return source.problem(
          size + " bytes; a mesh as OBJ, STL or PLY was expected; it may be cut off");
    }
    long count = triangleCount(source);
    return source.problemAtByte(
        HEADER_BYTES,
        "the header of this binary STL file declares "
            + count
            + " triangles, which take "
            + expectedBytes(count)
            + " bytes; the file has "
            + size
            + "; it may be cut off: copy or export it anew");
  }

  static TriangleMesh parse(MeshSource source) {
    ByteBuffer in = in(source);
    int count = (int) triangleCount(source);
    MeshBuilder mesh = new MeshBuilder(source, 3 * count, count);
    for (int t = 0; t < count; t++) {
      int start = HEADER_BYTES + 4 + TRIANGLE_BYTES * t + NORMAL_BYTES;
      for (int corner = 0; corner < 3; corner++) {
        int at = start + 12 * corner;
        float x = in.getFloat(at);
        float y = in.getFloat(at + 4);
        float z = in.getFloat(at + 8);
        if (!Float.isFinite(x) || !Float.isFinite(y) || !Float.isFinite(z)) {
          throw source.problemAtByte(
              at,
              "triangle "
                  + t
                  + " has a vertex at ("
                  + x
                  + ", "
                  + y
                  + ", "
                  + z
                  + "); expected finite numbers; export the mesh anew");
        }
        mesh.addVertex(x, y, z);
      }
      mesh.addTriangle(3 * t, 3 * t + 1, 3 * t + 2);
    }
    return mesh.build();
  }
}
