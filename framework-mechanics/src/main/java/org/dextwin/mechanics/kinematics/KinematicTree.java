package org.dextwin.mechanics.kinematics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;

/**
 * A robot's kinematic tree, compiled into flat arrays: link 0 is the root, link i &gt; 0 the child
 * of the model's joint i - 1, so that parents come before children. Velocities are numbered like
 * the moving joints, which is the kinematic order.
 *
 * <p>Calculations write into arrays of the caller or into {@link LinkPoses}, and those on arrays
 * allocate nothing.
 *
 * <p><i>Thread safety</i>: immutable; give each thread its own {@link LinkPoses}.
 * <i>References</i>: Featherstone 2008, "Rigid body dynamics algorithms", sections 4.1 and 4.4.
 */
public final class KinematicTree {

  private static final int NONE = -1;

  private final RobotModel model;
  private final JointOrder order;
  private final Map<String, Integer> linkIndices;
  private final int[] parents;
  private final Joint.Type[] types;

  /** Index of the velocity of each link's joint, or NONE. */
  private final int[] velocityIndices;

  /** The link that each velocity moves. */
  private final int[] movedLinks;

  // pose of each link in its parent at q = 0, and the joint's axis in the link
  private final double[] positions;
  private final double[] rotations;
  private final double[] axes;

  // mass and centre of mass of each link, in the link; zero for a mere frame
  private final double[] masses;
  private final double[] centers;

  /**
   * Compiles a robot.
   *
   * @param model the robot
   */
  public KinematicTree(RobotModel model) {
    this.model = model;
    this.order = model.kinematicOrder();
    int links = model.joints().size() + 1;
    linkIndices = new HashMap<>();
    parents = new int[links];
    types = new Joint.Type[links];
    velocityIndices = new int[links];
    movedLinks = new int[order.size()];
    positions = new double[3 * links];
    rotations = new double[9 * links];
    axes = new double[3 * links];
    masses = new double[links];
    centers = new double[3 * links];
    compileRoot();
    compileJoints(model.joints());
    compileMasses(model.links());
  }

  private void compileRoot() {
    linkIndices.put(model.root(), 0);
    parents[0] = NONE;
    types[0] = Joint.Type.FIXED;
    velocityIndices[0] = NONE;
    Rotations.setIdentity(rotations, 0);
  }

  private void compileJoints(List<Joint> joints) {
    int moving = 0;
    for (int i = 1; i <= joints.size(); i++) {
      Joint joint = joints.get(i - 1);
      linkIndices.put(joint.child(), i);
      parents[i] = linkIndex(joint.parent());
      types[i] = joint.type();
      velocityIndices[i] = joint.type() == Joint.Type.FIXED ? NONE : moving;
      if (velocityIndices[i] != NONE) {
        movedLinks[moving++] = i;
      }
      joint.position().copyTo(positions, 3 * i);
      System.arraycopy(joint.rotation().toMatrix(), 0, rotations, 9 * i, 9);
      joint.axis().copyTo(axes, 3 * i);
    }
  }

  private void compileMasses(List<Link> links) {
    for (Link link : links) {
      int i = linkIndex(link.name());
      link.mass().map(MassProperties::mass).ifPresent(mass -> masses[i] = mass);
      link.mass()
          .map(MassProperties::centerOfMass)
          .ifPresent(center -> center.copyTo(centers, 3 * i));
    }
  }

  /**
   * Returns the robot this tree was compiled from.
   *
   * @return the robot
   */
  public RobotModel model() {
    return model;
  }

  /**
   * Returns the order of joint positions and velocities.
   *
   * @return the kinematic order
   */
  public JointOrder order() {
    return order;
  }

  /**
   * Returns the number of links.
   *
   * @return the root and one link per joint, fixed ones included
   */
  public int linkCount() {
    return parents.length;
  }

  /**
   * Returns the number of velocities, nv.
   *
   * @return the number of moving joints
   */
  public int velocityCount() {
    return movedLinks.length;
  }

  /**
   * Returns the index of a link.
   *
   * @param link its name
   * @return its index
   * @throws IllegalArgumentException if the robot has no such link
   */
  public int linkIndex(String link) {
    Integer index = linkIndices.get(link);
    if (index == null) {
      throw new IllegalArgumentException(
          "robot '"
              + model.name()
              + "' has no link '"
              + link
              + "'; it has "
              + model.links().stream().map(Link::name).toList());
    }
    return index;
  }

  /**
   * Returns the parent of a link.
   *
   * @param link index of the link
   * @return index of its parent, always smaller; -1 for the root
   */
  public int parent(int link) {
    return parents[link];
  }

  /**
   * Returns the kind of joint that carries a link.
   *
   * @param link index of the link
   * @return the kind; fixed for the root
   */
  public Joint.Type jointType(int link) {
    return types[link];
  }

  /**
   * Returns the place of a link's joint among the velocities.
   *
   * @param link index of the link
   * @return index in the kinematic order; -1 if the link does not move in its parent
   */
  public int velocityIndex(int link) {
    return velocityIndices[link];
  }

  /**
   * Returns the link that a velocity moves in its parent.
   *
   * @param velocity index in the kinematic order
   * @return index of the link
   */
  public int movedLink(int velocity) {
    return movedLinks[velocity];
  }

  /**
   * Makes room for the poses of all links, with the root at the origin of the world.
   *
   * @return poses, all still at their parents
   */
  public LinkPoses newPoses() {
    return new LinkPoses(this);
  }

  /**
   * Computes the poses of all links.
   *
   * @param q joint positions in the kinematic order
   * @param poses overwritten, but for the pose of the root
   * @throws org.dextwin.api.model.JointOrderException if q is in another order
   */
  public void forward(JointVector q, LinkPoses poses) {
    forward(q.values(order), 0, poses);
  }

  /**
   * Computes the poses of all links.
   *
   * @param q joint positions [rad or m] in the kinematic order; not modified
   * @param offset index of the first one
   * @param poses overwritten, but for the pose of the root
   */
  public void forward(double[] q, int offset, LinkPoses poses) {
    if (q.length - offset < movedLinks.length) {
      throw new DimensionMismatchException("joint positions", movedLinks.length, q.length - offset);
    }
    for (int i = 1; i < parents.length; i++) {
      // X_WC = X_WP X_PC, X_PC at q = 0
      Rotations.transform(
          poses.rotations, 9 * parents[i], positions, 3 * i, poses.positions, 3 * i);
      for (int k = 0; k < 3; k++) {
        poses.positions[3 * i + k] += poses.positions[3 * parents[i] + k];
      }
      Rotations.multiply(poses.rotations, 9 * parents[i], rotations, 9 * i, poses.rotations, 9 * i);
      Rotations.transform(poses.rotations, 9 * i, axes, 3 * i, poses.axes, 3 * i);
      switch (types[i]) {
        case REVOLUTE ->
            Rotations.turn(poses.rotations, 9 * i, axes, 3 * i, q[offset + velocityIndices[i]]);
        case PRISMATIC -> {
          for (int k = 0; k < 3; k++) {
            poses.positions[3 * i + k] += q[offset + velocityIndices[i]] * poses.axes[3 * i + k];
          }
        }
        case FIXED -> {}
      }
    }
  }

  /**
   * Computes the Jacobian of a link: its twist in the world (of its origin) is J qdot.
   *
   * @param poses poses of the links
   * @param link index of the link
   * @param out J, angular rows, then linear ones, row-major, shape (6, nv); overwritten
   */
  public void jacobian(LinkPoses poses, int link, double[] out) {
    int nv = movedLinks.length;
    requireLength("Jacobian", 6 * nv, out);
    Arrays.fill(out, 0);
    double x = poses.positions[3 * link];
    double y = poses.positions[3 * link + 1];
    double z = poses.positions[3 * link + 2];
    for (int i = link; i > 0; i = parents[i]) {
      int v = velocityIndices[i];
      if (types[i] == Joint.Type.REVOLUTE) {
        for (int k = 0; k < 3; k++) {
          out[k * nv + v] = poses.axes[3 * i + k];
        }
      }
      setPointColumn(poses, i, x, y, z, out, 3 * nv);
    }
  }

  /**
   * Computes the Jacobian of a point fixed to a link: its velocity in the world is J qdot.
   *
   * @param poses poses of the links
   * @param link index of the link L
   * @param p_LP the point in the link
   * @param out J, row-major, shape (3, nv); overwritten
   */
  public void pointJacobian(LinkPoses poses, int link, Vec3 p_LP, double[] out) {
    requireLength("point Jacobian", 3 * movedLinks.length, out);
    Arrays.fill(out, 0);
    double x = poses.pointCoordinate(link, 0, p_LP);
    double y = poses.pointCoordinate(link, 1, p_LP);
    double z = poses.pointCoordinate(link, 2, p_LP);
    for (int i = link; i > 0; i = parents[i]) {
      setPointColumn(poses, i, x, y, z, out, 0);
    }
  }

  /** Sets a column to the velocity of a point per velocity of link i's joint. */
  private void setPointColumn(
      LinkPoses poses, int i, double x, double y, double z, double[] out, int row) {
    int v = velocityIndices[i];
    int nv = movedLinks.length;
    if (v == NONE) {
      return;
    }
    double ax = poses.axes[3 * i];
    double ay = poses.axes[3 * i + 1];
    double az = poses.axes[3 * i + 2];
    if (types[i] == Joint.Type.PRISMATIC) {
      out[row + v] = ax;
      out[row + nv + v] = ay;
      out[row + 2 * nv + v] = az;
      return;
    }
    // a x (p - origin of the joint)
    double rx = x - poses.positions[3 * i];
    double ry = y - poses.positions[3 * i + 1];
    double rz = z - poses.positions[3 * i + 2];
    out[row + v] = ay * rz - az * ry;
    out[row + nv + v] = az * rx - ax * rz;
    out[row + 2 * nv + v] = ax * ry - ay * rx;
  }

  /**
   * Computes the joint torques that hold the robot against gravity, the gradient of its potential
   * energy.
   *
   * @param poses poses of the links
   * @param gravity acceleration of free fall, in the world [m/s^2]
   * @param out g(q) [N m or N] in the kinematic order, shape (nv); overwritten
   */
  public void gravityTorques(LinkPoses poses, Vec3 gravity, double[] out) {
    requireLength("gravity torques", movedLinks.length, out);
    Arrays.fill(out, 0);
    double gx = gravity.x();
    double gy = gravity.y();
    double gz = gravity.z();
    for (int link = 1; link < parents.length; link++) {
      double m = masses[link];
      if (m == 0) {
        continue;
      }
      double x = poses.pointCoordinate(link, 0, centers, 3 * link);
      double y = poses.pointCoordinate(link, 1, centers, 3 * link);
      double z = poses.pointCoordinate(link, 2, centers, 3 * link);
      for (int i = link; i > 0; i = parents[i]) {
        if (velocityIndices[i] == NONE) {
          continue;
        }
        double ax = poses.axes[3 * i];
        double ay = poses.axes[3 * i + 1];
        double az = poses.axes[3 * i + 2];
        double rx = x - poses.positions[3 * i];
        double ry = y - poses.positions[3 * i + 1];
        double rz = z - poses.positions[3 * i + 2];
        // g_i = -m gravity . (velocity of the centre of mass per velocity i)
        out[velocityIndices[i]] -=
            types[i] == Joint.Type.PRISMATIC
                ? m * (gx * ax + gy * ay + gz * az)
                : m
                    * (gx * (ay * rz - az * ry)
                        + gy * (az * rx - ax * rz)
                        + gz * (ax * ry - ay * rx));
      }
    }
  }

  private static void requireLength(String what, int expected, double[] out) {
    if (out.length != expected) {
      throw new DimensionMismatchException(what, expected, out.length);
    }
  }
}
