package org.dextwin.dynamics.jointwise;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Transitions;
import org.dextwin.dynamics.jointwise.internal.coding.HistoryCode;
import org.dextwin.learning.training.Samples;
import org.dextwin.learning.training.Seeds;

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
    int from = first[index] * 2 * code.joints();
    code.encode(rows, from, inputs, inputsAt);
    int next = from + code.size();
    for (int i = 0; i < code.joints(); i++) {
      motions[motionsAt + i] = rows[next + i] - rows[from + code.last(i)];
    }
  }

  /**
   * Scales the samples for a network, with positions that have strayed: their errors are a random
   * walk, as are those of a model that is followed for some steps, and the motion to learn is the
   * one that leads back to where the joints went.
   *
   * <p><i>References</i>: Sanchez-Gonzalez et al., Learning to simulate complex physics with graph
   * networks, ICML 2020, Section 4.2.
   *
   * @param scaling of inputs and outputs
   * @param deviation standard deviation of the last position [rad]
   * @param seed seed of the errors; each sample has its own
   */
  Samples strayed(GroupScaling scaling, double deviation, long seed) {
    double step = deviation / Math.sqrt(code.window());
    return new Samples() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public void read(int index, float[] inputs, int inputsAt, float[] targets, int targetsAt) {
        float[] history =
            Arrays.copyOfRange(
                rows,
                first[index] * 2 * code.joints(),
                first[index] * 2 * code.joints() + code.size());
        float[] errors = new float[code.joints()];
        SplittableRandom random = new SplittableRandom(Seeds.derive(seed, index));
        for (int k = 0; k < code.window(); k++) {
          for (int i = 0; i < errors.length; i++) {
            errors[i] += (float) (step * random.nextGaussian());
            history[2 * k * code.joints() + i] += errors[i];
          }
        }
        readRaw(index, inputs, inputsAt, targets, targetsAt);
        code.encode(history, 0, inputs, inputsAt);
        for (int i = 0; i < errors.length; i++) {
          targets[targetsAt + i] -= errors[i];
        }
        scaling.inputs().apply(inputs, inputsAt);
        scaling.outputs().apply(targets, targetsAt);
      }
    };
  }

  /** Scales the samples for a network. */
  Samples scaled(GroupScaling scaling) {
    return new Samples() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public void read(int index, float[] inputs, int inputsAt, float[] targets, int targetsAt) {
        readRaw(index, inputs, inputsAt, targets, targetsAt);
        scaling.inputs().apply(inputs, inputsAt);
        scaling.outputs().apply(targets, targetsAt);
      }
    };
  }
}
