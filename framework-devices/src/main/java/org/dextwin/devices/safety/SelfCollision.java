package org.dextwin.devices.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * How far the parts of a robot are apart, each of them a few capsules. Parts that a joint connects
 * are left out, and so are those that touch when all joints are at zero (or at the limit nearest to
 * it): a robot is built such that these do no harm.
 */
final class SelfCollision implements Clearance {

  /** Start and direction of a capsule's axis. */
  private static final int STRIDE = 6;

  private final KinematicTree tree;
  private final LinkPoses poses;
  private final int[] links;
  private final Vec3[] from;
  private final Vec3[] to;
  private final double[] radii;

  /** Radius of the ball round each capsule [m]. */
  private final double[] extents;

  private final double[] axes;
  private final int[][] pairs;

  SelfCollision(KinematicTree tree) {
    this.tree = tree;
    this.poses = tree.newPoses();
    List<Integer> ofLinks = new ArrayList<>();
    List<Capsules.Capsule> capsules = new ArrayList<>();
    for (Link link : tree.model().links()) {
      for (Collider collider : link.colliders()) {
        for (Capsules.Capsule capsule : Capsules.of(collider)) {
          ofLinks.add(tree.linkIndex(link.name()));
          capsules.add(capsule);
        }
      }
    }
    links = ofLinks.stream().mapToInt(Integer::intValue).toArray();
    from = capsules.stream().map(Capsules.Capsule::from).toArray(Vec3[]::new);
    to = capsules.stream().map(Capsules.Capsule::to).toArray(Vec3[]::new);
    radii = capsules.stream().mapToDouble(Capsules.Capsule::radius).toArray();
    extents =
        capsules.stream().mapToDouble(c -> c.radius() + c.from().distanceTo(c.to()) / 2).toArray();
    axes = new double[STRIDE * links.length];
    pairs = pairs();
  }

  private int[][] pairs() {
    place(rest());
    int[] bodies = bodies();
    boolean[][] connected = new boolean[tree.linkCount()][tree.linkCount()];
    List<int[]> apart = new ArrayList<>();
    for (int i = 0; i < links.length; i++) {
      for (int j = i + 1; j < links.length; j++) {
        if (distance(i, j) < 0) {
          connected[links[i]][links[j]] = true;
        }
      }
    }
    for (int i = 0; i < links.length; i++) {
      for (int j = i + 1; j < links.length; j++) {
        if (!neighbours(bodies, links[i], links[j])
            && !connected[links[i]][links[j]]
            && !connected[links[j]][links[i]]) {
          apart.add(new int[] {i, j});
        }
      }
    }
    return apart.toArray(int[][]::new);
  }

  private double[] rest() {
    return tree.model().movingJoints().stream()
        .mapToDouble(joint -> Math.max(joint.lower(), Math.min(joint.upper(), 0)))
        .toArray();
  }

  /** Returns for each link the first of those that it is rigidly fixed to. */
  private int[] bodies() {
    int[] bodies = new int[tree.linkCount()];
    for (int link = 1; link < bodies.length; link++) {
      boolean fixed = tree.jointType(link) == Joint.Type.FIXED;
      bodies[link] = fixed ? bodies[tree.parent(link)] : link;
    }
    return bodies;
  }

  private boolean neighbours(int[] bodies, int first, int second) {
    int a = bodies[first];
    int b = bodies[second];
    return a == b || parentBody(bodies, a) == b || parentBody(bodies, b) == a;
  }

  private int parentBody(int[] bodies, int body) {
    return body == 0 ? -1 : bodies[tree.parent(body)];
  }

  @Override
  public double of(double[] q) {
    place(q);
    double least = Double.POSITIVE_INFINITY;
    for (int[] pair : pairs) {
      if (!isFartherThan(least, pair[0], pair[1])) {
        least = Math.min(least, distance(pair[0], pair[1]));
      }
    }
    return least;
  }

  /** Compares the balls round two capsules, which is quick and settles most pairs. */
  private boolean isFartherThan(double distance, int i, int j) {
    double reach = distance + extents[i] + extents[j];
    double squared = 0;
    for (int k = 0; k < 3; k++) {
      double apart =
          axes[STRIDE * i + k]
              + axes[STRIDE * i + 3 + k] / 2
              - axes[STRIDE * j + k]
              - axes[STRIDE * j + 3 + k] / 2;
      squared += apart * apart;
    }
    return reach > 0 && squared > reach * reach;
  }

  /** Returns how many pairs of capsules are watched. */
  int pairCount() {
    return pairs.length;
  }

  /** Returns the links of the closest pair at the last configuration, for messages. */
  String closest() {
    return IntStream.range(0, pairs.length)
        .boxed()
        .min((i, j) -> Double.compare(distance(pairs[i]), distance(pairs[j])))
        .map(i -> nameOf(pairs[i][0]) + " and " + nameOf(pairs[i][1]))
        .orElse("nothing");
  }

  private double distance(int[] pair) {
    return distance(pair[0], pair[1]);
  }

  private String nameOf(int capsule) {
    return "'" + poses.pose(links[capsule]).body() + "'";
  }

  private void place(double[] q) {
    tree.forward(q, 0, poses);
    for (int i = 0; i < links.length; i++) {
      Vec3 start = poses.point(links[i], from[i]);
      Vec3 end = poses.point(links[i], to[i]);
      start.copyTo(axes, STRIDE * i);
      end.minus(start).copyTo(axes, STRIDE * i + 3);
    }
  }

  private double distance(int i, int j) {
    return Math.sqrt(SegmentDistance.squared(axes, STRIDE * i, axes, STRIDE * j))
        - radii[i]
        - radii[j];
  }
}
