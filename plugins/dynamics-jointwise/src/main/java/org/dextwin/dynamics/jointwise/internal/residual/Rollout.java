package org.dextwin.dynamics.jointwise.internal.residual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.training.Seeds;

/**
 * What a base policy did in an episode of its own world. Do not write to the arrays.
 *
 * @param steps number of steps
 * @param observations what it saw before each step, shape (steps, observation)
 * @param targets where it put the targets [rad], shape (steps, joints)
 * @param positions where the joints were before each step and after the last [rad], shape (steps +
 *     1, joints)
 * @param rest the targets before the first step [rad], shape (joints)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Rollout(int steps, float[] observations, float[] targets, float[] positions, float[] rest) {

  /** Copies the joint positions before a step; before the first one the hand was at rest. */
  void copyPosition(int step, float[] into, int at) {
    System.arraycopy(positions, Math.max(step, 0) * rest.length, into, at, rest.length);
  }

  /** Copies the targets of a step; before the first one the hand was at rest. */
  void copyTarget(int step, float[] into, int at) {
    float[] from = step < 0 ? rest : targets;
    System.arraycopy(from, Math.max(step, 0) * rest.length, into, at, rest.length);
  }

  /** Plays episodes, whose seeds follow from the run's. */
  static List<Rollout> play(ProprioceptiveTask task, Policy base, int episodes, TrainingRun run) {
    List<Rollout> rollouts = new ArrayList<>();
    try (Environment environment = task.open();
        Progress progress = run.progress("playing the base policy", episodes)) {
      for (int n = 0; n < episodes; n++) {
        run.checkCancelled();
        rollouts.add(
            episode(task.proprioception(), environment, base, Seeds.derive(run.seed(), n)));
        progress.advance(1);
      }
    }
    return rollouts;
  }

  private static Rollout episode(
      Proprioception body, Environment environment, Policy base, long seed) {
    List<float[]> seen = new ArrayList<>();
    base.reset(seed);
    seen.add(environment.reset(seed));
    Optional<StepOutcome.Ending> ending = Optional.empty();
    while (ending.isEmpty()) {
      StepOutcome outcome = environment.step(base.act(seen.get(seen.size() - 1)));
      seen.add(outcome.observation());
      ending = outcome.ending();
    }
    int steps = seen.size() - 1;
    int size = body.spec().observationSize();
    int n = body.joints().size();
    int newest = body.window() - 1;
    float[] observations = new float[steps * size];
    float[] targets = new float[steps * n];
    float[] positions = new float[(steps + 1) * n];
    for (int t = 0; t <= steps; t++) {
      float[] observation = seen.get(t);
      System.arraycopy(observation, body.positionAt(newest, 0), positions, t * n, n);
      if (t < steps) {
        System.arraycopy(observation, 0, observations, t * size, size);
        // the targets of a step stand in what is seen after it
        System.arraycopy(seen.get(t + 1), body.targetAt(newest, 0), targets, t * n, n);
      }
    }
    int inForce = body.targetAt(newest, 0);
    float[] rest = Arrays.copyOfRange(seen.get(0), inForce, inForce + n);
    return new Rollout(steps, observations, targets, positions, rest);
  }
}
