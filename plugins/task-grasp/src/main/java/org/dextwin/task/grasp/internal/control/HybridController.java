package org.dextwin.task.grasp.internal.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.devices.safety.JacobianForceMap;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * Position-force hybrid control. Each fingertip is drawn to where its joint targets put it, with at
 * most the commanded force F_i whatever the distance; the joints that this leaves free are drawn to
 * their targets; gravity is fed forward, that of the fingers and, once it is lifted, that of the
 * object, of which the fingers bear their shares w_i,
 *
 * <pre>
 *   f_i = F_i e_i / max(|e_i|, s),     e_i = x_i(target) - x_i(q)
 *   tau = sum J_i^T (f_i + w_i m g) + N kp (target - q) + g(q),   N = I - J^+ J
 * </pre>
 *
 * within the limits of current that F_i takes through the hand's own map. The tips are drawn, not
 * the joints, so that the force has the direction of the way to the goal.
 *
 * <p>The servo knows a target and a limit only. Its target is set beyond the present position by
 * what gives this torque, and its limit is the declared cap; so its damping acts on top, which
 * keeps a finger that yields from swinging. A finger that alone opposes others gets head room above
 * its share: it stands at its target like a wall, and the others press against it; were all to
 * yield, nothing would hold the object in its place.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: D-REX 2025, 4.4 and A.8; Khatib 1987, "A
 * unified approach for motion and force control of robot manipulators".
 */
public final class HybridController {

  /** A finger whose tip is to move less than this does not push [m]. */
  private static final double LEAST_PUSH = 1e-3;

  /** A finger of a larger share opposes all others: balance gives it one half. */
  private static final double ALONE = 0.45;

  private static final double HEAD_ROOM = 1.5;

  /** Nearer to its goal than this, a tip is drawn with less than its force: s [m]. */
  private static final double YIELD = 0.005;

  /** Square of a lever that moves nothing [m^2]. */
  private static final double SINGULAR = 1e-8;

  private final HandModel hand;
  private final KinematicTree tree;
  private final LinkPoses poses;
  private final JacobianForceMap map;
  private final double torqueConstant;
  private final Vec3 gravityInPalm;
  private final int[] toKinematic;
  private final double[] gravity;
  private final double[] pull;
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
    this.pull = new double[tree.velocityCount()];
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
    List<Vec3> goals = tips(target);
    place(q);
    tree.gravityTorques(poses, gravityInPalm, gravity);
    Arrays.fill(pull, 0);
    for (int i = 0; i < forces.length; i++) {
      draw(i, goals.get(i), forces[i], loads[i], q, target);
    }
    for (int i = 0; i < toKinematic.length; i++) {
      int motor = toKinematic[i];
      double limit = torqueConstant * milliamperes[motor] / 1000;
      double torque = Math.max(-limit, Math.min(pull[i], limit)) + gravity[i];
      targets[motor] = q[motor] + torque / kp(motor);
    }
  }

  private double kp(int motor) {
    return hand.robot().actuators().get(motor).kp();
  }

  /** Draws a fingertip to its goal, and the finger to its posture. */
  private void draw(int i, Vec3 goal, double force, double load, double[] q, double[] target) {
    Finger finger = hand.fingers().get(i);
    int link = tree.linkIndex(finger.tipLink());
    tree.pointJacobian(poses, link, finger.tip(), jacobian);
    Vec3 way = goal.minus(poses.point(link, finger.tip()));
    addTorques(way.times(force / Math.max(way.norm(), YIELD)), pull);
    addTorques(gravityInPalm.normalized().times(-load), gravity);

    // N tau = tau - J^T (J J^T)^-1 J tau, of the springs of the joints that move this tip
    Vec3 sprung = Vec3.ZERO;
    SymmetricMatrix3 square = SymmetricMatrix3.diagonal(SINGULAR, SINGULAR, SINGULAR);
    for (int v = 0; v < toKinematic.length; v++) {
      Vec3 lever = lever(v);
      if (lever.norm() > 0) {
        int motor = toKinematic[v];
        double spring = kp(motor) * (target[motor] - q[motor]);
        pull[v] += spring;
        sprung = sprung.plus(lever.times(spring));
        square = square.plus(outer(lever));
      }
    }
    addTorques(square.inverse().times(sprung).negated(), pull);
  }

  private Vec3 lever(int v) {
    int nv = tree.velocityCount();
    return new Vec3(jacobian[v], jacobian[nv + v], jacobian[2 * nv + v]);
  }

  private static SymmetricMatrix3 outer(Vec3 a) {
    return new SymmetricMatrix3(
        a.x() * a.x(), a.y() * a.y(), a.z() * a.z(), a.x() * a.y(), a.x() * a.z(), a.y() * a.z());
  }

  /** Adds J^T f. */
  private void addTorques(Vec3 force, double[] torques) {
    for (int v = 0; v < torques.length; v++) {
      torques[v] += lever(v).dot(force);
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
