package org.dextwin.tracker.foundationpose;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;

/** Turns a printed 4 x 4 matrix into a pose. */
final class PoseMatrix {

  /** Name of the frame of tracked poses; OpenCV axes: x right, y down, z ahead. */
  private static final String CAMERA = "camera";

  /** The bottom row is printed from exact zeros and a one. */
  private static final double BOTTOM_TOLERANCE = 1e-6;

  /** Newton's iteration converges quadratically; from 0.1 off, five steps reach rounding. */
  private static final int POLAR_STEPS = 8;

  private PoseMatrix() {}

  /**
   * Returns the pose of a matrix, its rotation part brought to the nearest rotation.
   *
   * @param matrix X_CO, row-major, shape (4, 4) as 16 numbers
   * @param object name of the object
   * @param tolerance largest entry of R^T R - I that passes as rounding
   * @throws NotAPoseException if the matrix is no pose
   */
  static Pose toPose(List<Double> matrix, String object, double tolerance)
      throws NotAPoseException {
    double[] m = matrix.stream().mapToDouble(Double::doubleValue).toArray();
    if (!Arrays.stream(m).allMatch(Double::isFinite)) {
      throw new NotAPoseException("not finite");
    }
    boolean homogeneous =
        Math.max(Math.abs(m[12]), Math.max(Math.abs(m[13]), Math.abs(m[14]))) <= BOTTOM_TOLERANCE
            && Math.abs(m[15] - 1) <= BOTTOM_TOLERANCE;
    if (!homogeneous) {
      throw new NotAPoseException("bottom row not 0 0 0 1");
    }
    double[] r = {m[0], m[1], m[2], m[4], m[5], m[6], m[8], m[9], m[10]};
    double defect = orthonormalityDefect(r);
    if (!(defect <= tolerance)) {
      throw new NotAPoseException("rotation not orthonormal");
    }
    if (determinant(r) < 0) {
      throw new NotAPoseException("reflection (determinant -1)");
    }
    return new Pose(
        CAMERA, object, new Vec3(m[3], m[7], m[11]), Quat.fromMatrix(nearestRotation(r)));
  }

  /** Largest entry of R^T R - I. */
  private static double orthonormalityDefect(double[] r) {
    double worst = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j <= i; j++) {
        double product = r[i] * r[j] + r[3 + i] * r[3 + j] + r[6 + i] * r[6 + j];
        worst = Math.max(worst, Math.abs(product - (i == j ? 1 : 0)));
      }
    }
    return worst;
  }

  private static double determinant(double[] r) {
    return Vec3.of(r, 0).cross(Vec3.of(r, 3)).dot(Vec3.of(r, 6));
  }

  /**
   * Returns the rotation nearest in the Frobenius norm, the orthogonal factor of the polar
   * decomposition: Newton's iteration R <- (R + R^-T) / 2 (Higham 1986).
   */
  private static double[] nearestRotation(double[] r) {
    double[] x = r.clone();
    for (int step = 0; step < POLAR_STEPS; step++) {
      double determinant = determinant(x);
      // rows of the cofactor matrix, which is det * inverse transpose
      Vec3 a = Vec3.of(x, 3).cross(Vec3.of(x, 6));
      Vec3 b = Vec3.of(x, 6).cross(Vec3.of(x, 0));
      Vec3 c = Vec3.of(x, 0).cross(Vec3.of(x, 3));
      double[] cofactors = {a.x(), a.y(), a.z(), b.x(), b.y(), b.z(), c.x(), c.y(), c.z()};
      for (int i = 0; i < 9; i++) {
        x[i] = (x[i] + cofactors[i] / determinant) / 2;
      }
    }
    return x;
  }
}
