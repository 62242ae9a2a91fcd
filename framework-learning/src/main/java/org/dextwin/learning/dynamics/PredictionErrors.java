package org.dextwin.learning.dynamics;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.learning.Transitions;

/**
 * How far a model's predictions are from recordings. Open loop, the model goes on from its own
 * predictions and sees nothing of the recording but the targets.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param samples number of predictions that were looked at
 * @param perJoint root mean square error of each joint at the last step [rad]
 * @param total root mean square error of all joints at the last step [rad]
 */
public record PredictionErrors(long samples, List<Double> perJoint, double total) {

  /** Histories that are predicted at once. */
  private static final int BATCH = 1024;

  /**
   * Copies the list.
   *
   * @param samples number of predictions that were looked at
   * @param perJoint root mean square error of each joint at the last step [rad]
   * @param total root mean square error of all joints at the last step [rad]
   */
  public PredictionErrors {
    perJoint = List.copyOf(perJoint);
  }

  /**
   * Looks one step ahead, from every step.
   *
   * @param model the model
   * @param transitions recordings of the same joints at the same rate
   * @return the errors
   * @throws IllegalArgumentException if they do not fit, or no recording is long enough
   */
  public static PredictionErrors oneStep(DynamicsModel model, Transitions transitions) {
    return openLoop(model, transitions, 1, 1);
  }

  /**
   * Looks several steps ahead.
   *
   * @param model the model
   * @param transitions recordings of the same joints at the same rate
   * @param horizon steps ahead, at least 1
   * @param every steps from one start to the next, at least 1
   * @return the errors at the last of these steps
   * @throws IllegalArgumentException if they do not fit, or no recording is long enough
   */
  public static PredictionErrors openLoop(
      DynamicsModel model, Transitions transitions, int horizon, int every) {
    DynamicsSpec spec = model.spec();
    if (!spec.joints().equals(transitions.joints()) || spec.period() != transitions.period()) {
      throw new IllegalArgumentException(
          "the model predicts "
              + spec
              + ", but the recordings are of "
              + transitions.joints()
              + ", one every "
              + transitions.period()
              + " s");
    }
    double[] squares = new double[spec.joints().size()];
    long samples = 0;
    for (int e = 0; e < transitions.episodes().size(); e++) {
      int last = transitions.episodes().get(e).steps() - horizon;
      int start = spec.window() - 1;
      while (start <= last) {
        int count = Math.min(BATCH, (last - start) / every + 1);
        add(model, transitions, e, start, every, count, horizon, squares);
        samples += count;
        start += count * every;
      }
    }
    if (samples == 0) {
      throw new IllegalArgumentException(
          "no recording is longer than the window of "
              + spec.window()
              + " and the horizon of "
              + horizon
              + " steps");
    }
    long count = samples;
    return new PredictionErrors(
        samples,
        Arrays.stream(squares).map(sum -> Math.sqrt(sum / count)).boxed().toList(),
        Math.sqrt(Arrays.stream(squares).sum() / count / squares.length));
  }

  /** Adds squared errors of predictions that start so many steps apart. */
  private static void add(
      DynamicsModel model,
      Transitions transitions,
      int e,
      int start,
      int every,
      int count,
      int horizon,
      double[] squares) {
    DynamicsSpec spec = model.spec();
    Transitions.Episode episode = transitions.episodes().get(e);
    int size = spec.historySize();
    int n = spec.joints().size();
    float[] histories = new float[count * size];
    for (int c = 0; c < count; c++) {
      transitions.history(e, start + c * every, spec.window(), histories, c * size);
    }
    float[] next = model.predict(histories, count);
    for (int h = 1; h < horizon; h++) {
      System.arraycopy(histories, 2 * n, histories, 0, count * size - 2 * n);
      for (int c = 0; c < count; c++) {
        int newest = c * size + spec.positionAt(spec.window() - 1, 0);
        System.arraycopy(next, c * n, histories, newest, n);
        int row = (start + c * every + h) * n;
        System.arraycopy(episode.targets(), row, histories, newest + n, n);
      }
      next = model.predict(histories, count);
    }
    for (int c = 0; c < count; c++) {
      for (int j = 0; j < n; j++) {
        int truth = (start + c * every + horizon) * n + j;
        double error = (double) next[c * n + j] - episode.positions()[truth];
        squares[j] += error * error;
      }
    }
  }
}
