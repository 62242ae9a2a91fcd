package org.dextwin.devices.safety;

import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * The map of statics: a finger that pushes with the force F needs the torques tau = J^T F of its
 * joints, J being the Jacobian of its tip, and a motor gives tau = Kt I. The direction of the push
 * is not known, so a joint gets what it needs for the one that is hardest on it: |tau_i| = |J_i|
 * |F|, J_i being the column of the joint. Friction is left out.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class JacobianForceMap implements ForceMap {

  private final HandModel hand;
  private final KinematicTree tree;
  private final LinkPoses poses;
  private final int[] toKinematic;
  private final int[] motorOf;
  private final double torqueConstant;
  private final double capMa;
  private final double[] jacobian;

  /**
   * Makes the map.
   *
   * @param hand the hand
   * @param torqueConstant Kt, torque per current of its motors [N m/A]
   * @param capMa largest current [mA]
   */
  public JacobianForceMap(HandModel hand, double torqueConstant, double capMa) {
    if (!(torqueConstant > 0) || Double.isInfinite(torqueConstant)) {
      throw new IllegalArgumentException(
          "the torque constant is " + torqueConstant + " N m/A; it must be positive");
    }
    this.hand = hand;
    this.tree = new KinematicTree(hand.robot());
    this.poses = tree.newPoses();
    this.toKinematic = hand.robot().motorOrder().permutationTo(tree.order());
    this.motorOf = tree.order().permutationTo(hand.robot().motorOrder());
    this.torqueConstant = torqueConstant;
    this.capMa = Currents.requireCap(capMa);
    this.jacobian = new double[3 * tree.velocityCount()];
  }

  @Override
  public double[] milliamperes(double[] forces, double[] q) {
    Currents.requireLength("forces", hand.fingers().size(), forces);
    Currents.requireLength("joint positions", toKinematic.length, q);
    double[] currents = new double[q.length];
    if (!place(q)) {
      return currents; // without a pose there is no lever, and without a lever no current
    }
    for (int i = 0; i < forces.length; i++) {
      add(hand.fingers().get(i), Currents.sane(forces[i]), currents);
    }
    return currents;
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

  private void add(Finger finger, double force, double[] currents) {
    int nv = tree.velocityCount();
    tree.pointJacobian(poses, tree.linkIndex(finger.tipLink()), finger.tip(), jacobian);
    for (int motor = 0; motor < nv; motor++) {
      int v = motorOf[motor];
      double lever = Math.hypot(Math.hypot(jacobian[v], jacobian[nv + v]), jacobian[2 * nv + v]);
      if (lever > 0 && force > 0) { // 0 m times infinity N is no torque
        double milliamperes = 1000 * lever * force / torqueConstant;
        currents[motor] = Math.min(capMa, currents[motor] + milliamperes);
      }
    }
  }
}
