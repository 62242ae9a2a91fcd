package org.dextwin.experiments.dexndm.internal.efficiency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.learning.Transitions.Episode;
import org.dextwin.api.spi.InvalidInputException;

/** Takes portions of recordings. */
public final class Portion {

  private Portion() {}

  /**
   * Takes so many steps from an episode on, going on at the first episode after the last one; the
   * last episode that is taken is cut off.
   *
   * @param all the recording
   * @param first number of the first episode
   * @param steps number of steps
   * @return the portion
   * @throws InvalidInputException if the recording is shorter
   */
  public static Transitions of(Transitions all, int first, long steps) {
    if (all.count(1) < steps) {
      throw new InvalidInputException(
          "a recording has "
              + all.count(1)
              + " steps, but "
              + steps
              + " are to be learnt from: objects were dropped; record more episodes");
    }
    List<Episode> taken = new ArrayList<>();
    int count = all.episodes().size();
    long left = steps;
    for (int e = 0; e < count && left > 0; e++) {
      Episode episode = all.episodes().get((first + e) % count);
      int used = (int) Math.min(left, episode.steps());
      taken.add(cut(episode, used, all.joints().size()));
      left -= used;
    }
    return new Transitions(all.joints(), all.period(), taken);
  }

  private static Episode cut(Episode episode, int steps, int joints) {
    return steps == episode.steps()
        ? episode
        : new Episode(
            episode.source(),
            steps,
            Arrays.copyOf(episode.positions(), (steps + 1) * joints),
            Arrays.copyOf(episode.targets(), steps * joints));
  }
}
