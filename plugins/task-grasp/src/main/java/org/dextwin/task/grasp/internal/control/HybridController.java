package org.dextwin.task.grasp.internal.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.devices.safety.JacobianForceMap;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * Position-force hybrid control: every joint is drawn to its target, with no more torque than the
 * commanded force of its finger takes, and gravity is fed forward, that of the fingers and, once it
 * is lifted, that of the object, of which the fingers bear their shares w,
 *
 * <pre>
 *   tau = clamp(kp (target - q), +-Kt I(F, q)) + g(q) + sum J_i^T w_i m g.
 * </pre>
 *
 * The servo knows a target and a limit only. Its target is set beyond the present position by what
 * gives this torque, and its limit is the declared cap; so its damping acts on top, which keeps a
 * finger that yields from swinging. A finger that alone opposes others gets head room above its
 * share: it stands at its target like a wall, and the others press against it; were all to yield,
 * nothing would hold the object in its place.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: D-REX 2025, 4.4 and A.8.
 */
public final class HybridController {

  /** A finger whose tip is to move less than this does not push [m]. */
  private static final double LEAST_PUSH = 1e-3;

  /** A finger of a larger share opposes all others: balance gives it one half. */
  private static final double ALONE = 0.45;

  private static final double HEAD_ROOM = 1.5;

  private final HandModel hand;
  private final KinematicTree tree;
  private final LinkPoses poses;
  private final JacobianForceMap map;
  private final double torqueConstant;
  private final Vec3 gravityInPalm;
  private final int[] toKinematic;
  private final double[] gravity;
  private final double[] jacobian;
  private final double[] targets;
  private final double[] limits;

  /**
   * Prepares for a hand at a fixed rotation.
   *
   * @param hand the hand
   * @param motors what its motors may give
   * @param palm R_WH of the palm in the world
   * @param gravity acceleration of free fall, in the world [m/s^2]
   */
  public HybridController(HandModel hand, Motors motors, Quat palm, Vec3 gravity) {
    this.hand = hand;
    this.tree = new KinematicTree(hand.robot());
    this.poses = tree.newPoses();
    poses.setRoot(Pose.identity(Pose.WORLD, hand.robot().root()));
    this.map = new JacobianForceMap(hand, motors.torqueConstant(), motors.usableMa(hand));
    this.torqueConstant = motors.torqueConstant();
    this.gravityInPalm = palm.inverse().rotate(gravity);
    this.toKinematic = hand.robot().motorOrder().permutationTo(tree.order());
    this.gravity = new double[tree.velocityCount()];
    this.jacobian = new double[3 * tree.velocityCount()];
    this.targets = new double[toKinematic.length];
    this.limits = new double[toKinematic.length];
    Arrays.fill(limits, motors.usableTorque(hand));
  }

  /**
   * Returns how the fingers share the force of a squeeze from one posture towards another.
   *
   * @param from joint positions in motor order [rad]
   * @param to the same, deeper in the object
   * @return share of each finger
   */
  public double[] shares(double[] from, double[] to) {
    List<Vec3> start = tips(from);
    List<Vec3> end = tips(to);
    List<Vec3> directions = new ArrayList<>();
    for (int i = 0; i < start.size(); i++) {
      Vec3 path = end.get(i).minus(start.get(i));
      directions.add(path.norm() < LEAST_PUSH ? Vec3.ZERO : path.normalized());
    }
    return ForceShares.of(directions);
  }

  private List<Vec3> tips(double[] motors) {
    place(motors);
    List<Vec3> tips = new ArrayList<>();
    for (Finger finger : hand.fingers()) {
      tips.add(poses.point(tree.linkIndex(finger.tipLink()), finger.tip()));
    }
    return tips;
  }

  private void place(double[] motors) {
    double[] q = new double[toKinematic.length];
    for (int i = 0; i < q.length; i++) {
      q[i] = motors[toKinematic[i]];
    }
    tree.forward(q, 0, poses);
  }

  /**
   * Returns the largest force of each finger for a grip.
   *
   * @param shares share of each finger
   * @param grip sum of the normal forces [N]
   * @return forces [N]
   */
  public static double[] forces(double[] shares, double grip) {
    double[] forces = new double[shares.length];
    for (int i = 0; i < forces.length; i++) {
      forces[i] = shares[i] * grip * (shares[i] > ALONE ? HEAD_ROOM : 1);
    }
    return forces;
  }

  /**
   * Chooses what the servos are told.
   *
   * @param q joint positions in motor order [rad]
   * @param target where the joints are drawn to [rad]
   * @param forces force of each finger [N]
   * @param loads weight that each finger bears [N]
   */
  public void command(double[] q, double[] target, double[] forces, double[] loads) {
    double[] milliamperes = map.milliamperes(forces, q);
    place(q);
    tree.gravityTorques(poses, gravityInPalm, gravity);
    addLoads(loads);
    for (int i = 0; i < toKinematic.length; i++) {
      int motor = toKinematic[i];
      Actuator servo = hand.robot().actuators().get(motor);
      double limit = torqueConstant * milliamperes[motor] / 1000;
      double spring = servo.kp() * (target[motor] - q[motor]);
      double torque = Math.max(-limit, Math.min(spring, limit)) + gravity[i];
      targets[motor] = q[motor] + torque / servo.kp();
    }
  }

  private void addLoads(double[] loads) {
    int nv = tree.velocityCount();
    Vec3 up = gravityInPalm.normalized().negated();
    for (int i = 0; i < loads.length; i++) {
      if (loads[i] > 0) {
        Finger finger = hand.fingers().get(i);
        tree.pointJacobian(poses, tree.linkIndex(finger.tipLink()), finger.tip(), jacobian);
        for (int v = 0; v < nv; v++) {
          gravity[v] +=
              loads[i]
                  * (up.x() * jacobian[v]
                      + up.y() * jacobian[nv + v]
                      + up.z() * jacobian[2 * nv + v]);
        }
      }
    }
  }

  /**
   * Returns the targets of the last command.
   *
   * @return targets in motor order [rad]; do not write to it
   */
  public double[] targets() {
    return targets;
  }

  /**
   * Returns the limits of torque.
   *
   * @return limits in motor order [N m]; do not write to it
   */
  public double[] limits() {
    return limits;
  }
}
