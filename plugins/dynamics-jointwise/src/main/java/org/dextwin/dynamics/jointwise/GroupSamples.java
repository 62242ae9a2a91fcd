package org.dextwin.dynamics.jointwise;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.learning.Transitions;
import org.dextwin.dynamics.jointwise.internal.coding.HistoryCode;
import org.dextwin.learning.training.Samples;

/**
 * Histories of one group with the motions that followed, cut out of recordings on demand. The
 * group's rows stand together, so that a history is read in one go.
 */
final class GroupSamples {

  private final HistoryCode code;
  private final int size;

  /** Of each episode the rows of positions and targets; the last row has positions alone. */
  private final float[] rows;

  /** First row of each sample's history. */
  private final int[] first;

  /**
   * Copies a group's part of recordings.
   *
   * @param transitions the recordings
   * @param group joints of the group
   * @param window steps in a history
   */
  GroupSamples(Transitions transitions, List<Integer> group, int window) {
    code = new HistoryCode(window, group.size());
    size = Math.toIntExact(transitions.count(window));
    int joints = transitions.joints().size();
    int total = transitions.episodes().stream().mapToInt(e -> e.steps() + 1).sum();
    rows = new float[total * 2 * group.size()];
    first = new int[size];
    int row = 0;
    int sample = 0;
    for (Transitions.Episode episode : transitions.episodes()) {
      for (int t = 0; t <= episode.steps(); t++) {
        int to = (row + t) * 2 * group.size();
        for (int i = 0; i < group.size(); i++) {
          int from = t * joints + group.get(i);
          rows[to + i] = episode.positions()[from];
          rows[to + group.size() + i] = t < episode.steps() ? episode.targets()[from] : 0;
        }
      }
      for (int t = 0; t + window <= episode.steps(); t++) {
        first[sample] = row + t;
        sample++;
      }
      row += episode.steps() + 1;
    }
  }

  HistoryCode code() {
    return code;
  }

  int size() {
    return size;
  }

  /** Reads a coded history and the motion after it [rad]. */
  void readRaw(int index, float[] inputs, int inputsAt, float[] motions, int motionsAt) {
    code.encode(rows, first[index] * 2 * code.joints(), inputs, inputsAt);
    readMotion(index, motions, motionsAt);
  }

  private void readMotion(int index, float[] motions, int motionsAt) {
    int from = first[index] * 2 * code.joints();
    int next = from + code.size();
    for (int i = 0; i < code.joints(); i++) {
      motions[motionsAt + i] = rows[next + i] - rows[from + code.last(i)];
    }
  }

  /** Scales the samples for a network. */
  Samples scaled(GroupScaling scaling) {
    return scaled(scaling, Straying.NONE);
  }

  /** Scales the samples for a network; positions have strayed, and motions lead back. */
  Samples scaled(GroupScaling scaling, Straying straying) {
    int joints = code.joints();
    return new Samples() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public void read(int index, float[] inputs, int inputsAt, float[] targets, int targetsAt) {
        int from = first[index] * 2 * joints;
        float[] history = Arrays.copyOfRange(rows, from, from + code.size());
        float[] errors = straying.disturb(index, history, 0, code.window(), joints);
        code.encode(history, 0, inputs, inputsAt);
        readMotion(index, targets, targetsAt);
        for (int i = 0; i < joints; i++) {
          targets[targetsAt + i] -= errors[i];
        }
        scaling.inputs().apply(inputs, inputsAt);
        scaling.outputs().apply(targets, targetsAt);
      }
    };
  }
}
