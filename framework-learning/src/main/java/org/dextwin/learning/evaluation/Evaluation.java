package org.dextwin.learning.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dextwin.learning.statistics.Interval;

/**
 * Episodes of one task played by one policy.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param episodes the episodes, in order of their numbers
 */
public record Evaluation(List<PlayedEpisode> episodes) {

  /**
   * Copies the list.
   *
   * @param episodes the episodes, in order of their numbers
   */
  public Evaluation {
    episodes = List.copyOf(episodes);
  }

  /**
   * Returns how many episodes achieved the task.
   *
   * @return number of successes
   */
  public int successes() {
    return (int) episodes.stream().filter(episode -> episode.ending().success()).count();
  }

  /**
   * Returns the 95 % interval of the probability of success.
   *
   * @return the interval
   */
  public Interval successInterval() {
    return Interval.wilson(successes(), episodes.size());
  }

  /**
   * Counts how the episodes ended.
   *
   * @return number of episodes by cause, in alphabetical order
   */
  public Map<String, Long> causes() {
    return episodes.stream()
        .map(episode -> episode.ending().cause())
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  /**
   * Returns the sum of rewards of each episode.
   *
   * @return rewards in order of the episodes
   */
  public double[] rewards() {
    return episodes.stream().mapToDouble(PlayedEpisode::reward).toArray();
  }
}
