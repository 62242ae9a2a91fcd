package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.core.internal.run.Json;
import org.dextwin.mechanics.mesh.compare.SurfaceComparison;
import org.dextwin.mechanics.mesh.compare.VertexComparison;
import org.jspecify.annotations.Nullable;

/**
 * Two meshes and how far they are apart.
 *
 * @param a first file
 * @param b second file
 * @param surface distance of their surfaces
 * @param vertices differences of vertices of the same number, if they were asked for
 */
record MeshDifference(
    Mesh a, Mesh b, SurfaceComparison surface, @Nullable VertexComparison vertices) {

  private static final double DEFAULT_TOLERANCE = 1e-3;

  /**
   * A mesh and its file.
   *
   * @param file the file, as the user should see it
   * @param mesh the mesh
   */
  record Mesh(Path file, TriangleMesh mesh) {

    Item item() {
      return Item.empty()
          .with("file", file.toString())
          .with("vertices", mesh.vertexCount())
          .with("triangles", mesh.triangleCount());
    }

    String text() {
      return "%s: %d vertices, %d triangles"
          .formatted(file, mesh.vertexCount(), mesh.triangleCount());
    }
  }

  /** Compares; without a tolerance each comparison has one of its own. */
  static MeshDifference of(
      Mesh first, Mesh second, int samples, long seed, @Nullable Double tolerance, boolean legacy) {
    try {
      return new MeshDifference(
          first,
          second,
          SurfaceComparison.of(
              first.mesh(),
              second.mesh(),
              samples,
              seed,
              tolerance == null ? DEFAULT_TOLERANCE : tolerance),
          legacy
              ? VertexComparison.of(
                  first.mesh(),
                  second.mesh(),
                  tolerance == null ? VertexComparison.PAPER_TOLERANCE : tolerance)
              : null);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          first.file() + " and " + second.file() + ": " + e.getMessage(), e);
    }
  }

  String json() {
    Item item =
        Item.empty()
            .with("schema", 1)
            .with("a", a.item())
            .with("b", b.item())
            .with("samples", surface.samples())
            .with("seed", surface.seed())
            .with("tolerance_m", surface.tolerance())
            .with("chamfer_m", surface.chamfer())
            .with("mse_m2", surface.meanSquare())
            .with("largest_m", surface.largest())
            .with("f_score", surface.fScore())
            .with("precision", surface.fromA().met())
            .with("recall", surface.fromB().met())
            .with("a_to_b", item(surface.fromA()))
            .with("b_to_a", item(surface.fromB()));
    return Json.pretty(vertices == null ? item : item.with("legacy", item(vertices)));
  }

  private static Item item(SurfaceComparison.Directed directed) {
    return Item.empty()
        .with("mean_m", directed.mean())
        .with("mse_m2", directed.meanSquare())
        .with("largest_m", directed.largest());
  }

  private static Item item(VertexComparison vertices) {
    return Item.empty()
        .with("method", "robostudio-vertex-index")
        .with("vertices", vertices.vertices())
        .with("tolerance_m", vertices.tolerance())
        .with("mse_m2", vertices.meanSquare())
        .with("mse_centred_times_400", vertices.meanSquareEnlarged())
        .with("f_score", vertices.fScore());
  }

  String text() {
    StringBuilder text = new StringBuilder();
    line(text, "A  %s", a.text());
    line(text, "B  %s", b.text());
    line(text, "surfaces, by %d points on each (seed %d)", surface.samples(), surface.seed());
    line(
        text,
        "  chamfer  %.6g m   (A to B %.6g, B to A %.6g)",
        surface.chamfer(),
        surface.fromA().mean(),
        surface.fromB().mean());
    line(text, "  mse      %.6g m2", surface.meanSquare());
    line(text, "  largest  %.6g m", surface.largest());
    line(
        text,
        "  F-score  %.4f within %s m   (precision %.4f, recall %.4f)",
        surface.fScore(),
        surface.tolerance(),
        surface.fromA().met(),
        surface.fromB().met());
    if (vertices != null) {
      line(text, "legacy: vertices of the same number (RoboStudio); no measure of the surfaces");
      line(text, "  mse      %.6g m2", vertices.meanSquare());
      line(text, "  mse      %.6g, centred and enlarged 400 times", vertices.meanSquareEnlarged());
      line(text, "  F-score  %.4f within %s m", vertices.fScore(), vertices.tolerance());
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
