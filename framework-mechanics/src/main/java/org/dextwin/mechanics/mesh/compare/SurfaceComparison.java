package org.dextwin.mechanics.mesh.compare;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dextwin.api.model.TriangleMesh;

/**
 * How far the surfaces of two meshes are apart, both in the same frame. Points that lie evenly on
 * one surface are held against the other surface itself, not against points of it: so equal
 * surfaces are exactly 0 apart, whatever their triangles. Both directions count, since either alone
 * misses what the other mesh has more.
 *
 * <p>With d the distance of a point to the other surface, over all points of A and of B:
 *
 * <ul>
 *   <li>chamfer distance: (mean d of A + mean d of B) / 2
 *   <li>mean square error: (mean d^2 of A + mean d^2 of B) / 2
 *   <li>precision: part of A's points with d up to the tolerance; recall: of B's; F-score: their
 *       harmonic mean, 0 if both are
 * </ul>
 *
 * <p><i>Thread safety</i>: immutable. <i>References</i>: Knapitsch, Park, Zhou and Koltun 2017,
 * "Tanks and Temples", eq. 3 to 5 (precision, recall and F-score); Fan, Su and Guibas 2017, "A
 * point set generation network", eq. 1 (chamfer distance, there between points and squared).
 *
 * @param samples points on each surface
 * @param seed seed of their places
 * @param tolerance distance up to which a point counts as met [m]
 * @param fromA points of A against the surface of B
 * @param fromB points of B against the surface of A
 */
public record SurfaceComparison(
    int samples, long seed, double tolerance, Directed fromA, Directed fromB) {

  /**
   * Points of one surface against the other.
   *
   * @param mean mean distance [m]
   * @param meanSquare mean squared distance [m2]
   * @param largest largest distance [m]
   * @param met part of the points that are within the tolerance
   */
  public record Directed(double mean, double meanSquare, double largest, double met) {}

  /**
   * Compares two meshes. The result does not depend on the number of processors.
   *
   * @param a a mesh, such as a reconstruction
   * @param b a mesh, such as the truth
   * @param samples points on each surface, 1 or more
   * @param seed seed of their places
   * @param tolerance distance up to which a point counts as met, 0 or more [m]
   * @return the comparison
   * @throws IllegalArgumentException if a mesh has no area, or a number is out of range
   */
  public static SurfaceComparison of(
      TriangleMesh a, TriangleMesh b, int samples, long seed, double tolerance) {
    if (samples < 1 || !(tolerance >= 0)) {
      throw new IllegalArgumentException(
          samples
              + " samples and a tolerance of "
              + tolerance
              + " m; at least 1 and 0 m are meant");
    }
    double[] onA = SurfaceSamples.of(a, samples, seed);
    double[] onB = SurfaceSamples.of(b, samples, seed);
    return new SurfaceComparison(
        samples,
        seed,
        tolerance,
        directed(onA, new SurfaceTree(b), tolerance),
        directed(onB, new SurfaceTree(a), tolerance));
  }

  private static Directed directed(double[] points, SurfaceTree surface, double tolerance) {
    double[] squares = new double[points.length / 3];
    IntStream.range(0, squares.length)
        .parallel()
        .forEach(
            i ->
                squares[i] =
                    surface.squaredDistance(points[3 * i], points[3 * i + 1], points[3 * i + 2]));
    // summed in a fixed order
    double sum = 0;
    double sumOfSquares = 0;
    long met = 0;
    for (double square : squares) {
      double distance = Math.sqrt(square);
      sum += distance;
      sumOfSquares += square;
      met += distance <= tolerance ? 1 : 0;
    }
    return new Directed(
        sum / squares.length,
        sumOfSquares / squares.length,
        Math.sqrt(Arrays.stream(squares).max().orElseThrow()),
        (double) met / squares.length);
  }

  /**
   * Returns the chamfer distance.
   *
   * @return mean of both mean distances [m]
   */
  public double chamfer() {
    return (fromA.mean() + fromB.mean()) / 2;
  }

  /**
   * Returns the mean square error.
   *
   * @return mean of both mean squared distances [m2]
   */
  public double meanSquare() {
    return (fromA.meanSquare() + fromB.meanSquare()) / 2;
  }

  /**
   * Returns the largest distance of a point, which is the Hausdorff distance but for what lies
   * between the points.
   *
   * @return largest distance [m]
   */
  public double largest() {
    return Math.max(fromA.largest(), fromB.largest());
  }

  /**
   * Returns the F-score.
   *
   * @return harmonic mean of precision and recall, from 0 to 1
   */
  public double fScore() {
    double sum = fromA.met() + fromB.met();
    return sum == 0 ? 0 : 2 * fromA.met() * fromB.met() / sum;
  }
}
