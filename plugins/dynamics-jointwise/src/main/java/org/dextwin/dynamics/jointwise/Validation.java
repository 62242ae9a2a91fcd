package org.dextwin.dynamics.jointwise;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dextwin.api.learning.Transitions;
import org.dextwin.learning.training.Shuffle;

/**
 * Sets part of the recordings aside, for all groups the same. Neighbours in time are nearly the
 * same sample, so whole recordings are set aside, or of a few the end of each.
 */
final class Validation {

  private Validation() {}

  /**
   * Splits the samples of recordings.
   *
   * @param transitions the recordings
   * @param window steps in a history
   * @param part part to set aside
   * @param seed chooses the recordings
   * @return numbers of samples, in the order of {@link Transitions}
   */
  static Shuffle.Split split(Transitions transitions, int window, double part, long seed) {
    List<Transitions.Episode> episodes = transitions.episodes();
    int aside = (int) Math.min(episodes.size() - 1L, Math.round(part * episodes.size()));
    boolean[] isAside = new boolean[episodes.size()];
    int[] order = Shuffle.permutation(episodes.size(), seed, 0);
    Arrays.stream(order, 0, aside).forEach(e -> isAside[e] = true);
    IntStream.Builder training = IntStream.builder();
    IntStream.Builder validation = IntStream.builder();
    int sample = 0;
    for (int e = 0; e < episodes.size(); e++) {
      int count = Math.max(0, episodes.get(e).steps() - window + 1);
      long end = aside == 0 ? count - Math.round(part * count) : isAside[e] ? 0 : count;
      for (int i = 0; i < count; i++) {
        (i < end ? training : validation).add(sample);
        sample++;
      }
    }
    return new Shuffle.Split(training.build().toArray(), validation.build().toArray());
  }
}
