package org.dextwin.experiments.dexndm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.Transitions;
import org.dextwin.experiments.dexndm.internal.collect.Collection;
import org.dextwin.experiments.dexndm.internal.collect.Collection.Base;
import org.dextwin.experiments.dexndm.internal.collect.Collection.Source;
import org.dextwin.experiments.dexndm.internal.efficiency.Kept;
import org.dextwin.learning.proprioception.ProprioceptiveTask;

/** The recordings of a run, each made once and read when it is first needed. */
final class Recordings {

  /** Steps of an episode that ends by the clock (DexNDM, section 3.3). */
  private static final int EPISODE = 400;

  private final Collection collection;
  private final Tasks tasks;
  private final Base base;
  private final Map<String, Supplier<Transitions>> made = new HashMap<>();

  Recordings(
      ExperimentContext context,
      Tasks tasks,
      Supplier<Policy> policies,
      ProprioceptiveTask home,
      int episodes,
      long seed) {
    this.tasks = tasks;
    collection = new Collection(context, seed);
    base = new Base(policies, home, episodes);
  }

  /** Rollouts of the base policy where it is at home. */
  Transitions rollouts() {
    return collection.rollouts(base);
  }

  /** Records at least so many steps, if no episode ends early. */
  Supplier<Transitions> make(DistributionConfig distribution, String name, long steps) {
    int episodes = (int) ((steps + EPISODE - 1) / EPISODE);
    return made.computeIfAbsent(name, it -> record(distribution, it, episodes));
  }

  private Supplier<Transitions> record(DistributionConfig distribution, String name, int episodes) {
    collection.record(
        new Source(
            name,
            tasks.at(distribution.task()),
            distribution.actions(),
            distribution.noise(),
            episodes),
        distribution.actions().needsBase() ? Optional.of(base) : Optional.empty());
    return new Kept<>(() -> collection.read(name));
  }
}
