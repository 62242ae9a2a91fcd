package org.dextwin.experiments.dexndm.internal.identify;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.spi.InvalidInputException;

/**
 * What the joints of a branch did.
 *
 * <p><i>Thread safety</i>: immutable; do not write to the arrays.
 *
 * @param steps number of steps
 * @param positions joint positions [rad], row-major, shape (steps + 1, joints)
 * @param targets targets in force during each step [rad], row-major, shape (steps, joints)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Episode(int steps, double[] positions, double[] targets) {

  /** Takes the columns of some joints out of recordings of a hand. */
  static List<Episode> of(Transitions recorded, List<String> joints) {
    List<String> all = recorded.joints().joints();
    int[] columns = joints.stream().mapToInt(all::indexOf).toArray();
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] < 0) {
        throw new InvalidInputException(
            "the recordings lack the joint '" + joints.get(i) + "'; they have " + all);
      }
    }
    List<Episode> episodes = new ArrayList<>();
    for (Transitions.Episode episode : recorded.episodes()) {
      int steps = episode.steps();
      episodes.add(
          new Episode(
              steps,
              chosen(episode.positions(), steps + 1, all.size(), columns),
              chosen(episode.targets(), steps, all.size(), columns)));
    }
    return episodes;
  }

  private static double[] chosen(float[] values, int rows, int width, int[] columns) {
    double[] chosen = new double[rows * columns.length];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < columns.length; i++) {
        chosen[row * columns.length + i] = values[row * width + columns[i]];
      }
    }
    return chosen;
  }
}
