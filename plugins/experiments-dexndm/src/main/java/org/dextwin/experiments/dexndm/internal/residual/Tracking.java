package org.dextwin.experiments.dexndm.internal.residual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.learning.proprioception.CompensatedPolicy;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.training.Seeds;

/**
 * How far joints in one world are from where the same targets bring them in another, the reference,
 * with corrections and without.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * @param context the run
 * @param reference the world that is to be matched
 * @param target the world in which the hand moves
 * @param trials episodes
 * @param seed from which their seeds are derived
 */
public record Tracking(
    ExperimentContext context,
    ProprioceptiveTask reference,
    ProprioceptiveTask target,
    int trials,
    long seed) {

  static final String DIRECT = "direct_errors_rad";
  static final String CORRECTED = "corrected_errors_rad";
  static final String JOINTS_DIRECT = "direct_joint_errors_rad";
  static final String JOINTS_CORRECTED = "corrected_joint_errors_rad";
  static final String CORRECTIONS = "joint_corrections_rad";

  /**
   * Plays all trials.
   *
   * @param what what is measured, in a few words
   * @param base the base policy
   * @param corrected base and corrections
   * @return root mean square errors of each trial and of each joint, and the mean corrections
   */
  public Item measure(String what, Policy base, CompensatedPolicy corrected) {
    int n = reference.proprioception().joints().size();
    Errors direct = new Errors(n);
    Errors after = new Errors(n);
    try (Environment at = reference.open();
        Environment there = target.open();
        Progress progress = context.progress(what, trials)) {
      for (int trial = 0; trial < trials; trial++) {
        long own = Seeds.derive(seed, trial);
        List<float[]> wanted = play(at, base, own);
        direct.add(wanted, play(there, base, own));
        after.add(wanted, play(there, corrected, own));
        progress.advance(1);
      }
    }
    return Item.empty()
        .with(DIRECT, direct.perTrial)
        .with(CORRECTED, after.perTrial)
        .with(JOINTS_DIRECT, direct.perJoint())
        .with(JOINTS_CORRECTED, after.perJoint())
        .with(CORRECTIONS, corrected.meanCorrections());
  }

  /** Joint positions of an episode, step by step. */
  private List<float[]> play(Environment environment, Policy policy, long own) {
    Proprioception body = reference.proprioception();
    int newest = body.positionAt(body.window() - 1, 0);
    List<float[]> positions = new ArrayList<>();
    policy.reset(own);
    float[] observation = environment.reset(own);
    Optional<StepOutcome.Ending> ending = Optional.empty();
    while (ending.isEmpty()) {
      context.checkCancelled();
      StepOutcome outcome = environment.step(policy.act(observation));
      observation = outcome.observation();
      ending = outcome.ending();
      float[] q = new float[body.joints().size()];
      System.arraycopy(observation, newest, q, 0, q.length);
      positions.add(q);
    }
    return positions;
  }

  /** Sums of squared errors. */
  private static final class Errors {

    private final List<Double> perTrial = new ArrayList<>();
    private final double[] squares;
    private long steps;

    Errors(int joints) {
      squares = new double[joints];
    }

    void add(List<float[]> wanted, List<float[]> actual) {
      int common = Math.min(wanted.size(), actual.size());
      double sum = 0;
      for (int t = 0; t < common; t++) {
        for (int j = 0; j < squares.length; j++) {
          double error = (double) actual.get(t)[j] - wanted.get(t)[j];
          squares[j] += error * error;
          sum += error * error;
        }
      }
      steps += common;
      perTrial.add(Math.sqrt(sum / common / squares.length));
    }

    List<Double> perJoint() {
      List<Double> errors = new ArrayList<>();
      for (double square : squares) {
        errors.add(Math.sqrt(square / steps));
      }
      return errors;
    }
  }
}
