package org.dextwin.tracker.foundationpose;

import java.util.List;

/**
 * A matrix as it was printed.
 *
 * @param time its time [s]
 * @param matrix X_CO, row-major, shape (4, 4) as 16 numbers
 * @param place file and line, for messages
 */
record RawPose(double time, List<Double> matrix, String place) {}
