package org.dextwin.experiments.dexndm.internal.gait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.training.Seeds;

/**
 * Shows a gait. Actions are disturbed before they are played, and what is shown is how to come back
 * to the path that the targets take undisturbed. That path, not the gait itself, is what can be
 * told from a history: where a gait is faster than targets may move, they only run after it.
 *
 * <p><i>Thread safety</i>: thread-safe.
 *
 * <p><i>References</i>: Laskey et al., DART: noise injection for robust imitation learning, CoRL
 * 2017; DexNDM, section 3.2, for keeping successes alone.
 *
 * @param name name of the gait
 * @param task where it is played
 * @param gait the gait
 * @param noise standard deviation of the disturbance of an action
 */
public record Teacher(String name, ProprioceptiveTask task, Gait gait, double noise) {

  /**
   * Plays an episode.
   *
   * @param environment where
   * @param seed seed of the episode
   * @return its steps; empty if the object was dropped
   */
  Optional<List<Demonstration>> show(Environment environment, long seed) {
    Proprioception body = task.proprioception();
    SplittableRandom random = new SplittableRandom(Seeds.derive(seed, 1));
    float[] observation = environment.reset(seed);
    float[] path = targets(body, observation);
    List<Demonstration> shown = new ArrayList<>();
    while (true) {
      float[] wanted = new float[path.length];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = (float) gait.target(i, (shown.size() + 1) * body.period());
      }
      body.advance(path, body.actionBetween(path, wanted));
      float[] action = body.actionBetween(targets(body, observation), path);
      shown.add(
          new Demonstration(name + " " + seed + ", step " + shown.size(), observation, action));
      float[] played = action.clone();
      for (int i = 0; i < played.length; i++) {
        played[i] += (float) (noise * random.nextGaussian());
      }
      StepOutcome outcome = environment.step(played);
      if (outcome.ending().isPresent()) {
        return outcome.ending().get().success() ? Optional.of(shown) : Optional.empty();
      }
      observation = outcome.observation();
    }
  }

  private static float[] targets(Proprioception body, float[] observation) {
    float[] targets = new float[body.joints().size()];
    System.arraycopy(observation, body.targetAt(body.window() - 1, 0), targets, 0, targets.length);
    return targets;
  }
}
