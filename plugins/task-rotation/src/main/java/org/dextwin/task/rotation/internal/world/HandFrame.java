package org.dextwin.task.rotation.internal.world;

import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * Where the palm of a hand is and which way it faces, found from its kinematics: forward is the way
 * from the wrist to the fingertips, the normal that in which fingertips go when their joints bend
 * to the side of their wider range. Both are the axis of the root link next to what is found, for
 * hands are drawn along axes.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param forward unit vector to the fingertips, in the root link H
 * @param normal unit vector out of the palm, in H
 * @param thumb unit vector across the palm, to the side of the thumb, in H
 * @param surface p_HS, centre of the palm's surface, in H [m]
 */
public record HandFrame(Vec3 forward, Vec3 normal, Vec3 thumb, Vec3 surface) {

  private static final double BEND = 1e-3;
  private static final String THUMB = "thumb";
  private static final List<Vec3> AXES =
      List.of(Vec3.X, Vec3.Y, Vec3.Z, Vec3.X.negated(), Vec3.Y.negated(), Vec3.Z.negated());

  /**
   * Finds the palm of a hand.
   *
   * @param hand the hand
   * @return its palm
   */
  public static HandFrame of(HandModel hand) {
    Vec3 forward = nearest(hand.mount().rotation().rotate(Vec3.Z), AXES);
    KinematicTree tree = new KinematicTree(hand.robot());
    double[] rest = new double[tree.velocityCount()];
    double[] bent = new double[rest.length];
    List<Joint> joints = hand.robot().movingJoints();
    for (int i = 0; i < rest.length; i++) {
      Joint joint = joints.get(i);
      rest[i] = Math.max(joint.lower(), Math.min(joint.upper(), 0));
      // weighed by how lopsided the range is, so that joints that spread the fingers count little
      bent[i] = rest[i] + BEND * (joint.lower() + joint.upper());
    }
    Vec3 motion = Vec3.ZERO;
    Vec3 tips = Vec3.ZERO;
    Vec3 thumbTip = Vec3.ZERO;
    for (Finger finger : hand.fingers()) {
      Vec3 before = tip(tree, rest, finger);
      if (finger.name().equals(THUMB)) {
        thumbTip = before;
      } else {
        motion = motion.plus(tip(tree, bent, finger).minus(before));
        tips = tips.plus(before.times(1.0 / Math.max(1, hand.fingers().size() - 1)));
      }
    }
    List<Vec3> across = AXES.stream().filter(axis -> Math.abs(axis.dot(forward)) < 0.5).toList();
    Vec3 normal = nearest(motion, across);
    Vec3 side = forward.cross(normal);
    Vec3 thumb = thumbTip.minus(tips).dot(side) < 0 ? side.negated() : side;
    return new HandFrame(forward, normal, thumb, surface(hand, forward, normal, thumb));
  }

  private static Vec3 tip(KinematicTree tree, double[] q, Finger finger) {
    LinkPoses poses = tree.newPoses();
    tree.forward(q, 0, poses);
    return poses.point(tree.linkIndex(finger.tipLink()), finger.tip());
  }

  private static Vec3 nearest(Vec3 direction, List<Vec3> axes) {
    Vec3 best = axes.get(0);
    for (Vec3 axis : axes) {
      best = axis.dot(direction) > best.dot(direction) ? axis : best;
    }
    return best;
  }

  /** The middle of the face that the palm's colliders turn outwards. */
  private static Vec3 surface(HandModel hand, Vec3 forward, Vec3 normal, Vec3 thumb) {
    List<Collider> palm = hand.robot().link(hand.robot().root()).colliders();
    return middle(palm, forward).plus(middle(palm, thumb)).plus(normal.times(reach(palm, normal)));
  }

  private static Vec3 middle(List<Collider> colliders, Vec3 axis) {
    return axis.times((reach(colliders, axis) - reach(colliders, axis.negated())) / 2);
  }

  /** How far shapes extend along a direction from the origin; 0 of none. */
  static double reach(List<Collider> colliders, Vec3 direction) {
    double reach = Double.NEGATIVE_INFINITY;
    for (Collider collider : colliders) {
      Vec3 own = collider.rotation().inverse().rotate(direction);
      reach = Math.max(reach, collider.position().dot(direction) + support(collider.shape(), own));
    }
    return colliders.isEmpty() ? 0 : reach;
  }

  /** The support function of a shape: the largest x . d of its points x. */
  private static double support(Shape shape, Vec3 d) {
    if (shape instanceof Shape.Box box) {
      return Math.abs(d.x()) * box.halfX()
          + Math.abs(d.y()) * box.halfY()
          + Math.abs(d.z()) * box.halfZ();
    } else if (shape instanceof Shape.Sphere ball) {
      return ball.radius();
    } else if (shape instanceof Shape.Capsule capsule) {
      return capsule.radius() + Math.abs(d.z()) * capsule.halfLength();
    } else if (shape instanceof Shape.Cylinder cylinder) {
      return Math.hypot(d.x(), d.y()) * cylinder.radius() + Math.abs(d.z()) * cylinder.halfLength();
    } else if (shape instanceof Shape.Mesh mesh) {
      double reach = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < mesh.mesh().vertexCount(); i++) {
        reach = Math.max(reach, mesh.mesh().vertex(i).dot(d));
      }
      return reach;
    }
    throw new IllegalArgumentException("a plane has no extent");
  }

  /**
   * Returns the rotation of the wrist in which the palm faces some way.
   *
   * @param wrist which way
   * @return R_WH
   */
  public Quat rotation(Wrist wrist) {
    Vec3 up = wrist.up(this);
    Vec3 ahead = wrist.ahead(this);
    Vec3 left = up.cross(ahead);
    // the rows of R_WH are the world's axes in H
    return Quat.fromMatrix(
        new double[] {
          ahead.x(), ahead.y(), ahead.z(), left.x(), left.y(), left.z(), up.x(), up.y(), up.z()
        });
  }

  /**
   * Returns where an object rests on the palm.
   *
   * @param place place on the surface: forward, then to the side of the thumb [m]
   * @param height distance of its origin from the surface [m]
   * @return p_HO [m]
   */
  Vec3 above(double[] place, double height) {
    return surface
        .plus(forward.times(place[0]))
        .plus(thumb.times(place[1]))
        .plus(normal.times(height));
  }

  /** Pose in H of what stands on the palm with its z axis out of it. */
  Pose standing(String body, Vec3 p_HO) {
    Vec3 y = normal.cross(forward);
    return new Pose(
        "palm",
        body,
        p_HO,
        Quat.fromMatrix(
            new double[] {
              forward.x(), y.x(), normal.x(),
              forward.y(), y.y(), normal.y(),
              forward.z(), y.z(), normal.z()
            }));
  }
}
