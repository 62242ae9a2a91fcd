package org.dextwin.devices.safety;

import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * Statics of fingers: one that pushes with the force F needs the torques tau = J^T F of its joints,
 * J being the Jacobian of its tip. The direction of the push is not known, so a joint gets what it
 * needs for the one that is hardest on it: |tau_i| = |J_i| |F|, J_i being the column of the joint.
 * Friction is left out.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class FingertipStatics implements FingertipTorques {

  private final HandModel hand;
  private final KinematicTree tree;
  private final LinkPoses poses;
  private final int[] toKinematic;
  private final int[] motorOf;
  private final double[] jacobian;

  /**
   * Prepares for a hand.
   *
   * @param hand the hand
   */
  public FingertipStatics(HandModel hand) {
    this.hand = hand;
    this.tree = new KinematicTree(hand.robot());
    this.poses = tree.newPoses();
    this.toKinematic = hand.robot().motorOrder().permutationTo(tree.order());
    this.motorOf = tree.order().permutationTo(hand.robot().motorOrder());
    this.jacobian = new double[3 * tree.velocityCount()];
  }

  @Override
  public double[] newtonMetres(double[] forces, double[] q) {
    Currents.requireLength("forces", hand.fingers().size(), forces);
    Currents.requireLength("joint positions", toKinematic.length, q);
    double[] torques = new double[q.length];
    if (!place(q)) {
      return torques; // without a pose there is no lever, and without a lever no torque
    }
    for (int i = 0; i < forces.length; i++) {
      add(hand.fingers().get(i), Currents.sane(forces[i]), torques);
    }
    return torques;
  }

  private boolean place(double[] q) {
    double[] kinematic = new double[q.length];
    for (int i = 0; i < q.length; i++) {
      kinematic[i] = q[toKinematic[i]];
      if (!Double.isFinite(kinematic[i])) {
        return false;
      }
    }
    tree.forward(kinematic, 0, poses);
    return true;
  }

  private void add(Finger finger, double force, double[] torques) {
    int nv = tree.velocityCount();
    tree.pointJacobian(poses, tree.linkIndex(finger.tipLink()), finger.tip(), jacobian);
    for (int motor = 0; motor < nv; motor++) {
      int v = motorOf[motor];
      double lever = Math.hypot(Math.hypot(jacobian[v], jacobian[nv + v]), jacobian[2 * nv + v]);
      if (lever > 0 && force > 0) { // 0 m times infinity N is no torque
        torques[motor] += lever * force;
      }
    }
  }
}
