package org.dextwin.mechanics.format;

/** Formats in which {@link MeshWriter} writes. */
public enum MeshFormat {
  /** Wavefront OBJ: text; keeps every digit. */
  OBJ,
  /** STL as text: loose triangles in single precision. */
  STL_ASCII,
  /** Binary STL: loose triangles in single precision. */
  STL_BINARY,
  /** PLY as text; keeps every digit. */
  PLY_ASCII,
  /** Binary PLY, little endian, double precision. */
  PLY_BINARY_LITTLE_ENDIAN,
  /** Binary PLY, big endian, double precision. */
  PLY_BINARY_BIG_ENDIAN
}
