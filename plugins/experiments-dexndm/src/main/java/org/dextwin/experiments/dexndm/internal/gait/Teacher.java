package org.dextwin.experiments.dexndm.internal.gait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.rotation.RotationMeasures;
import org.dextwin.learning.training.Seeds;

/**
 * Shows a gait, by its {@link Orbit} and not by the clock, which who learns from a history does not
 * see. The teacher plays alone, disturbed so that coming back is shown as well, or by turns with
 * who learns from it and brings the hand back from where that has led it; what is shown is the
 * teacher's action, whoever plays.
 *
 * <p><i>Thread safety</i>: thread-safe.
 *
 * <p><i>References</i>: Laskey et al., DART: noise injection for robust imitation learning, CoRL
 * 2017; Ross et al., A reduction of imitation learning and structured prediction to no-regret
 * online learning (DAgger), AISTATS 2011; DexNDM, section 3.2, for keeping successes alone.
 */
public final class Teacher {

  /** Steps of a turn. */
  private static final int STRETCH = 40;

  private final String name;
  private final ProprioceptiveTask task;
  private final Proprioception body;
  private final Orbit orbit;
  private final double noise;

  /**
   * Makes a teacher.
   *
   * @param name name of the gait
   * @param task where it is played
   * @param gait the gait
   * @param noise standard deviation of the disturbance of an action
   */
  public Teacher(String name, ProprioceptiveTask task, Gait gait, double noise) {
    this.name = name;
    this.task = task;
    this.body = task.proprioception();
    this.orbit = new Orbit(gait, body);
    this.noise = noise;
  }

  /**
   * Returns the name of the gait.
   *
   * @return its name
   */
  public String name() {
    return name;
  }

  /**
   * Returns where the gait is played.
   *
   * @return the task
   */
  public ProprioceptiveTask task() {
    return task;
  }

  /**
   * An episode.
   *
   * @param steps what was seen, with the teacher's actions
   * @param success whether the object was held to the end
   * @param turned angle turned [rad]
   */
  record Lesson(List<Demonstration> steps, boolean success, double turned) {}

  /**
   * Shows an episode.
   *
   * @param environment where
   * @param learner who plays by turns with the teacher; left out, the teacher plays disturbed
   * @param seed seed of the episode
   * @return its steps with the teacher's actions
   */
  Lesson show(Environment environment, Optional<Policy> learner, long seed) {
    SplittableRandom random = new SplittableRandom(Seeds.derive(seed, 1));
    learner.ifPresent(it -> it.reset(seed));
    float[] observation = environment.reset(seed);
    List<Demonstration> shown = new ArrayList<>();
    boolean learns = false;
    while (true) {
      if (shown.size() % STRETCH == 0) {
        learns = learner.isPresent() && random.nextBoolean();
      }
      float[] action = action(observation);
      shown.add(
          new Demonstration(name + " " + seed + ", step " + shown.size(), observation, action));
      float[] played = learns ? learner.orElseThrow().act(observation) : action.clone();
      for (int i = 0; learner.isEmpty() && i < played.length; i++) {
        played[i] += (float) (noise * random.nextGaussian());
      }
      StepOutcome outcome = environment.step(played);
      if (outcome.ending().isPresent()) {
        return new Lesson(
            shown,
            outcome.ending().get().success(),
            outcome.measures().getOrDefault(RotationMeasures.ROT, 0.0));
      }
      observation = outcome.observation();
    }
  }

  private float[] action(float[] observation) {
    float[] targets = new float[body.joints().size()];
    System.arraycopy(observation, body.targetAt(body.window() - 1, 0), targets, 0, targets.length);
    return body.actionBetween(targets, orbit.after(targets));
  }
}
