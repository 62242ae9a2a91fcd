package org.dextwin.experiments.drex.internal.fit;

import java.util.List;
import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.math.Pose;

/**
 * Poses of a body in the world, as a tracker saw them.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param times times on the engine's clock [s], increasing
 * @param poses X_WO, one per time
 */
public record TrackedPoses(List<Double> times, List<Pose> poses) {

  /**
   * Copies the lists.
   *
   * @param times times on the engine's clock [s], increasing
   * @param poses X_WO, one per time
   */
  public TrackedPoses {
    times = List.copyOf(times);
    poses = List.copyOf(poses);
    if (times.size() != poses.size()) {
      throw new DimensionMismatchException("tracked poses", times.size(), poses.size());
    }
  }

  /**
   * Returns how many poses there are.
   *
   * @return the number of poses
   */
  public int size() {
    return poses.size();
  }
}
