package org.dextwin.tracker.foundationpose;

import java.util.Arrays;

/**
 * A matrix as it was printed.
 *
 * @param time its time [s]
 * @param matrix X_CO, row-major, shape (4, 4) as 16 numbers
 * @param place file and line, for messages
 */
record RawPose(double time, double[] matrix, String place) {

  boolean sameMatrix(RawPose other) {
    return Arrays.equals(matrix, other.matrix);
  }
}
