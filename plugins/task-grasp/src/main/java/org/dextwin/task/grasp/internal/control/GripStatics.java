package org.dextwin.task.grasp.internal.control;

import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * The slip inequality of a grip. Fingers that push with normal forces F_i hold, by friction alone,
 * a weight of
 *
 * <pre>
 *   m g gamma &lt;= mu sum F_i
 * </pre>
 *
 * which for two fingers is D-REX's F >= m g gamma / (2 mu). Finger i pushes with at most the force
 * that takes the torque cap at its hardest joint whatever the direction, F_i &lt;= tau_cap / max_j
 * |J_j|, the map by which forces become currents ({@link
 * org.dextwin.devices.safety.JacobianForceMap}); and the fingers share the squeeze so that it
 * balances ({@link ForceShares}).
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: D-REX 2025, A.6.
 */
public final class GripStatics {

  private static final double GRAVITY = 9.80665;

  /** Makes statics for each thread that asks; they are all alike. */
  public interface Source {

    /**
     * Returns statics of the caller's own.
     *
     * @return the statics
     */
    GripStatics get();
  }

  private final HandModel hand;
  private final KinematicTree tree;
  private final LinkPoses poses;
  private final double[] jacobian;
  private final double torqueCap;
  private final double friction;
  private final double frictionPerLoad;

  /**
   * Prepares for a hand.
   *
   * @param hand the hand
   * @param motors what its motors may give
   * @param friction mu, between fingers and object
   * @param gamma safety factor of the weight, 1 or more
   */
  public GripStatics(HandModel hand, Motors motors, double friction, double gamma) {
    this.hand = hand;
    this.tree = new KinematicTree(hand.robot());
    this.poses = tree.newPoses();
    this.jacobian = new double[3 * tree.velocityCount()];
    this.torqueCap = motors.usableTorque(hand);
    this.friction = friction;
    this.frictionPerLoad = friction / gamma;
  }

  /**
   * Returns the largest sum of normal forces.
   *
   * @param q joint positions in the kinematic order [rad]
   * @param shares share of each finger, of sum 1
   * @return N with F_i = w_i N within every finger's limit [N]
   */
  public double largestGrip(double[] q, double[] shares) {
    tree.forward(q, 0, poses);
    double grip = Double.POSITIVE_INFINITY;
    List<Finger> fingers = hand.fingers();
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > 0) {
        grip = Math.min(grip, torqueCap / (hardestLever(fingers.get(i)) * shares[i]));
      }
    }
    return Double.isInfinite(grip) ? 0 : grip;
  }

  private double hardestLever(Finger finger) {
    int nv = tree.velocityCount();
    tree.pointJacobian(poses, tree.linkIndex(finger.tipLink()), finger.tip(), jacobian);
    double largest = 0;
    for (int v = 0; v < nv; v++) {
      largest =
          Math.max(largest, new Vec3(jacobian[v], jacobian[nv + v], jacobian[2 * nv + v]).norm());
    }
    return largest;
  }

  /**
   * Returns the mass that a grip holds.
   *
   * @param grip sum of the normal forces [N]
   * @return m = mu N / (g gamma) [kg]
   */
  public double heldMass(double grip) {
    return frictionPerLoad * grip / GRAVITY;
  }

  /**
   * Returns the grip that holds a mass.
   *
   * @param mass mass [kg]
   * @return N = m g gamma / mu [N]
   */
  public double neededGrip(double mass) {
    return mass * GRAVITY / frictionPerLoad;
  }

  /**
   * Returns by how much friction outweighs a mass.
   *
   * @param grip sum of the normal forces [N]
   * @param mass mass [kg]
   * @return mu N / (m g); the object slips below 1
   */
  public double slipMargin(double grip, double mass) {
    return friction * grip / (mass * GRAVITY);
  }
}
