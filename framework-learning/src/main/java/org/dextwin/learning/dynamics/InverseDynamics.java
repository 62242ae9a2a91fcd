package org.dextwin.learning.dynamics;

import java.util.List;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.learning.Transitions;

/**
 * Which targets move a hand from reading to reading. Forward dynamics predicts positions from a
 * history of positions and targets; with the two exchanged, the same trainers learn to predict
 * targets from a history of targets and of the positions that they led to.
 *
 * <p>Learned from a free hand, the prediction is what a motion takes without load. What was
 * commanded beyond it is the virtual force of the load, in radians of target.
 *
 * <p><i>References</i>: Liu et al., DexNDM, 2025, Section A.3.
 */
public final class InverseDynamics {

  private InverseDynamics() {}

  /**
   * Exchanges positions and targets. Of the result, position k is target k of the recording, and
   * target k is the position that target k + 1 led to: what is known when target k + 1 is sought.
   *
   * @param transitions recordings
   * @return recordings of inverse dynamics, one step shorter, for a trainer of dynamics models
   */
  public static Transitions exchange(Transitions transitions) {
    int n = transitions.joints().size();
    List<Transitions.Episode> episodes =
        transitions.episodes().stream()
            .filter(episode -> episode.steps() >= 2)
            .map(
                episode -> {
                  int steps = episode.steps() - 1;
                  float[] reached = new float[steps * n];
                  System.arraycopy(episode.positions(), 2 * n, reached, 0, reached.length);
                  return new Transitions.Episode(
                      episode.source(), steps, episode.targets(), reached);
                })
            .toList();
    return new Transitions(transitions.joints(), transitions.period(), episodes);
  }

  /**
   * Returns what targets were beyond those of a free hand.
   *
   * @param inverse a model trained on {@link #exchange exchanged} recordings of the free hand
   * @param transitions recordings of the hand under load
   * @param episode index of the recording
   * @return virtual forces [rad], row-major, shape (steps - window, joints); row k belongs to step
   *     k + window
   */
  public static float[] virtualForces(DynamicsModel inverse, Transitions transitions, int episode) {
    DynamicsSpec spec = inverse.spec();
    Transitions exchanged =
        exchange(
            new Transitions(
                transitions.joints(),
                transitions.period(),
                List.of(transitions.episodes().get(episode))));
    int n = spec.joints().size();
    int count = Math.toIntExact(exchanged.count(spec.window()));
    float[] histories = new float[count * spec.historySize()];
    for (int c = 0; c < count; c++) {
      exchanged.history(0, c + spec.window() - 1, spec.window(), histories, c * spec.historySize());
    }
    float[] forces = inverse.predict(histories, count);
    float[] targets = transitions.episodes().get(episode).targets();
    for (int i = 0; i < forces.length; i++) {
      forces[i] = targets[spec.window() * n + i] - forces[i];
    }
    return forces;
  }
}
