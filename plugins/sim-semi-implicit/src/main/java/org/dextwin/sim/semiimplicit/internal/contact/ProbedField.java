package org.dextwin.sim.semiimplicit.internal.contact;

import static org.dextwin.mechanics.dynamics.Frames.ROTATION;
import static org.dextwin.mechanics.dynamics.Frames.SPATIAL;
import static org.dextwin.mechanics.dynamics.Vectors.addCross;
import static org.dextwin.mechanics.dynamics.Vectors.addScaled;
import static org.dextwin.mechanics.dynamics.Vectors.clear;
import static org.dextwin.mechanics.dynamics.Vectors.copy;
import static org.dextwin.mechanics.dynamics.Vectors.cross;
import static org.dextwin.mechanics.dynamics.Vectors.rotate;
import static org.dextwin.mechanics.dynamics.Vectors.rotateBack;

import org.dextwin.api.model.Collider;
import org.dextwin.mechanics.dynamics.Frames;

/**
 * Probes on body A in the distance field of a collider S on body B: the geometry of contact and its
 * derivatives. With the probe's centre c = p_A + R_A l and y = R_S^T (c - p_S) in the field,
 *
 * <pre>
 *   n = R_S grad phi(y),   d = rho - phi(y),   x = c - rho n
 * </pre>
 *
 * are normal (from B to A), depth and point of contact.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class ProbedField {

  private final int probeFrame;
  private final int fieldFrame;
  private final Probes probes;
  private final DistanceField field;

  /** Pose of the field's shape in its body. */
  private final double[] shapePosition = new double[3];

  private final double[] shapeRotation;

  /** Rotation R_WS of the field's shape; its origin from the probes' body in S; R_SA. */
  private final double[] rotation = new double[9];

  private final double[] offset = new double[3];
  private final double[] relative = new double[9];

  /** p_A - p_B and v_A - v_B. */
  private final double[] between = new double[3];

  private final double[] approach = new double[3];

  private final double[] y = new double[3];
  private final double[] z = new double[3];
  private final double[] work = new double[3];
  private final double[] product = new double[3];
  private final int[] stack = new int[BallTree.MAX_DEPTH];

  ProbedField(
      int probeFrame, Probes probes, int fieldFrame, Collider fieldCollider, DistanceField field) {
    this.probeFrame = probeFrame;
    this.probes = probes;
    this.fieldFrame = fieldFrame;
    this.field = field;
    fieldCollider.position().copyTo(shapePosition, 0);
    this.shapeRotation = fieldCollider.rotation().toMatrix();
  }

  int probeFrame() {
    return probeFrame;
  }

  int fieldFrame() {
    return fieldFrame;
  }

  double weight() {
    return probes.weight;
  }

  double radius() {
    return probes.radius;
  }

  /** Appends the probes that touch, or are no farther away than a margin. */
  void collect(Frames frames, double margin, Touches touches, int source) {
    place(frames);
    BallTree tree = probes.tree;
    int depth = 0;
    stack[depth++] = 0;
    while (depth > 0) {
      int node = stack[--depth];
      boolean leaf = tree.right[node] == 0;
      if (!leaf || tree.last[node] - tree.first[node] > 1) {
        toField(tree.centers, 3 * node);
        double reach = tree.radii[node] + probes.radius + margin;
        if (field.distance(y, reach) > reach) {
          continue;
        }
      }
      if (leaf) {
        for (int i = tree.first[node]; i < tree.last[node]; i++) {
          probe(frames, 3 * tree.order[i], margin, touches, source);
        }
      } else {
        stack[depth++] = tree.right[node];
        stack[depth++] = node + 1;
      }
    }
  }

  /** The pose of the probes' body in the field, and what all probes have in common. */
  private void place(Frames frames) {
    double[] r = frames.rotation;
    int a = ROTATION * probeFrame;
    int b = ROTATION * fieldFrame;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        rotation[3 * i + j] =
            r[b + 3 * i] * shapeRotation[j]
                + r[b + 3 * i + 1] * shapeRotation[3 + j]
                + r[b + 3 * i + 2] * shapeRotation[6 + j];
      }
    }
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        relative[3 * i + j] =
            rotation[i] * r[a + j]
                + rotation[3 + i] * r[a + 3 + j]
                + rotation[6 + i] * r[a + 6 + j];
      }
    }
    copy(frames.position, 3 * probeFrame, between, 0);
    addScaled(-1, frames.position, 3 * fieldFrame, between, 0);
    copy(frames.velocity, SPATIAL * probeFrame + 3, approach, 0);
    addScaled(-1, frames.velocity, SPATIAL * fieldFrame + 3, approach, 0);
    copy(between, 0, work, 0);
    rotate(r, b, shapePosition, 0, z, 0);
    addScaled(-1, z, 0, work, 0);
    rotateBack(rotation, 0, work, 0, offset, 0);
  }

  /** y = R_SA l + offset. */
  private void toField(double[] points, int i) {
    double lx = points[i];
    double ly = points[i + 1];
    double lz = points[i + 2];
    for (int axis = 0; axis < 3; axis++) {
      int r = 3 * axis;
      y[axis] = relative[r] * lx + relative[r + 1] * ly + relative[r + 2] * lz + offset[axis];
    }
  }

  private void probe(Frames frames, int point, double margin, Touches touches, int source) {
    toField(probes.points, point);
    double reach = probes.radius + margin;
    double distance = field.gradient(y, reach, work, 0);
    // written so that NaN touches: the state that it leads to is reported with its cause
    if (distance >= reach) {
      return;
    }
    int i = touches.count++;
    int k = 3 * i;
    touches.reserve(touches.count);
    touches.source[i] = source;
    touches.depth[i] = probes.radius - distance;
    copy(y, 0, touches.local, k);
    rotate(rotation, 0, work, 0, touches.normal, k);
    rotate(frames.rotation, ROTATION * probeFrame, probes.points, point, touches.probeArm, k);
    for (int m = 0; m < 3; m++) {
      double inset = probes.radius * touches.normal[k + m];
      touches.fieldToProbe[k + m] = between[m] + touches.probeArm[k + m];
      touches.arm[k + m] = touches.probeArm[k + m] - inset;
      touches.fieldArm[k + m] = touches.fieldToProbe[k + m] - inset;
      touches.velocity[k + m] = approach[m];
    }
    // u = v_A - v_B + w_A x (x - p_A) - w_B x (x - p_B)
    double[] v = frames.velocity;
    addCross(1, v, SPATIAL * probeFrame, touches.arm, k, touches.velocity, k);
    addCross(-1, v, SPATIAL * fieldFrame, touches.fieldArm, k, touches.velocity, k);
  }

  /**
   * Pushes directions of poses and velocities to a touching point.
   *
   * @return dd, the direction of the depth
   */
  double jvp(
      Frames frames,
      Touches touches,
      int i,
      double[] dNormal,
      double[] dArm,
      double[] dFieldArm,
      double[] dVelocity) {
    int k = 3 * i;
    int a = SPATIAL * probeFrame;
    int b = SPATIAL * fieldFrame;
    double[] pose = frames.poseDirection;
    double[] velocity = frames.velocityDirection;
    // d(c - p_A) = dphi_A x (c - p_A)
    cross(pose, a, touches.probeArm, k, dArm, 0);
    // d(c - p_B), and z = R_S dy = d(c - p_B) - dphi_B x (c - p_B)
    copy(dArm, 0, dFieldArm, 0);
    addScaled(1, pose, a + 3, dFieldArm, 0);
    addScaled(-1, pose, b + 3, dFieldArm, 0);
    copy(dFieldArm, 0, z, 0);
    addCross(-1, pose, b, touches.fieldToProbe, k, z, 0);
    double dDepth = 0;
    for (int m = 0; m < 3; m++) {
      dDepth -= touches.normal[k + m] * z[m];
    }
    // dn = dphi_B x n + R_S H R_S^T z
    curve(touches, k, z, 0, dNormal);
    addCross(1, pose, b, touches.normal, k, dNormal, 0);
    addScaled(-probes.radius, dNormal, 0, dArm, 0);
    addScaled(-probes.radius, dNormal, 0, dFieldArm, 0);
    // du
    copy(velocity, a + 3, dVelocity, 0);
    addCross(1, velocity, a, touches.arm, k, dVelocity, 0);
    addCross(1, frames.velocity, a, dArm, 0, dVelocity, 0);
    addScaled(-1, velocity, b + 3, dVelocity, 0);
    addCross(-1, velocity, b, touches.fieldArm, k, dVelocity, 0);
    addCross(-1, frames.velocity, b, dFieldArm, 0, dVelocity, 0);
    return dDepth;
  }

  /** out = R_S H R_S^T in. */
  private void curve(Touches touches, int k, double[] in, int i, double[] out) {
    if (field.isFlat()) {
      clear(out, 0);
      return;
    }
    copy(touches.local, k, y, 0);
    rotateBack(rotation, 0, in, i, work, 0);
    field.hessian(y, probes.radius, work, product);
    rotate(rotation, 0, product, 0, out, 0);
  }

  /**
   * Pulls cotangents of a touching point back to poses and velocities.
   *
   * @param depthBar cotangent of d
   * @param normalBar cotangent of n, three numbers at 3 i; used up
   * @param armBar cotangent of x - p_A, likewise; used up
   * @param fieldArmBar cotangent of x - p_B, likewise; used up
   * @param velocityBar cotangent of u, likewise
   */
  void vjp(
      Frames frames,
      Touches touches,
      int i,
      double depthBar,
      double[] normalBar,
      double[] armBar,
      double[] fieldArmBar,
      double[] velocityBar) {
    int k = 3 * i;
    int a = SPATIAL * probeFrame;
    int b = SPATIAL * fieldFrame;
    double[] poseBar = frames.poseBar;
    double[] speedBar = frames.velocityBar;
    // u = v_A + w_A x (x - p_A) - v_B - w_B x (x - p_B)
    addScaled(1, velocityBar, k, speedBar, a + 3);
    addCross(1, touches.arm, k, velocityBar, k, speedBar, a);
    addCross(1, velocityBar, k, frames.velocity, a, armBar, k);
    addScaled(-1, velocityBar, k, speedBar, b + 3);
    addCross(-1, touches.fieldArm, k, velocityBar, k, speedBar, b);
    addCross(-1, velocityBar, k, frames.velocity, b, fieldArmBar, k);
    // x - p = c - p - rho n
    addScaled(-probes.radius, armBar, k, normalBar, k);
    addScaled(-probes.radius, fieldArmBar, k, normalBar, k);
    // n = R_S grad phi(y) and d = rho - phi(y); z becomes R_S yBar
    addCross(1, touches.normal, k, normalBar, k, poseBar, b);
    curve(touches, k, normalBar, k, z);
    addScaled(-depthBar, touches.normal, k, z, 0);
    // y = R_S^T (c - p_S)
    addCross(-1, touches.fieldToProbe, k, z, 0, poseBar, b);
    addScaled(1, z, 0, fieldArmBar, k);
    // c - p_B = p_A + (c - p_A) - p_B
    addScaled(-1, fieldArmBar, k, poseBar, b + 3);
    addScaled(1, fieldArmBar, k, poseBar, a + 3);
    addScaled(1, fieldArmBar, k, armBar, k);
    // c - p_A = R_A l
    addCross(1, touches.probeArm, k, armBar, k, poseBar, a);
  }
}
