package org.dextwin.experiments.dexndm.internal.gait;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.learning.proprioception.Proprioception;

/**
 * The closed path that targets take round and round once they have come to a gait. It is not the
 * gait itself: where that is faster than targets may move, they only run after it.
 *
 * <p>The path tells what to do without a clock: wherever the targets are, the next ones are those
 * after the nearest point of the path. Targets that were pushed off come back, and go on from where
 * they are, not from where a clock would have them.
 *
 * <p><i>Thread safety</i>: immutable.
 */
final class Orbit {

  /** Periods after which targets have come to the path. */
  private static final int SETTLING = 5;

  /** Periods that are kept; steps fall elsewhere in each, so that points lie dense. */
  private static final int KEPT = 20;

  private final List<float[]> points = new ArrayList<>();

  Orbit(Gait gait, Proprioception body) {
    float[] path = targets(gait, 0);
    double steps = 1 / (gait.frequency() * body.period());
    for (int step = 1; step < (SETTLING + KEPT) * steps + 1; step++) {
      body.advance(path, body.actionBetween(path, targets(gait, step * body.period())));
      if (step >= SETTLING * steps) {
        points.add(path.clone());
      }
    }
  }

  private static float[] targets(Gait gait, double time) {
    float[] targets = new float[gait.joints()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (float) gait.target(i, time);
    }
    return targets;
  }

  /**
   * Returns the targets that come after others.
   *
   * @param targets targets in force [rad]
   * @return the point of the path after the nearest one [rad]; not to be written
   */
  float[] after(float[] targets) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < points.size() - 1; k++) {
      double distance = squaredDistance(points.get(k), targets);
      if (distance < least) {
        least = distance;
        nearest = k;
      }
    }
    return points.get(nearest + 1);
  }

  private static double squaredDistance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] - b[i];
      sum += difference * difference;
    }
    return sum;
  }
}
