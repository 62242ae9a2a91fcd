package org.dextwin.sim.semiimplicit.internal.contact;

import java.util.Arrays;

/**
 * The touching points of a pair of colliders and what the forces and their derivatives need of
 * each, one array per quantity. Vectors are in the world; point i of a vector starts at 3 i. The
 * arrays grow when a contact has more points than ever before, and else stay.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class Touches {

  int count;

  /** Which of the pair's probe sets the point belongs to. */
  int[] source = new int[0];

  /** Penetration, its rate, and its share in the depth of the contact. */
  double[] depth = new double[0];

  double[] rate = new double[0];
  double[] share = new double[0];

  /** N_i, normal force f_i, and 1 / sqrt(|ut|^2 + slip^2). */
  double[] pressure = new double[0];

  double[] normalForce = new double[0];

  double[] slowness = new double[0];

  /** The probe in the field's shape, and from the origins of both bodies. */
  double[] local = new double[0];

  double[] probeArm = new double[0];
  double[] fieldToProbe = new double[0];

  /** Normal from the field to the probe. */
  double[] normal = new double[0];

  /** The point of contact from the origins of both bodies. */
  double[] arm = new double[0];

  double[] fieldArm = new double[0];

  /**
   * Velocity of the probe's body relative to the field's at the contact, and its tangential part.
   */
  double[] velocity = new double[0];

  double[] slip = new double[0];

  /** Force on the probe's body. */
  double[] force = new double[0];

  /** Derivatives or cotangents of quantities of the same name. */
  double[] depthBar = new double[0];

  double[] rateBar = new double[0];
  double[] shareBar = new double[0];
  double[] normalBar = new double[0];
  double[] slipBar = new double[0];
  double[] armBar = new double[0];
  double[] fieldArmBar = new double[0];

  void reserve(int points) {
    if (points <= depth.length) {
      return;
    }
    int n = Math.max(8, Math.max(points, 2 * depth.length));
    source = Arrays.copyOf(source, n);
    depth = Arrays.copyOf(depth, n);
    rate = Arrays.copyOf(rate, n);
    share = Arrays.copyOf(share, n);
    pressure = Arrays.copyOf(pressure, n);
    normalForce = Arrays.copyOf(normalForce, n);
    slowness = Arrays.copyOf(slowness, n);
    local = Arrays.copyOf(local, 3 * n);
    probeArm = Arrays.copyOf(probeArm, 3 * n);
    fieldToProbe = Arrays.copyOf(fieldToProbe, 3 * n);
    normal = Arrays.copyOf(normal, 3 * n);
    arm = Arrays.copyOf(arm, 3 * n);
    fieldArm = Arrays.copyOf(fieldArm, 3 * n);
    velocity = Arrays.copyOf(velocity, 3 * n);
    slip = Arrays.copyOf(slip, 3 * n);
    force = Arrays.copyOf(force, 3 * n);
    depthBar = Arrays.copyOf(depthBar, n);
    rateBar = Arrays.copyOf(rateBar, n);
    shareBar = Arrays.copyOf(shareBar, n);
    normalBar = Arrays.copyOf(normalBar, 3 * n);
    slipBar = Arrays.copyOf(slipBar, 3 * n);
    armBar = Arrays.copyOf(armBar, 3 * n);
    fieldArmBar = Arrays.copyOf(fieldArmBar, 3 * n);
  }
}
