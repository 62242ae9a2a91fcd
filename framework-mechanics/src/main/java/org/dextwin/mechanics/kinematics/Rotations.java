package org.dextwin.mechanics.kinematics;

/** Rotation matrices and vectors as row-major stretches of arrays, without allocation. */
final class Rotations {

  private Rotations() {}

  static void setIdentity(double[] out, int o) {
    for (int k = 0; k < 9; k++) {
      out[o + k] = k % 4 == 0 ? 1 : 0;
    }
  }

  /** out = R v; out must not alias v. */
  static void transform(double[] r, int ro, double[] v, int vo, double[] out, int o) {
    for (int k = 0; k < 3; k++) {
      out[o + k] =
          r[ro + 3 * k] * v[vo] + r[ro + 3 * k + 1] * v[vo + 1] + r[ro + 3 * k + 2] * v[vo + 2];
    }
  }

  /** out = A B; out must overlap neither. */
  static void multiply(double[] a, int ao, double[] b, int bo, double[] out, int o) {
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        out[o + 3 * i + j] =
            a[ao + 3 * i] * b[bo + j]
                + a[ao + 3 * i + 1] * b[bo + 3 + j]
                + a[ao + 3 * i + 2] * b[bo + 6 + j];
      }
    }
  }

  /** R = R exp([axis]x angle), by Rodrigues' formula on each row of R. */
  static void turn(double[] r, int ro, double[] axis, int ao, double angle) {
    double sine = Math.sin(angle);
    double cosine = Math.cos(angle);
    double ax = axis[ao];
    double ay = axis[ao + 1];
    double az = axis[ao + 2];
    for (int row = ro; row < ro + 9; row += 3) {
      double x = r[row];
      double y = r[row + 1];
      double z = r[row + 2];
      // a row turns by the opposite angle: v cos + (v x a) sin + a (a . v)(1 - cos)
      double along = (ax * x + ay * y + az * z) * (1 - cosine);
      r[row] = x * cosine + (y * az - z * ay) * sine + ax * along;
      r[row + 1] = y * cosine + (z * ax - x * az) * sine + ay * along;
      r[row + 2] = z * cosine + (x * ay - y * ax) * sine + az * along;
    }
  }
}
