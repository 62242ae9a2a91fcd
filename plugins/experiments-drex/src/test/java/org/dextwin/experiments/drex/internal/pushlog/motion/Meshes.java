package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.TriangleMesh;

/** Variations of meshes: shifted, joined, cut open. */
final class Meshes {

  private Meshes() {}

  static TriangleMesh shifted(TriangleMesh mesh, Vec3 by) {
    double[] vertices = mesh.vertices();
    for (int i = 0; i < vertices.length; i += 3) {
      Vec3.of(vertices, i).plus(by).copyTo(vertices, i);
    }
    return new TriangleMesh(vertices, mesh.triangles());
  }

  static TriangleMesh joined(TriangleMesh a, TriangleMesh b) {
    double[] vertices = Arrays.copyOf(a.vertices(), a.vertices().length + b.vertices().length);
    System.arraycopy(b.vertices(), 0, vertices, a.vertices().length, b.vertices().length);
    int[] triangles = Arrays.copyOf(a.triangles(), a.triangles().length + b.triangles().length);
    for (int i = 0; i < b.triangles().length; i++) {
      triangles[a.triangles().length + i] = b.triangles()[i] + a.vertexCount();
    }
    return new TriangleMesh(vertices, triangles);
  }

  /** Drops the triangles all of whose corners have such a z. */
  static TriangleMesh without(TriangleMesh mesh, DoublePredicate z) {
    int[] kept = new int[3 * mesh.triangleCount()];
    int count = 0;
    for (int t = 0; t < mesh.triangleCount(); t++) {
      boolean dropped = true;
      for (int k = 0; k < 3; k++) {
        dropped &= z.test(mesh.vertex(mesh.corner(t, k)).z());
      }
      for (int k = 0; k < 3 && !dropped; k++) {
        kept[count++] = mesh.corner(t, k);
      }
    }
    return new TriangleMesh(mesh.vertices(), Arrays.copyOf(kept, count));
  }
}
