package org.dextwin.mechanics.mesh;

import java.util.Arrays;

/** A growing list of triangles as vertex indices. */
final class TriangleList {

  private int[] indices = new int[64];
  private int length;

  void add(int a, int b, int c) {
    if (length + 3 > indices.length) {
      indices = Arrays.copyOf(indices, 2 * indices.length);
    }
    indices[length++] = a;
    indices[length++] = b;
    indices[length++] = c;
  }

  int[] toArray() {
    return Arrays.copyOf(indices, length);
  }
}
