package org.dextwin.retarget.vector;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;

/**
 * Fits pose after pose, each from the one before. A finger that is caught, behind another one or at
 * a limit, is searched for anew now and then; if that is much better, the robot goes over to it, no
 * faster than its joints may.
 */
final class WarmFit {

  /** A fingertip farther from its target may be caught [m]. */
  private static final double CAUGHT = 0.001;

  /** What is found anew must halve the error, or the robot stays where it is. */
  private static final double WORTH_GOING = 0.5;

  /** Poses between two searches: targets out of reach must not cost a search each. */
  private static final int PATIENCE = 3;

  private final FingertipFit fit;
  private final double largestStep;

  /** The fit of the last pose, and where the robot is, which may be on its way there. */
  private Optional<double[]> fitted = Optional.empty();

  private Optional<double[]> current = Optional.empty();
  private int sinceSearch;

  /** Distance of the worst fingertip after the last search [m]. */
  private double worstAnew;

  WarmFit(FingertipFit fit, VectorConfig.Weights weights) {
    this.fit = fit;
    largestStep = weights.largestStepRad();
  }

  /**
   * Fits the next pose.
   *
   * @param X_WB where the root of the carrier is
   * @param targets p_WF for each fingertip
   * @param palm X_WH that the palm should have; empty if it cannot move
   * @param starts finds starts without the pose before, the most promising first
   * @return joint positions
   */
  double[] next(
      Pose X_WB, List<Vec3> targets, Optional<Pose> palm, Supplier<List<double[]>> starts) {
    double[] q;
    if (fitted.isEmpty()) {
      q = anew(X_WB, targets, palm, starts.get());
      current = Optional.of(q);
    } else {
      q = fitted.get().clone();
      fit.fit(X_WB, targets, palm, fitted, q);
      double error = fit.worstError();
      sinceSearch++;
      if (error > CAUGHT && sinceSearch > PATIENCE) {
        double[] anew = anew(X_WB, targets, palm, starts.get());
        q = worstAnew < WORTH_GOING * error ? anew : q;
      }
      current = Optional.of(towards(q, current.orElseThrow()));
    }
    fitted = Optional.of(q);
    return current.get().clone();
  }

  /** Fits from one start after the other, until fingertips are where they should be. */
  private double[] anew(Pose X_WB, List<Vec3> targets, Optional<Pose> palm, List<double[]> starts) {
    double[] best = starts.get(0);
    double least = Double.POSITIVE_INFINITY;
    worstAnew = Double.POSITIVE_INFINITY;
    for (double[] start : starts) {
      double cost = fit.fit(X_WB, targets, palm, Optional.empty(), start);
      if (cost < least) {
        least = cost;
        best = start;
        worstAnew = fit.worstError();
      }
      if (worstAnew <= CAUGHT) {
        break;
      }
    }
    sinceSearch = 0;
    return best;
  }

  private double[] towards(double[] goal, double[] from) {
    double[] q = from.clone();
    for (int i = 0; i < q.length; i++) {
      double way = goal[i] - from[i];
      q[i] = Math.abs(way) <= largestStep ? goal[i] : from[i] + Math.copySign(largestStep, way);
    }
    return q;
  }

  void restart() {
    fitted = Optional.empty();
    current = Optional.empty();
  }
}
