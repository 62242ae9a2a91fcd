package org.dextwin.retarget.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.mechanics.collision.ClearanceField;
import org.dextwin.mechanics.collision.Segments;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * How far fingers are from each other, each taken for a chain of rods from joint to joint as thick
 * as its tip. Collision shapes of hands are blocks about servos and brackets; the capsules that
 * cover these touch wherever the joints stand, and would push fingers from where they can well go.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class FingerSkeleton implements ClearanceField {

  /** Axes nearer than this cross; the direction between them is rounding [m]. */
  private static final double CROSSING = 1e-9;

  /** Start and direction of a rod's axis. */
  private static final int STRIDE = 6;

  /**
   * A rod from the origin of a link to a point on it.
   *
   * @param finger index of its finger
   * @param link index of the link L
   * @param end p_LE [m]
   * @param radius radius [m]
   */
  private record Rod(int finger, int link, Vec3 end, double radius) {}

  private final KinematicTree tree;
  private final LinkPoses poses;
  private final List<Rod> rods = new ArrayList<>();
  private final double[] axes;
  private final double[] places = new double[2];
  private final double[] jacobian;
  private final double[] gradient;

  FingerSkeleton(KinematicTree tree, List<Finger> fingers) {
    this.tree = tree;
    poses = tree.newPoses();
    tree.forward(new double[tree.velocityCount()], 0, poses);
    for (int finger = 0; finger < fingers.size(); finger++) {
      addRods(finger, fingers.get(finger));
    }
    axes = new double[STRIDE * rods.size()];
    jacobian = new double[3 * tree.velocityCount()];
    gradient = new double[tree.velocityCount()];
  }

  private void addRods(int index, Finger finger) {
    int[] links =
        finger.joints().stream()
            .mapToInt(joint -> tree.movedLink(tree.order().indexOf(joint)))
            .toArray();
    for (int i = 0; i < links.length; i++) {
      Vec3 end =
          i + 1 < links.length
              ? poses.position(links[i + 1])
              : poses.point(tree.linkIndex(finger.tipLink()), finger.tip());
      Vec3 p_LE = poses.pose(links[i]).inverse().transform(end);
      rods.add(new Rod(index, links[i], p_LE, finger.tipRadius()));
    }
  }

  @Override
  public double clearance(double[] q) {
    double[] least = {Double.POSITIVE_INFINITY};
    place(q);
    forEachPair(
        Double.POSITIVE_INFINITY, (i, j, distance) -> least[0] = Math.min(least[0], distance));
    return least[0];
  }

  @Override
  public void forEachNearer(double[] q, double distance, NearPairs pairs) {
    place(q);
    forEachPair(
        distance,
        (i, j, apart) -> {
          double s = places[0];
          double t = places[1];
          Vec3 normal = parting(i, j, s, t);
          Arrays.fill(gradient, 0);
          addGradient(rods.get(i), s, normal);
          addGradient(rods.get(j), t, normal.negated());
          pairs.accept(apart, gradient);
        });
  }

  /** Receives rods of different fingers, with the closest points in {@link #places}. */
  @FunctionalInterface
  private interface RodPairs {
    void accept(int i, int j, double distance);
  }

  private void forEachPair(double nearer, RodPairs pairs) {
    for (int i = 0; i < rods.size(); i++) {
      for (int j = i + 1; j < rods.size(); j++) {
        if (rods.get(i).finger != rods.get(j).finger) {
          double between = Math.sqrt(Segments.closest(axes, STRIDE * i, STRIDE * j, places));
          double apart = between - rods.get(i).radius - rods.get(j).radius;
          if (apart < nearer) {
            pairs.accept(i, j, apart);
          }
        }
      }
    }
  }

  /** Direction in which two axes part; crossing ones do so across both, parallel ones nowhere. */
  private Vec3 parting(int i, int j, double s, double t) {
    Vec3 between = pointAt(i, s).minus(pointAt(j, t));
    if (between.norm() > CROSSING) {
      return between.normalized();
    }
    Vec3 across = Vec3.of(axes, STRIDE * i + 3).cross(Vec3.of(axes, STRIDE * j + 3));
    return across.norm() > CROSSING * CROSSING ? across.normalized() : Vec3.ZERO;
  }

  private Vec3 pointAt(int rod, double place) {
    return Vec3.of(axes, STRIDE * rod).plus(Vec3.of(axes, STRIDE * rod + 3).times(place));
  }

  /** Adds n . J of a point on a rod; that the point slides does not count. */
  private void addGradient(Rod rod, double place, Vec3 n) {
    tree.pointJacobian(poses, rod.link, rod.end.times(place), jacobian);
    int nv = gradient.length;
    for (int v = 0; v < nv; v++) {
      gradient[v] += n.x() * jacobian[v] + n.y() * jacobian[nv + v] + n.z() * jacobian[2 * nv + v];
    }
  }

  private void place(double[] q) {
    tree.forward(q, 0, poses);
    for (int i = 0; i < rods.size(); i++) {
      Vec3 start = poses.position(rods.get(i).link);
      start.copyTo(axes, STRIDE * i);
      poses.point(rods.get(i).link, rods.get(i).end).minus(start).copyTo(axes, STRIDE * i + 3);
    }
  }
}
