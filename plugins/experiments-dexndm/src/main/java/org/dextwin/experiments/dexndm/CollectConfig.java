package org.dextwin.experiments.dexndm;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.Task;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.experiments.dexndm.internal.collect.Actions;

/**
 * Settings of the experiment {@code collect}.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param scale how much is done
 * @param hand the hand
 * @param sources what is recorded
 * @param base policy that is replayed or played
 * @param baseTask where the targets to be replayed are recorded
 * @param baseEpisodes episodes that are recorded there
 * @param noiseProbability probability that a replayed step is disturbed
 * @param noiseRad standard deviation of the disturbance [rad]
 * @param reference source by whose steps coverage is measured
 */
record CollectConfig(
    @Key(
            doc =
                "How much is done: smoke, 4 episodes of each source, or paper-shape, all of them.",
            byDefault = "smoke")
        Scale scale,
    @Key(doc = "The hand, whose fingers the report is about.", byDefault = "hand")
        ComponentRef<Hand> hand,
    @Key(doc = "What is recorded, one after the other.") List<SourceConfig> sources,
    @Key(doc = "The policy that is replayed or played; needed by such sources.")
        Optional<ComponentRef<Policy>> base,
    @Key(doc = "Where the targets to be replayed are recorded first; needed by replay.")
        Optional<ComponentRef<Task>> baseTask,
    @Key(doc = "Episodes that are recorded there.", byDefault = "40", atLeast = 1) int baseEpisodes,
    @Key(
            doc = "Probability that a replayed step is disturbed.",
            byDefault = "0.5",
            atLeast = 0,
            atMost = 1)
        double noiseProbability,
    @Key(doc = "Standard deviation of the disturbance.", byDefault = "0.01", atLeast = 0)
        double noiseRad,
    @Key(doc = "Source by whose steps the coverage of all is measured; left out, it is not.")
        Optional<String> reference) {

  private static final int SMOKE = 4;

  /**
   * What is recorded.
   *
   * @param name its name
   * @param task the world
   * @param actions what drives the hand
   * @param episodes number of episodes
   */
  record SourceConfig(
      @Key(doc = "Its name, in kebab-case.") String name,
      @Key(doc = "The world; a task that says how a hand is felt and moved.")
          ComponentRef<Task> task,
      @Key(doc = "What drives the hand: replay, policy, waves or probe.") Actions actions,
      @Key(doc = "Number of episodes.", atLeast = 1) int episodes) {}

  /** Checks that what sources need is there. */
  CollectConfig {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("sources is empty; name one or more to record");
    }
    Set<String> names = new HashSet<>(Set.of("base"));
    for (SourceConfig source : sources) {
      if (!source.name().matches("[a-z0-9]+(-[a-z0-9]+)*") || !names.add(source.name())) {
        throw new IllegalArgumentException(
            "the name of source '"
                + source.name()
                + "' is not in kebab-case, is used twice, or is base");
      }
      boolean needsBase = source.actions().needsBase();
      boolean needsTask = source.actions() == Actions.REPLAY;
      if ((needsBase && base.isEmpty()) || (needsTask && baseTask.isEmpty())) {
        throw new IllegalArgumentException(
            "source '"
                + source.name()
                + "' needs base"
                + (source.actions() == Actions.REPLAY ? " and base-task" : ""));
      }
    }
    reference.ifPresent(
        it -> {
          if (!names.contains(it)) {
            throw new IllegalArgumentException(
                "reference is '" + it + "', but the sources are " + names);
          }
        });
  }

  int used(int episodes) {
    return scale.used(episodes, SMOKE);
  }
}
