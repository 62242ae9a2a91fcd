package org.dextwin.policy.graspmlp;

import org.dextwin.learning.training.Loss;
import org.dextwin.learning.training.Terms;

/**
 * The weighted sum of three terms: mean squared error of the joint targets, binary cross-entropy of
 * contact and retention, mean squared error of the force. The network computes the last three
 * before their sigmoid.
 *
 * @param joints joint targets per action
 * @param action weight of the joint targets
 * @param feasibility weight of contact and retention
 * @param force weight of the force
 */
record GraspLoss(int joints, double action, double feasibility, double force) implements Loss {

  /** L_a + L_r + L_f, D-REX Algorithm 2, line 10. */
  static GraspLoss ofImitation(GraspShape shape) {
    return new GraspLoss(shape.joints(), 1, 1, 1);
  }

  /** 0.8 L_r + 0.3 L_f by default, D-REX Algorithm 2, line 23. */
  static GraspLoss ofRefinement(GraspShape shape, GraspMlpConfig config) {
    return new GraspLoss(
        shape.joints(), config.actionWeight(), config.feasibilityWeight(), config.forceWeight());
  }

  @Override
  public double evaluate(
      float[] outputs, int at, float[] targets, int targetsAt, double scale, float[] gradient) {
    double actions =
        Terms.meanSquare(outputs, at, targets, targetsAt, joints, action * scale, gradient);
    int labels = at + joints;
    int truth = targetsAt + joints;
    double feasible =
        Terms.binaryCrossEntropy(
            outputs, labels, targets, truth, GraspShape.FEASIBILITY, feasibility * scale, gradient);
    double forces =
        Terms.sigmoidMeanSquare(
            outputs,
            labels + GraspShape.FEASIBILITY,
            targets,
            truth + GraspShape.FEASIBILITY,
            1,
            force * scale,
            gradient);
    return action * actions + feasibility * feasible + force * forces;
  }
}
