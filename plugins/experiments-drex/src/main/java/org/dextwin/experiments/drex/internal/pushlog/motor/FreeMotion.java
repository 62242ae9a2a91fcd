package org.dextwin.experiments.drex.internal.pushlog.motor;

import java.util.ArrayList;
import java.util.List;

/**
 * How the joints of a hand move where nothing is in their way: effort = scale * gravity torque +
 * friction of the joint + inertia of its class * acceleration. A joint in contact lies above. What
 * the driver commands already holds its damping, so a further viscous term cannot be told from dry
 * friction and is left out.
 *
 * <p>All joints share the scale, so the weight of the fingers gives the unit of the efforts. Joints
 * built alike have like friction: else a steady contact, such as of a sliding object, would pass
 * for friction of the one joint that pushes. The fit is robust and one-sided ({@link
 * OneSidedLoss}): joints in contact need not be known beforehand.
 *
 * @param joints the moving joints
 * @param classes numbers of their inertia classes, without repeats
 * @param x scale [driver units/(N m)], then frictions [driver units] by joint, then inertias
 *     [driver units s^2] by class, then usual frictions [driver units] by class
 * @param covariance covariance of x
 * @param costs sum of the loss after every iteration
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FreeMotion(
    List<MovingJoint> joints,
    List<Integer> classes,
    double[] x,
    double[][] covariance,
    List<Double> costs) {

  /** Spread of free motion about the law, as part of the largest command. */
  private static final double SPREAD = 0.04;

  /** Readings are smoothed over 70 ms; more rows than one in 10 ms say nothing new. */
  private static final double ROW_STEP_S = 0.01;

  /** So many neighbouring rows repeat each other: smoothing window over row step. */
  private static final double CORRELATED_ROWS = 6;

  /** Spread of friction among joints built alike, as part of the largest command. */
  private static final double FRICTION_SPREAD = 0.05;

  /** Weight of likeness beside one row: it is one fact, where {@link #CORRELATED_ROWS} are one. */
  private static final double LIKENESS =
      CORRELATED_ROWS * (SPREAD / FRICTION_SPREAD) * (SPREAD / FRICTION_SPREAD);

  // Rows while the object moves are rather in contact: less trusted, and less still at first.
  private static final double FIRST_TRUST = 0.3 * 0.3;
  private static final double TRUST = 0.7 * 0.7;

  /** The object may move this long before its tilt shows [s]. */
  private static final double EARLIER_S = 0.1;

  /**
   * Fits the law.
   *
   * @param objectOnset when the object starts to move [s]
   * @param objectEnd when it rests again [s]
   */
  static FreeMotion fit(
      List<MovingJoint> joints, double objectOnset, double objectEnd, Stopping stopping) {
    List<Integer> classes = joints.stream().map(MovingJoint::inertiaClass).distinct().toList();
    WeightedRows rows = new WeightedRows(1 + joints.size() + 2 * classes.size());
    List<Double> trusts = new ArrayList<>();
    for (MovingJoint joint : joints) {
      int step = Math.max(1, (int) Math.round(ROW_STEP_S / joint.period()));
      for (int i = joint.first(); i < joint.last(); i += step) {
        rows.add(row(joints, classes, joint, i), joint.effort()[i]);
        boolean free = joint.times()[i] < objectOnset - EARLIER_S || joint.times()[i] > objectEnd;
        trusts.add(free ? 1.0 : TRUST);
      }
    }
    return fit(joints, classes, rows, trusts, stopping);
  }

  private static FreeMotion fit(
      List<MovingJoint> joints,
      List<Integer> classes,
      WeightedRows rows,
      List<Double> trusts,
      Stopping stopping) {
    OneSidedLoss loss = new OneSidedLoss(SPREAD * largestCommand(joints));
    for (MovingJoint joint : joints) {
      rows.add(likeness(joints, classes, joint), 0);
    }
    double[] weights = new double[rows.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i >= trusts.size() ? LIKENESS : trusts.get(i) < 1 ? FIRST_TRUST : 1;
    }
    double[] x = rows.solve(weights);
    List<Double> costs = new ArrayList<>();
    costs.add(reweigh(loss, rows.residuals(x), trusts, weights));
    for (int iteration = 0; iteration < stopping.limit(); iteration++) {
      x = rows.solve(weights);
      double before = costs.get(costs.size() - 1);
      double cost = reweigh(loss, rows.residuals(x), trusts, weights);
      costs.add(cost);
      if (before - cost < stopping.relativeFall() * before) {
        break;
      }
    }
    double[][] covariance = rows.inverseNormal(roots(weights));
    for (double[] row : covariance) {
      for (int k = 0; k < row.length; k++) {
        row[k] *= CORRELATED_ROWS * loss.sigma() * loss.sigma();
      }
    }
    return new FreeMotion(joints, classes, x, covariance, List.copyOf(costs));
  }

  /** Sets the weights that belong to the residuals and returns their cost. */
  private static double reweigh(
      OneSidedLoss loss, double[] residuals, List<Double> trusts, double[] weights) {
    double cost = 0;
    for (int i = trusts.size(); i < residuals.length; i++) {
      cost += LIKENESS * residuals[i] * residuals[i] / 2;
    }
    for (int i = 0; i < trusts.size(); i++) {
      weights[i] = trusts.get(i) * loss.weight(residuals[i]);
      cost += trusts.get(i) * loss.cost(residuals[i]);
    }
    return cost;
  }

  private static double[] roots(double[] values) {
    double[] roots = new double[values.length];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = Math.sqrt(values[i]);
    }
    return roots;
  }

  /** The row of a joint's friction against the usual one of its class. */
  private static double[] likeness(
      List<MovingJoint> joints, List<Integer> classes, MovingJoint joint) {
    int inertias = 1 + joints.size();
    double[] row = new double[inertias + 2 * classes.size()];
    row[1 + joints.indexOf(joint)] = 1;
    row[inertias + classes.size() + classes.indexOf(joint.inertiaClass())] = -1;
    return row;
  }

  private static double[] row(
      List<MovingJoint> joints, List<Integer> classes, MovingJoint joint, int reading) {
    double[] row = new double[1 + joints.size() + 2 * classes.size()];
    row[0] = joint.gravity()[reading];
    row[1 + joints.indexOf(joint)] = 1;
    row[1 + joints.size() + classes.indexOf(joint.inertiaClass())] = joint.acceleration()[reading];
    return row;
  }

  static double largestCommand(List<MovingJoint> joints) {
    double largest = 0;
    for (MovingJoint joint : joints) {
      for (int i = joint.first(); i < joint.last(); i++) {
        largest = Math.max(largest, Math.abs(joint.command()[i]));
      }
    }
    return largest;
  }

  /** Derivative of a joint's free effort by x at a reading. */
  double[] gradient(MovingJoint joint, int reading) {
    return row(joints, classes, joint, reading);
  }

  /** Effort with which a joint would move freely as it does [driver units]. */
  double effort(MovingJoint joint, int reading) {
    return WeightedRows.dot(gradient(joint, reading), x);
  }

  double scale() {
    return x[0];
  }

  double scaleSigma() {
    return Math.sqrt(Math.max(0, covariance[0][0]));
  }

  double friction(MovingJoint joint) {
    return x[1 + joints.indexOf(joint)];
  }

  double inertia(MovingJoint joint) {
    return x[1 + joints.size() + classes.indexOf(joint.inertiaClass())];
  }
}
