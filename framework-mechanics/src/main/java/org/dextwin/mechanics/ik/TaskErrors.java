package org.dextwin.mechanics.ik;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.mechanics.collision.ClearanceField;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * Errors of all targets at a configuration and, per joint, the normal equations that reduce them: H
 * = J^T J and g = J^T e, with the penalty of what is too close.
 */
final class TaskErrors {

  private record Row(int link, IkTarget target) {}

  private final KinematicTree tree;
  private final LinkPoses poses;
  private final List<Row> rows;
  private final double[] pointJacobian;
  private final double[] linkJacobian;

  /** J^T J, row-major, shape (nv, nv). */
  final double[] curvature;

  /** J^T e, shape (nv). */
  final double[] descent;

  private double squaredResidual;
  private double squaredPenalty;
  private double closest;

  TaskErrors(KinematicTree tree, Pose X_WB, List<IkTarget> targets) {
    this.tree = tree;
    int nv = tree.velocityCount();
    poses = tree.newPoses();
    poses.setRoot(X_WB);
    rows = targets.stream().map(it -> new Row(tree.linkIndex(it.link()), it)).toList();
    pointJacobian = new double[3 * nv];
    linkJacobian = new double[6 * nv];
    curvature = new double[nv * nv];
    descent = new double[nv];
  }

  /** Norm of the errors of all targets [m and rad]. */
  double residual() {
    return Math.sqrt(squaredResidual);
  }

  /** Half the sum of squared errors and penalties. */
  double cost() {
    return 0.5 * (squaredResidual + squaredPenalty);
  }

  /** Smallest of the distances that the last penalty saw [m]; infinite if none. */
  double closestPenalised() {
    return closest;
  }

  /** Evaluates errors and normal equations. */
  void evaluate(double[] q) {
    tree.forward(q, 0, poses);
    Arrays.fill(curvature, 0);
    Arrays.fill(descent, 0);
    squaredResidual = 0;
    squaredPenalty = 0;
    closest = Double.POSITIVE_INFINITY;
    for (Row row : rows) {
      if (row.target instanceof IkTarget.OfPoint point) {
        tree.pointJacobian(poses, row.link, point.pointInLink(), pointJacobian);
        add(
            point.positionInWorld().minus(poses.point(row.link, point.pointInLink())),
            pointJacobian,
            0);
      } else if (row.target instanceof IkTarget.OfPose pose) {
        tree.jacobian(poses, row.link, linkJacobian);
        Pose X_WT = pose.poseInWorld();
        // rotation vector from R_WL to R_WT, in the world as the Jacobian's angular rows
        Vec3 turn = X_WT.rotation().times(poses.rotation(row.link).inverse()).log();
        add(turn, linkJacobian, 0);
        add(X_WT.position().minus(poses.position(row.link)), linkJacobian, 3);
      }
    }
  }

  /** Adds three equations, those of the Jacobian from a row on. */
  private void add(Vec3 error, double[] jacobian, int firstRow) {
    int nv = descent.length;
    addRow(error.x(), jacobian, firstRow * nv);
    addRow(error.y(), jacobian, (firstRow + 1) * nv);
    addRow(error.z(), jacobian, (firstRow + 2) * nv);
    squaredResidual += error.dot(error);
  }

  private void addRow(double error, double[] jacobian, int offset) {
    int nv = descent.length;
    for (int i = 0; i < nv; i++) {
      double j = jacobian[offset + i];
      if (j != 0) {
        descent[i] += j * error;
        for (int k = 0; k < nv; k++) {
          curvature[i * nv + k] += j * jacobian[offset + k];
        }
      }
    }
  }

  /** Adds (w (threshold - d))^2 for each pair nearer than a threshold: D-REX Eq. 30, softened. */
  void penalise(ClearanceField field, double[] q, double threshold, double weight) {
    double[] weighted = new double[q.length];
    field.forEachNearer(
        q,
        threshold,
        (distance, gradient) -> {
          double violation = weight * (threshold - distance);
          for (int i = 0; i < weighted.length; i++) {
            weighted[i] = weight * gradient[i];
          }
          addRow(violation, weighted, 0);
          squaredPenalty += violation * violation;
          closest = Math.min(closest, distance);
        });
  }
}
