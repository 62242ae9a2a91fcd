package org.dextwin.experiments.dexndm.internal.collect;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.learning.Transitions.Episode;

/**
 * How much of where a task takes joints was seen in a recording: positions and targets are cut into
 * cells, and the coverage of some joints is the share of the task's steps whose cell occurs in the
 * recording. The more joints are looked at together, the less is covered.
 *
 * <p><i>References</i>: DexNDM, A.5.
 */
final class Coverage {

  /** Edge of a cell [rad]. */
  private static final double CELL = 0.1;

  private Coverage() {}

  /**
   * Returns the coverage of joints taken together.
   *
   * @param task what is to be covered
   * @param recording what was recorded
   * @param joints indices of the joints
   * @return share of the task's steps [1]
   */
  static double of(Transitions task, Transitions recording, int[] joints) {
    Set<List<Integer>> seen = new HashSet<>();
    for (Episode episode : recording.episodes()) {
      for (int step = 0; step < episode.steps(); step++) {
        seen.add(cell(episode, step, recording.joints().size(), joints));
      }
    }
    long covered = 0;
    long all = 0;
    for (Episode episode : task.episodes()) {
      for (int step = 0; step < episode.steps(); step++) {
        all++;
        covered += seen.contains(cell(episode, step, task.joints().size(), joints)) ? 1 : 0;
      }
    }
    return all == 0 ? Double.NaN : (double) covered / all;
  }

  /**
   * Returns the mean coverage of several groups of joints.
   *
   * @param task what is to be covered
   * @param recording what was recorded
   * @param groups indices of the joints of each group
   * @return mean share [1]
   */
  static double mean(Transitions task, Transitions recording, List<int[]> groups) {
    return groups.stream()
        .mapToDouble(group -> of(task, recording, group))
        .average()
        .orElse(Double.NaN);
  }

  private static List<Integer> cell(Episode episode, int step, int n, int[] joints) {
    Integer[] cell = new Integer[2 * joints.length];
    for (int k = 0; k < joints.length; k++) {
      int at = step * n + joints[k];
      cell[2 * k] = (int) Math.floor(episode.positions()[at] / CELL);
      cell[2 * k + 1] = (int) Math.floor(episode.targets()[at] / CELL);
    }
    return Arrays.asList(cell);
  }
}
