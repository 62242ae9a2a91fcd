package org.dextwin.mechanics.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;
import org.dextwin.mechanics.mesh.VertexWelder;

/**
 * Reads triangle meshes from OBJ, STL and PLY files of any origin, told apart by their content.
 * Coordinates are taken for metres.
 *
 * <p>Files are not trusted: their size is checked before anything is allocated ({@link #MAX_BYTES}
 * at most), every count in them is held against the bytes that are left, and every number must be
 * finite and in range. Whatever is wrong with a file, an {@link InvalidInputException} names the
 * file, the line or byte, what was found, what was expected and the remedy.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class MeshReader {

  /** Size of the largest file that is read, 256 MiB: about five million triangles of STL. */
  public static final long MAX_BYTES = 256L << 20;

  private MeshReader() {}

  /**
   * Reads a mesh. The loose triangles of an STL file are welded where their corners coincide.
   *
   * @param file an OBJ, STL or PLY file
   * @return the mesh [m], with at least one triangle
   * @throws InvalidInputException if the file cannot be read, is malformed or holds no triangle
   */
  public static TriangleMesh read(Path file) {
    MeshSource source = new MeshSource(file, bytesOf(file));
    TriangleMesh mesh = parse(source);
    if (mesh.triangleCount() == 0) {
      throw source.problem(
          "it holds no triangles; expected a surface, not points or lines; export it with faces");
    }
    return mesh;
  }

  private static TriangleMesh parse(MeshSource source) {
    if (startsWith(source, "ply\n") || startsWith(source, "ply\r")) {
      return PlyParser.parse(source);
    }
    // the exact size decides first: many programs begin binary files with "solid", too
    if (BinaryStl.fits(source)) {
      return VertexWelder.weld(BinaryStl.parse(source));
    }
    if (startsWith(source, "solid") && !looksBinary(source)) {
      return VertexWelder.weld(AsciiStlParser.parse(source));
    }
    if (looksBinary(source) || hasExtension(source, ".stl")) {
      throw BinaryStl.sizeProblem(source);
    }
    return ObjParser.parse(source);
  }

  private static boolean startsWith(MeshSource source, String start) {
    byte[] bytes = source.bytes();
    return bytes.length >= start.length()
        && new String(bytes, 0, start.length(), StandardCharsets.ISO_8859_1).equals(start);
  }

  /** Text has no zero bytes; in the header of a binary STL file or its numbers they are certain. */
  private static boolean looksBinary(MeshSource source) {
    byte[] bytes = source.bytes();
    for (int i = 0; i < Math.min(bytes.length, 4096); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasExtension(MeshSource source, String extension) {
    return source.file().toString().toLowerCase(Locale.ROOT).endsWith(extension);
  }

  private static byte[] bytesOf(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new InvalidInputException(
            file
                + ": "
                + (Files.exists(file) ? "not a regular file" : "no such file")
                + "; expected an OBJ, STL or PLY mesh");
      }
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new InvalidInputException(
            file
                + ": "
                + size
                + " bytes; at most "
                + MAX_BYTES
                + " are read; reduce the mesh in a mesh editor");
      }
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes((int) MAX_BYTES);
      }
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read: " + IoReason.of(e), e);
    }
  }
}
