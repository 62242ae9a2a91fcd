package org.dextwin.testkit.learning;

import java.util.SplittableRandom;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.learning.Transitions;

/** What the contracts of dynamics models and of their trainers look at. */
final class DynamicsChecks {

  private DynamicsChecks() {}

  /** Histories of slow motions round zero. */
  static float[] histories(DynamicsSpec spec, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = spec.joints().size();
    float[] histories = new float[count * spec.historySize()];
    for (int c = 0; c < count; c++) {
      for (int j = 0; j < n; j++) {
        double q = random.nextDouble() - 0.5;
        for (int k = 0; k < spec.window(); k++) {
          double target = q + 0.2 * (random.nextDouble() - 0.5);
          int at = c * spec.historySize() + spec.positionAt(k, j);
          histories[at] = (float) q;
          histories[at + n] = (float) target;
          q += 0.3 * (target - q);
        }
      }
    }
    return histories;
  }

  /** Root mean square of prediction errors [rad], and of assuming that nothing moves. */
  record Errors(double model, double standstill) {

    static Errors of(DynamicsModel model, Transitions transitions) {
      DynamicsSpec spec = model.spec();
      int n = spec.joints().size();
      double modelSum = 0;
      double standstillSum = 0;
      for (int e = 0; e < transitions.episodes().size(); e++) {
        Transitions.Episode episode = transitions.episodes().get(e);
        for (int t = spec.window() - 1; t < episode.steps(); t++) {
          float[] history = new float[spec.historySize()];
          transitions.history(e, t, spec.window(), history, 0);
          float[] predicted = model.predict(history, 1);
          for (int j = 0; j < n; j++) {
            double next = episode.positions()[(t + 1) * n + j];
            modelSum += Math.pow(predicted[j] - next, 2);
            standstillSum += Math.pow(episode.positions()[t * n + j] - next, 2);
          }
        }
      }
      long count = transitions.count(spec.window()) * n;
      return new Errors(Math.sqrt(modelSum / count), Math.sqrt(standstillSum / count));
    }
  }
}
