package org.dextwin.mechanics.planning;

import java.util.List;
import org.dextwin.api.model.JointVector;

/**
 * Straight lines in joint space from configuration to configuration.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param waypoints start, corners and goal, all in the same order of joints
 */
public record JointPath(List<JointVector> waypoints) {

  /**
   * Copies and checks the configurations.
   *
   * @param waypoints start, corners and goal, all in the same order of joints
   * @throws IllegalArgumentException if there are none
   * @throws org.dextwin.api.model.JointOrderException if their orders differ
   */
  public JointPath {
    waypoints = List.copyOf(waypoints);
    if (waypoints.isEmpty()) {
      throw new IllegalArgumentException("a path needs a configuration");
    }
    for (JointVector waypoint : waypoints) {
      waypoint.values(waypoints.get(0).order());
    }
  }

  /**
   * Returns the length of the path.
   *
   * @return sum of the Euclidean lengths of its lines [rad]
   */
  public double length() {
    double length = 0;
    for (int i = 1; i < waypoints.size(); i++) {
      length += Lines.length(values(i - 1), values(i));
    }
    return length;
  }

  double[] values(int waypoint) {
    return waypoints.get(waypoint).values(waypoints.get(0).order());
  }
}
