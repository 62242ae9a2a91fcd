package org.dextwin.mechanics.collision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.mechanics.kinematics.JointRanges;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * How far a robot is from obstacles and from itself. Its shapes are covered by capsules, so that
 * the distance is never larger than that of the shapes themselves.
 *
 * <p>Links that no joint moves are not compared with obstacles: a robot stands on its table. Links
 * that a joint connects are not compared with one another, nor those whose shapes touch both with
 * all joints at zero (or the limit nearest to it) and with all in the middle of their ranges: these
 * overlap by construction. One posture alone would not do: at zero many an arm is folded upon
 * itself.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class RobotClearance implements ClearanceField {

  /** Start and direction of a capsule's axis. */
  private static final int STRIDE = 6;

  /** Axes nearer than this cross; the direction between them is rounding [m]. */
  private static final double CROSSING = 1e-9;

  private final KinematicTree tree;
  private final LinkPoses poses;
  private final List<LinkCapsule> capsules = new ArrayList<>();
  private final double[] axes;
  private final double[] halfLengths;
  private final int[] bodies;
  private final List<Obstacle> obstacles;
  private final Solid[] solids;
  private final int[][] selfPairs;

  /** Largest distance between each joint's axis and the axis of a capsule that it moves. */
  private final double[] reaches;

  private final double[] places = new double[2];

  /**
   * Places a robot among obstacles.
   *
   * @param tree the robot
   * @param X_WB pose of its root link in the world
   * @param obstacles what it must not touch, besides itself
   */
  public RobotClearance(KinematicTree tree, Pose X_WB, List<Obstacle> obstacles) {
    this.tree = tree;
    this.obstacles = List.copyOf(obstacles);
    poses = tree.newPoses();
    poses.setRoot(X_WB);
    for (Link link : tree.model().links()) {
      for (Collider collider : link.colliders()) {
        capsules.addAll(LinkCapsule.covering(tree.linkIndex(link.name()), collider));
      }
    }
    axes = new double[STRIDE * capsules.size()];
    halfLengths = capsules.stream().mapToDouble(c -> c.from().distanceTo(c.to()) / 2).toArray();
    bodies = bodies();
    solids = obstacles.stream().map(Solid::new).toArray(Solid[]::new);
    reaches = reaches();
    selfPairs = selfPairs();
  }

  /** Returns for each link the first of those that it is rigidly fixed to. */
  private int[] bodies() {
    int[] first = new int[tree.linkCount()];
    for (int link = 1; link < first.length; link++) {
      boolean fixed = tree.jointType(link) == Joint.Type.FIXED;
      first[link] = fixed ? first[tree.parent(link)] : link;
    }
    return first;
  }

  private double[] reaches() {
    double[] farthest = new double[tree.velocityCount()];
    for (LinkCapsule capsule : capsules) {
      double reach = Math.max(capsule.from().norm(), capsule.to().norm());
      for (int link = capsule.link(); link > 0; link = tree.parent(link)) {
        Joint joint = tree.model().joints().get(link - 1);
        int v = tree.velocityIndex(link);
        switch (joint.type()) {
          // from the joint's origin, which is no nearer than its axis
          case REVOLUTE -> farthest[v] = Math.max(farthest[v], reach);
          case PRISMATIC -> {
            farthest[v] = 1;
            reach += Math.max(Math.abs(joint.lower()), Math.abs(joint.upper()));
          }
          case FIXED -> {}
        }
        reach += joint.position().norm();
      }
    }
    return farthest;
  }

  private int[][] selfPairs() {
    boolean[][] connected = new boolean[bodies.length][bodies.length];
    for (int body = 1; body < bodies.length; body++) {
      connect(connected, bodies[body], bodies[tree.parent(body)]);
    }
    JointRanges ranges = new JointRanges(tree.model());
    double[] zero = new double[ranges.size()];
    double[] middle = new double[ranges.size()];
    for (int i = 0; i < middle.length; i++) {
      middle[i] = ranges.middle(i, 0);
    }
    ranges.clamp(zero);
    ranges.clamp(middle);
    boolean[][] touching = touching(zero);
    boolean[][] touchingInTheMiddle = touching(middle);
    List<int[]> apart = new ArrayList<>();
    for (int i = 0; i < capsules.size(); i++) {
      for (int j = i + 1; j < capsules.size(); j++) {
        int one = bodyOf(i);
        int other = bodyOf(j);
        boolean overlap = touching[one][other] && touchingInTheMiddle[one][other];
        if (one != other && !connected[one][other] && !overlap) {
          apart.add(new int[] {i, j});
        }
      }
    }
    return apart.toArray(int[][]::new);
  }

  /** Tells for every two bodies of the robot whether they touch. */
  private boolean[][] touching(double[] q) {
    place(q);
    boolean[][] touching = new boolean[bodies.length][bodies.length];
    for (int i = 0; i < capsules.size(); i++) {
      for (int j = i + 1; j < capsules.size(); j++) {
        if (selfDistance(i, j) < 0) {
          connect(touching, bodyOf(i), bodyOf(j));
        }
      }
    }
    return touching;
  }

  private static void connect(boolean[][] connected, int a, int b) {
    connected[a][b] = true;
    connected[b][a] = true;
  }

  private int bodyOf(int capsule) {
    return bodies[capsules.get(capsule).link()];
  }

  @Override
  public double clearance(double[] q) {
    return closest(q).distance;
  }

  /** Names the closest pair, for messages. */
  private record Closest(double distance, int capsule, int other, boolean isObstacle) {}

  private Closest closest(double[] q) {
    place(q);
    Closest least = new Closest(Double.POSITIVE_INFINITY, -1, -1, false);
    for (int i = 0; i < capsules.size(); i++) {
      for (int k = 0; k < solids.length && bodyOf(i) != 0; k++) {
        if (mayBeNearer(least.distance, i, solids[k])) {
          double t = solids[k].nearest(axes, STRIDE * i);
          double distance = solidDistance(i, solids[k], t);
          if (distance < least.distance) {
            least = new Closest(distance, i, k, true);
          }
        }
      }
    }
    for (int[] pair : selfPairs) {
      if (mayBeNearer(least.distance, pair[0], pair[1])) {
        double distance = selfDistance(pair[0], pair[1]);
        if (distance < least.distance) {
          least = new Closest(distance, pair[0], pair[1], false);
        }
      }
    }
    return least;
  }

  @Override
  public String describeClosest(double[] q) {
    Closest closest = closest(q);
    if (closest.capsule < 0) {
      return "nothing to touch";
    }
    String other =
        closest.isObstacle ? obstacles.get(closest.other).name() : linkName(closest.other);
    return String.format(
        Locale.ROOT,
        "'%s' and '%s', %.4f m apart",
        linkName(closest.capsule),
        other,
        closest.distance);
  }

  private String linkName(int capsule) {
    return poses.pose(capsules.get(capsule).link()).body();
  }

  @Override
  public void forEachNearer(double[] q, double distance, NearPairs pairs) {
    place(q);
    int nv = tree.velocityCount();
    double[] gradient = new double[nv];
    double[] jacobian = new double[3 * nv];
    for (int i = 0; i < capsules.size(); i++) {
      for (int k = 0; k < solids.length && bodyOf(i) != 0; k++) {
        if (!mayBeNearer(distance, i, solids[k])) {
          continue;
        }
        double t = solids[k].nearest(axes, STRIDE * i);
        double apart = solidDistance(i, solids[k], t);
        if (apart < distance) {
          Arrays.fill(gradient, 0);
          addGradient(i, t, solids[k].normal(pointAt(i, t)), jacobian, gradient);
          pairs.accept(apart, gradient);
        }
      }
    }
    for (int[] pair : selfPairs) {
      double apart =
          mayBeNearer(distance, pair[0], pair[1])
              ? selfDistance(pair[0], pair[1])
              : Double.POSITIVE_INFINITY;
      if (apart < distance) {
        double s = places[0];
        double t = places[1];
        Vec3 normal = parting(pair, pointAt(pair[0], s).minus(pointAt(pair[1], t)));
        Arrays.fill(gradient, 0);
        addGradient(pair[0], s, normal, jacobian, gradient);
        addGradient(pair[1], t, normal.negated(), jacobian, gradient);
        pairs.accept(apart, gradient);
      }
    }
  }

  /** Direction in which two axes part; crossing ones do so across both, parallel ones nowhere. */
  private Vec3 parting(int[] pair, Vec3 between) {
    if (between.norm() > CROSSING) {
      return between.normalized();
    }
    Vec3 across = Vec3.of(axes, STRIDE * pair[0] + 3).cross(Vec3.of(axes, STRIDE * pair[1] + 3));
    return across.norm() > CROSSING * CROSSING ? across.normalized() : Vec3.ZERO;
  }

  /** Adds n . J of a point on a capsule's axis; that the point slides does not count. */
  private void addGradient(int i, double t, Vec3 n, double[] jacobian, double[] gradient) {
    LinkCapsule capsule = capsules.get(i);
    Vec3 p_LP = capsule.from().plus(capsule.to().minus(capsule.from()).times(t));
    tree.pointJacobian(poses, capsule.link(), p_LP, jacobian);
    int nv = gradient.length;
    for (int v = 0; v < nv; v++) {
      gradient[v] += n.x() * jacobian[v] + n.y() * jacobian[nv + v] + n.z() * jacobian[2 * nv + v];
    }
  }

  private Vec3 pointAt(int i, double t) {
    int at = STRIDE * i;
    return new Vec3(
        axes[at] + t * axes[at + 3],
        axes[at + 1] + t * axes[at + 4],
        axes[at + 2] + t * axes[at + 5]);
  }

  @Override
  public double largestChange(double[] from, double[] to) {
    double sum = 0;
    for (int v = 0; v < reaches.length; v++) {
      double move = Math.abs(to[v] - from[v]);
      sum += move > 0 ? reaches[v] * move : 0; // a slide without limits has no bound of its reach
    }
    return sum;
  }

  private void place(double[] q) {
    tree.forward(q, 0, poses);
    for (int i = 0; i < capsules.size(); i++) {
      LinkCapsule capsule = capsules.get(i);
      Vec3 start = poses.point(capsule.link(), capsule.from());
      start.copyTo(axes, STRIDE * i);
      poses.point(capsule.link(), capsule.to()).minus(start).copyTo(axes, STRIDE * i + 3);
    }
  }

  /** A signed distance changes no faster than the point moves: its middle bounds a segment. */
  private boolean mayBeNearer(double distance, int i, Solid solid) {
    return solidDistance(i, solid, 0.5) - halfLengths[i] < distance;
  }

  /** Compares the balls round two capsules, which is quick and settles most pairs. */
  private boolean mayBeNearer(double distance, int i, int j) {
    double reach =
        distance
            + halfLengths[i]
            + halfLengths[j]
            + capsules.get(i).radius()
            + capsules.get(j).radius();
    double squared = 0;
    for (int k = 0; k < 3; k++) {
      double apart =
          axes[STRIDE * i + k]
              + axes[STRIDE * i + 3 + k] / 2
              - axes[STRIDE * j + k]
              - axes[STRIDE * j + 3 + k] / 2;
      squared += apart * apart;
    }
    return reach > 0 && squared < reach * reach;
  }

  private double solidDistance(int i, Solid solid, double t) {
    return solid.distanceAlong(axes, STRIDE * i, t) - capsules.get(i).radius();
  }

  private double selfDistance(int i, int j) {
    return Math.sqrt(Segments.closest(axes, STRIDE * i, STRIDE * j, places))
        - capsules.get(i).radius()
        - capsules.get(j).radius();
  }
}
