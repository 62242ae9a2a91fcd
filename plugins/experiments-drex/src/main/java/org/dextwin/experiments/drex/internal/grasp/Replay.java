package org.dextwin.experiments.drex.internal.grasp;

import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;

/**
 * Replays a demonstration in each episode, drawn by the episode's seed, whatever it sees.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class Replay implements Policy {

  private final PolicySpec spec;
  private final List<Demonstration> demonstrations;
  private float[] action;

  Replay(PolicySpec spec, List<Demonstration> demonstrations) {
    this.spec = spec;
    this.demonstrations = demonstrations;
    this.action = demonstrations.get(0).action();
  }

  @Override
  public PolicySpec spec() {
    return spec;
  }

  @Override
  public void reset(long seed) {
    int drawn = new SplittableRandom(seed).nextInt(demonstrations.size());
    action = demonstrations.get(drawn).action();
  }

  @Override
  public float[] act(float[] observation) {
    return action.clone();
  }

  @Override
  public void close() {}
}
