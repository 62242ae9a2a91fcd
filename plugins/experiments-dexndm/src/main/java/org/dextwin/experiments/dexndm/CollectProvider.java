package org.dextwin.experiments.dexndm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Settings;
import org.dextwin.experiments.dexndm.internal.collect.Collection;
import org.dextwin.learning.proprioception.ProprioceptiveTask;

/** Provides the experiment {@code collect}. */
public final class CollectProvider implements ComponentProvider<Experiment, CollectConfig> {

  @Override
  public Class<Experiment> type() {
    return Experiment.class;
  }

  @Override
  public String name() {
    return "collect";
  }

  @Override
  public CollectConfig configure(Settings settings) {
    return settings.as(CollectConfig.class);
  }

  @Override
  public Experiment create(CollectConfig config, ComponentContext context) {
    Map<String, ProprioceptiveTask> tasks = new HashMap<>();
    config
        .sources()
        .forEach(source -> tasks.put(source.task().path(), task(source.task(), context)));
    Optional<Collection.Base> base =
        config
            .base()
            .map(
                ref -> {
                  Policy policy = new SharedPolicy(context.resolve(ref));
                  ProprioceptiveTask home =
                      task(config.baseTask().orElse(config.sources().get(0).task()), context);
                  return new Collection.Base(
                      () -> policy, home, config.used(config.baseEpisodes()));
                });
    return new Collect(
        config,
        context.resolve(config.hand()).model(),
        tasks,
        base,
        context.random("collect").nextLong());
  }

  private static ProprioceptiveTask task(ComponentRef<Task> ref, ComponentContext context) {
    return Bodies.require(ref.path(), context.resolve(ref));
  }

  /**
   * Lets threads take turns at one policy whose actions depend on the observation alone.
   *
   * @param policy the policy
   */
  private record SharedPolicy(Policy policy) implements Policy {

    @Override
    public PolicySpec spec() {
      return policy.spec();
    }

    @Override
    public void reset(long seed) {
      synchronized (policy) {
        policy.reset(seed);
      }
    }

    @Override
    public float[] act(float[] observation) {
      synchronized (policy) {
        return policy.act(observation);
      }
    }

    @Override
    public void close() {
      // belongs to the assembly
    }
  }
}
