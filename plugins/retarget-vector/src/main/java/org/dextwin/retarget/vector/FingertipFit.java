package org.dextwin.retarget.vector;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.mechanics.collision.ClearanceField;
import org.dextwin.mechanics.ik.DampedStep;
import org.dextwin.mechanics.kinematics.JointRanges;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * Brings fingertips to their places as closely as the rest allows: minimises
 *
 * <pre>
 *   sum |t_i - p_i|^2 + o^2 sum |(t_i - t_0) - (p_i - p_0)|^2     tips p, targets t, thumb 0
 *   + s^2 |q - q_before|^2 + r^2 |q - q_middle|^2                 smoothness, posture
 *   + c^2 sum max(0, d_min - d)^2                                 clearance d of pairs of fingers
 *   + a^2 |palm's shift|^2 + b^2 |palm's turn|^2                  where the palm may yield
 * </pre>
 *
 * within joint limits, and no farther from the pose before than a joint may go in one, by damped
 * Gauss-Newton steps whose damping falls while they succeed.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Nocedal and Wright 2006, "Numerical
 * optimization", section 10.3 (Levenberg-Marquardt).
 */
final class FingertipFit {

  private static final int ITERATIONS = 40;

  /** Joints that move less in a step have arrived [rad or m]. */
  private static final double SMALLEST_STEP = 1e-6;

  /** A step that gains a smaller share of the cost is the last one. */
  private static final double SMALLEST_GAIN = 1e-7;

  private static final double FIRST_DAMPING = 1e-6;
  private static final double LEAST_DAMPING = 1e-10;
  private static final double MOST_DAMPING = 1e3;

  /** Longest move of a joint in one step [rad or m]. */
  private static final double LONGEST_STEP = 0.5;

  private final Carrier carrier;
  private final KinematicTree tree;
  private final VectorConfig.Weights weights;
  private final int thumb;
  private final LinkPoses poses;
  private final ClearanceField clearance;
  private final int[] tipLinks;
  private final Vec3[] tips;
  private final int palmLink;
  private final double[] middle;
  private final JointRanges ranges;

  // where joints may be: their limits, narrowed about the pose before
  private final double[] lower;
  private final double[] upper;
  private final DampedStep damped;

  // normal equations: curvature J^T J and descent J^T e
  private final double[] curvature;
  private final double[] descent;
  private double cost;

  private final Vec3[] errors;
  private final double[][] tipJacobians;
  private final double[] palmJacobian;
  private final double[] row;
  private final double[] zero;
  private final double[] step;

  FingertipFit(Carrier carrier, HandLikeness likeness, VectorConfig.Weights weights) {
    this.carrier = carrier;
    this.weights = weights;
    tree = carrier.tree();
    thumb = likeness.thumb().orElse(-1);
    poses = tree.newPoses();
    clearance = new FingerSkeleton(tree, carrier.fingers());
    List<Finger> followers =
        likeness.pairs().stream()
            .map(pair -> carrier.fingers().get(carrier.hand().fingers().indexOf(pair.finger())))
            .toList();
    tipLinks = followers.stream().mapToInt(finger -> tree.linkIndex(finger.tipLink())).toArray();
    tips = followers.stream().map(Finger::tip).toArray(Vec3[]::new);
    palmLink = tree.linkIndex(carrier.palm());
    middle = carrier.middle();
    ranges = new JointRanges(tree.model());
    lower = ranges.lower();
    upper = ranges.upper();
    damped = new DampedStep(lower, upper);
    int n = ranges.size();
    curvature = new double[n * n];
    descent = new double[n];
    errors = new Vec3[tips.length];
    Arrays.fill(errors, Vec3.ZERO);
    tipJacobians = new double[tips.length][3 * n];
    palmJacobian = new double[6 * n];
    row = new double[n];
    zero = new double[n];
    step = new double[n];
  }

  /**
   * Fits.
   *
   * @param X_WB where the root of the carrier is
   * @param targets p_WF for each fingertip
   * @param palm X_WH that the palm should have; empty if it cannot move
   * @param before joint positions to stay near to, if any
   * @param q where to start from; overwritten
   * @return the cost
   */
  double fit(
      Pose X_WB, List<Vec3> targets, Optional<Pose> palm, Optional<double[]> before, double[] q) {
    poses.setRoot(X_WB);
    bound(before);
    clamp(q);
    double lambda = FIRST_DAMPING;
    double[] best = q.clone();
    evaluate(q, targets, palm, before);
    for (int i = 0; i < ITERATIONS; i++) {
      double bestCost = cost;
      double moved = move(q, lambda);
      evaluate(q, targets, palm, before);
      while (cost >= bestCost && moved > SMALLEST_STEP && lambda < MOST_DAMPING) {
        lambda *= 10;
        System.arraycopy(best, 0, q, 0, q.length);
        evaluate(q, targets, palm, before);
        moved = move(q, lambda);
        evaluate(q, targets, palm, before);
      }
      if (cost >= bestCost) {
        System.arraycopy(best, 0, q, 0, q.length);
        evaluate(q, targets, palm, before);
        return cost;
      }
      System.arraycopy(q, 0, best, 0, q.length);
      lambda = Math.max(LEAST_DAMPING, lambda / 10);
      if (moved <= SMALLEST_STEP || bestCost - cost <= SMALLEST_GAIN * bestCost) {
        break;
      }
    }
    return cost;
  }

  /** Distance of a fingertip from its target, after a fit [m]. */
  double error(int tip) {
    return errors[tip].norm();
  }

  /** Distance of the fingertip that is farthest from its target, after a fit [m]. */
  double worstError() {
    return Arrays.stream(errors).mapToDouble(Vec3::norm).max().orElse(0);
  }

  /** Steps from where the normal equations were evaluated; returns the longest move of a joint. */
  private double move(double[] q, double lambda) {
    damped.solve(q, curvature, descent, zero, lambda, step);
    double longest = 0;
    for (double each : step) {
      longest = Math.max(longest, Math.abs(each));
    }
    double factor = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
    for (int i = 0; i < q.length; i++) {
      q[i] += factor * step[i];
    }
    clamp(q);
    return factor * longest;
  }

  private void bound(Optional<double[]> before) {
    for (int i = 0; i < ranges.size(); i++) {
      double reach = before.isPresent() ? weights.largestStepRad() : Double.POSITIVE_INFINITY;
      double centre = before.isPresent() ? before.get()[i] : 0;
      lower[i] = Math.max(ranges.joint(i).lower(), centre - reach);
      upper[i] = Math.min(ranges.joint(i).upper(), centre + reach);
    }
  }

  private void clamp(double[] q) {
    for (int i = 0; i < q.length; i++) {
      q[i] = Math.max(lower[i], Math.min(upper[i], q[i]));
    }
  }

  private void evaluate(
      double[] q, List<Vec3> targets, Optional<Pose> palm, Optional<double[]> before) {
    tree.forward(q, 0, poses);
    Arrays.fill(curvature, 0);
    Arrays.fill(descent, 0);
    cost = 0;
    for (int i = 0; i < tips.length; i++) {
      tree.pointJacobian(poses, tipLinks[i], tips[i], tipJacobians[i]);
      errors[i] = targets.get(i).minus(poses.point(tipLinks[i], tips[i]));
      addVector(1, errors[i], tipJacobians[i], 0);
    }
    for (int i = 0; i < tips.length && thumb >= 0 && weights.opposition() > 0; i++) {
      if (i != thumb) {
        addDifference(weights.opposition(), errors[i], errors[thumb], i);
      }
    }
    for (int v = carrier.isReal() ? 0 : carrier.handStart(); v < q.length; v++) {
      addScalar(weights.postureM(), middle[v] - q[v], v);
      if (before.isPresent()) {
        addScalar(weights.smoothnessM(), before.get()[v] - q[v], v);
      }
    }
    if (weights.clearance() > 0) {
      clearance.forEachNearer(q, weights.selfClearanceM(), this::addClearance);
    }
    palm.ifPresent(this::addPalm);
  }

  private void addClearance(double distance, double[] gradient) {
    for (int v = 0; v < row.length; v++) {
      row[v] = weights.clearance() * gradient[v];
    }
    addRow(weights.clearance() * (weights.selfClearanceM() - distance), row);
  }

  private void addPalm(Pose X_WH) {
    tree.jacobian(poses, palmLink, palmJacobian);
    // rotation vector from where the palm is to where it should be, as the Jacobian's angular rows
    Vec3 turn = X_WH.rotation().times(poses.rotation(palmLink).inverse()).log();
    addVector(weights.palmTurnM(), turn, palmJacobian, 0);
    Vec3 shift = X_WH.position().minus(poses.position(palmLink));
    addVector(weights.palm(), shift, palmJacobian, 3);
  }

  /** Adds the squared difference of two errors of tips, times w^2. */
  private void addDifference(double w, Vec3 error, Vec3 thumbError, int tip) {
    int nv = row.length;
    Vec3 difference = error.minus(thumbError);
    double[] e = {difference.x(), difference.y(), difference.z()};
    for (int k = 0; k < 3; k++) {
      for (int v = 0; v < nv; v++) {
        row[v] = w * (tipJacobians[tip][k * nv + v] - tipJacobians[thumb][k * nv + v]);
      }
      addRow(w * e[k], row);
    }
  }

  private void addVector(double w, Vec3 error, double[] jacobian, int firstRow) {
    int nv = row.length;
    double[] e = {error.x(), error.y(), error.z()};
    for (int k = 0; k < 3; k++) {
      for (int v = 0; v < nv; v++) {
        row[v] = w * jacobian[(firstRow + k) * nv + v];
      }
      addRow(w * e[k], row);
    }
  }

  private void addScalar(double w, double error, int v) {
    descent[v] += w * w * error;
    curvature[v * row.length + v] += w * w;
    cost += w * w * error * error;
  }

  private void addRow(double error, double[] jacobian) {
    int nv = row.length;
    for (int i = 0; i < nv; i++) {
      double j = jacobian[i];
      if (j != 0) {
        descent[i] += j * error;
        for (int k = 0; k < nv; k++) {
          curvature[i * nv + k] += j * jacobian[k];
        }
      }
    }
    cost += error * error;
  }
}
