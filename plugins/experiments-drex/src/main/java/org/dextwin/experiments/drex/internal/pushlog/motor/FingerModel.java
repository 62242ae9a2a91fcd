package org.dextwin.experiments.drex.internal.pushlog.motor;

import java.util.Arrays;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Scene;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * Weight and inertia of a hand's fingers, from the nominal masses of its links.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class FingerModel {

  /** Joints whose nominal inertias agree to this ratio are built alike. */
  private static final double ALIKE = 1.1;

  private final KinematicTree tree;
  private final JointOrder motors;
  private final int[] motorOfKinematic;
  private final LinkPoses poses;
  private final Vec3 gravity;

  /**
   * Compiles the hand.
   *
   * @param down direction of gravity in the frame of the palm
   */
  FingerModel(HandModel hand, Vec3 down) {
    tree = new KinematicTree(hand.robot());
    motors = hand.robot().motorOrder();
    motorOfKinematic = motors.permutationTo(tree.order());
    poses = tree.newPoses();
    gravity = down.normalized().times(Scene.EARTH_GRAVITY.norm());
  }

  JointOrder motors() {
    return motors;
  }

  /**
   * Returns the torques that hold the fingers against their weight, as the drive has to give them.
   *
   * @param readings joint positions in the order of the motors
   * @return torques [N m], shape (joints, n)
   */
  double[][] gravityTorques(Readings readings) {
    int joints = motors.size();
    int length = readings.times().length;
    double[][] held = new double[joints][length];
    double[] q = new double[joints];
    double[] torques = new double[joints];
    for (int i = 0; i < length; i++) {
      for (int k = 0; k < joints; k++) {
        q[k] = readings.positions()[motorOfKinematic[k]][i];
      }
      tree.forward(q, 0, poses);
      tree.gravityTorques(poses, gravity, torques);
      for (int k = 0; k < joints; k++) {
        held[motorOfKinematic[k]][i] = torques[k];
      }
    }
    return held;
  }

  /**
   * Sorts the joints into classes of like inertia, such as the first joints of like fingers.
   *
   * @return number of the class of each joint, in the order of the motors
   */
  int[] inertiaClasses() {
    double[] inertias = new double[motors.size()];
    double[] straight = new double[motors.size()];
    tree.forward(straight, 0, poses);
    for (int k = 0; k < straight.length; k++) {
      inertias[motorOfKinematic[k]] = inertiaAboutAxis(k);
    }
    int[] classes = new int[inertias.length];
    Arrays.fill(classes, -1);
    int next = 0;
    for (int j = 0; j < inertias.length; j++) {
      if (classes[j] < 0) {
        for (int k = j; k < inertias.length; k++) {
          double ratio = inertias[k] / inertias[j];
          if (classes[k] < 0 && ratio < ALIKE && ratio > 1 / ALIKE) {
            classes[k] = next;
          }
        }
        classes[j] = next;
        next++;
      }
    }
    return classes;
  }

  /** Moment of inertia of all that joint k carries, about its axis, as point masses [kg m^2]. */
  private double inertiaAboutAxis(int k) {
    int moved = tree.movedLink(k);
    double[] axis = new double[3];
    poses.copyAxis(moved, axis, 0);
    double inertia = 0;
    for (int link = moved; link < tree.linkCount(); link++) {
      if (isCarried(link, moved)) {
        Link body = tree.model().link(tree.model().joints().get(link - 1).child());
        if (body.mass().isPresent()) {
          MassProperties mass = body.mass().get();
          Vec3 arm = poses.point(link, mass.centerOfMass()).minus(poses.position(moved));
          Vec3 lever = Vec3.of(axis, 0).cross(arm);
          inertia += mass.mass() * lever.dot(lever);
        }
      }
    }
    return inertia;
  }

  private boolean isCarried(int link, int carrier) {
    for (int i = link; i >= carrier; i = tree.parent(i)) {
      if (i == carrier) {
        return true;
      }
    }
    return false;
  }
}
