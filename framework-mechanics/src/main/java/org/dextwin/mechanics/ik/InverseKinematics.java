package org.dextwin.mechanics.ik;

import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.JointVector;
import org.dextwin.mechanics.collision.ClearanceField;
import org.dextwin.mechanics.kinematics.JointRanges;
import org.dextwin.mechanics.kinematics.KinematicTree;

/**
 * Finds joint positions at which links are where they should be: damped least squares within joint
 * limits from several starts, the same for the same seed. Where the targets leave joints free,
 * these move towards mid-range or the given posture; what must not be touched is kept away by a
 * penalty on signed distances, and a solution that touches it is none.
 *
 * <p>The damping is half the squared error plus a small constant, which lets the search cross
 * singular configurations and converge quadratically.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Sugihara 2011, "Solvability-unconcerned
 * inverse kinematics by the Levenberg-Marquardt method" (damping); D-REX, Eq. 30 (collisions).
 */
public final class InverseKinematics {

  private static final double LEAST_DAMPING = 1e-9;

  /** Longest move of a joint in one step [rad or m]. */
  private static final double LONGEST_STEP = 1;

  /** A search that gains less than this share in {@link #PATIENCE} steps is given up. */
  private static final double LEAST_GAIN = 0.01;

  private static final int PATIENCE = 12;

  /** Steps that follow the preference among solutions. */
  private static final int PREFERENCE_STEPS = 30;

  /** The penalty begins this much farther out than the distance to keep [m]. */
  private static final double BUFFER = 0.01;

  /** Weight of a distance against an error of position, both in metres: while searching. */
  private static final double SOFT = 3;

  /** The same while leaving obstacles, where the targets cannot be reached. */
  private static final double HARD = 30;

  private final KinematicTree tree;
  private final Pose X_WB;
  private final ClearanceField field;
  private final IkOptions options;
  private final JointRanges ranges;
  private final DampedStep damped;

  /**
   * Prepares for a robot that has nothing to touch.
   *
   * @param tree the robot
   * @param X_WB pose of its root link in the world
   * @param options how to search
   */
  public InverseKinematics(KinematicTree tree, Pose X_WB, IkOptions options) {
    this(tree, X_WB, options, q -> Double.POSITIVE_INFINITY);
  }

  /**
   * Prepares for a robot among things that it must not touch.
   *
   * @param tree the robot
   * @param X_WB pose of its root link in the world
   * @param options how to search
   * @param field signed distance from what must not be touched
   */
  public InverseKinematics(KinematicTree tree, Pose X_WB, IkOptions options, ClearanceField field) {
    this.tree = tree;
    this.X_WB = X_WB;
    this.options = options;
    this.field = field;
    ranges = new JointRanges(tree.model());
    damped = new DampedStep(ranges.lower(), ranges.upper());
  }

  /**
   * Searches for a configuration at which all targets are reached.
   *
   * @param targets where links are to be
   * @param start where to start from, and the posture to keep to
   * @return the first solution, or else the best configuration found
   * @throws IllegalArgumentException if a target names no link of the robot, or there is none
   * @throws org.dextwin.api.model.JointOrderException if the start is in another order than the
   *     kinematic one
   */
  public IkSolution solve(List<IkTarget> targets, JointVector start) {
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("inverse kinematics needs a target");
    }
    return new Search(targets, start.values(tree.order())).run();
  }

  /** A configuration and what is wrong with it. */
  private static final class Candidate {
    final double[] q;
    final double residual;
    final double clearance;

    Candidate(double[] q, double residual, double clearance) {
      this.q = q;
      this.residual = residual;
      this.clearance = clearance;
    }
  }

  private final class Search {
    private final TaskErrors errors;
    private final double[] posture;
    private SplittableRandom random = new SplittableRandom(options.seed());
    private final double[] step;
    private final double[] secondary;
    private boolean avoiding = true;
    private int iterations;

    Search(List<IkTarget> targets, double[] posture) {
      errors = new TaskErrors(tree, X_WB, targets);
      this.posture = posture;
      step = new double[posture.length];
      secondary = new double[posture.length];
    }

    IkSolution run() {
      double[] q = posture.clone();
      ranges.clamp(q);
      Candidate best = descend(q);
      int starts = 1;
      while (!isSolved(best) && starts < options.starts()) {
        Candidate next = descend(ranges.draw(random));
        best = isBetter(next, best) ? next : best;
        starts++;
      }
      if (isSolved(best) && options.limitAvoidance() + options.postureGain() > 0) {
        Candidate preferred = prefer(best);
        boolean improved = distaste(preferred.q) < distaste(best.q);
        best = isSolved(preferred) && improved ? preferred : best;
      }
      return new IkSolution(
          isSolved(best) ? IkSolution.Outcome.SOLVED : failure(best),
          new JointVector(tree.order(), best.q),
          best.residual,
          best.clearance,
          starts,
          iterations);
    }

    /** Tells targets that only something in the way keeps from being reached from others. */
    private IkSolution.Outcome failure(Candidate best) {
      if (best.clearance == Double.POSITIVE_INFINITY) {
        return IkSolution.Outcome.NOT_REACHED;
      }
      avoiding = false;
      random = new SplittableRandom(options.seed());
      boolean reached = isReached(best) || isReached(descend(best.q.clone(), 0, 0));
      for (int i = 1; i < options.starts() && !reached; i++) {
        reached = isReached(descend(ranges.draw(random), 0, 0));
      }
      return reached ? IkSolution.Outcome.IN_COLLISION : IkSolution.Outcome.NOT_REACHED;
    }

    /**
     * Descends round obstacles with some distance first. What is clear then may go as near to them
     * as is allowed; what is not is pushed out, at the cost of its targets.
     */
    private Candidate descend(double[] q) {
      Candidate found = descend(q, BUFFER, SOFT);
      if (isSolved(found)) {
        return found;
      }
      double[] from = found.q.clone();
      return isClear(found) ? descend(from, 0, SOFT) : descend(from, BUFFER, HARD);
    }

    private Candidate descend(double[] q, double buffer, double weight) {
      double reference = Double.POSITIVE_INFINITY;
      int sinceGain = 0;
      for (int i = 0; i < options.iterations(); i++) {
        evaluate(q, buffer, weight);
        if (errors.residual() <= options.tolerance()
            && errors.closestPenalised() >= options.clearance()) {
          break;
        }
        if (errors.cost() < (1 - LEAST_GAIN) * reference) {
          reference = errors.cost();
          sinceGain = 0;
        } else if (++sinceGain > PATIENCE) {
          break;
        }
        move(q, secondary);
      }
      return candidate(q);
    }

    /** Follows the preference in the nullspace, then returns to the targets. */
    private Candidate prefer(Candidate solution) {
      double[] q = solution.q.clone();
      double[] z = new double[q.length];
      for (int i = 0; i < PREFERENCE_STEPS; i++) {
        evaluate(q, BUFFER, SOFT);
        for (int j = 0; j < q.length; j++) {
          z[j] =
              options.postureGain() * (posture[j] - q[j])
                  + options.limitAvoidance() * (ranges.middle(j, q[j]) - q[j]);
        }
        move(q, z);
      }
      return descend(q);
    }

    /** What the preference descends: its negative gradient is the secondary step. */
    private double distaste(double[] q) {
      double sum = 0;
      for (int j = 0; j < q.length; j++) {
        double fromPosture = q[j] - posture[j];
        double fromMiddle = q[j] - ranges.middle(j, q[j]);
        sum +=
            options.postureGain() * fromPosture * fromPosture
                + options.limitAvoidance() * fromMiddle * fromMiddle;
      }
      return sum;
    }

    private void evaluate(double[] q, double buffer, double weight) {
      errors.evaluate(q);
      if (avoiding) {
        errors.penalise(field, q, options.clearance() + buffer, weight);
      }
    }

    private void move(double[] q, double[] z) {
      iterations++;
      // Sugihara 2011, Eq. 15
      double lambda = errors.cost() + LEAST_DAMPING;
      damped.solve(q, errors.curvature, errors.descent, z, lambda, step);
      double longest = LONGEST_STEP;
      for (double each : step) {
        longest = Math.max(longest, Math.abs(each));
      }
      for (int i = 0; i < q.length; i++) {
        q[i] += step[i] * LONGEST_STEP / longest;
      }
      ranges.clamp(q);
    }

    private Candidate candidate(double[] q) {
      errors.evaluate(q);
      return new Candidate(q, errors.residual(), field.clearance(q));
    }
  }

  private boolean isReached(Candidate candidate) {
    return candidate.residual <= options.tolerance();
  }

  private boolean isClear(Candidate candidate) {
    return candidate.clearance >= options.clearance();
  }

  private boolean isSolved(Candidate candidate) {
    return isReached(candidate) && isClear(candidate);
  }

  /** What is clear beats what is not; then what is closer to its targets. */
  private boolean isBetter(Candidate one, Candidate other) {
    return isClear(one) == isClear(other) ? one.residual < other.residual : isClear(one);
  }
}
