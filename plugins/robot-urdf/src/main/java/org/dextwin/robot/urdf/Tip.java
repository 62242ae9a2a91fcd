package org.dextwin.robot.urdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;

/**
 * The round tip of a finger.
 *
 * @param link the link it is on
 * @param center its centre in that link [m]
 * @param radius its radius [m]
 */
record Tip(String link, Vec3 center, double radius) {

  /** Where no shape tells the radius [m]. */
  private static final double USUAL_RADIUS = 0.01;

  private static final double SMALLEST_RADIUS = 0.001;
  private static final double LARGEST_RADIUS = 0.03;

  /** A ball or rod is the tip if it reaches this part of the way to the farthest point. */
  private static final double REACHES = 0.9;

  /**
   * Finds the tip of the body whose inmost link is given: at a frame that is called a tip, or at
   * the far end of the shapes.
   */
  static Tip of(RobotModel robot, Subtree tree, String last) {
    List<String> body = tree.rigid(last);
    List<Link> shaped =
        body.stream().map(robot::link).filter(link -> !link.colliders().isEmpty()).toList();
    Optional<String> named =
        body.stream()
            .filter(link -> !link.equals(last) && link.toLowerCase(Locale.ROOT).contains("tip"))
            .reduce((first, second) -> second);
    if (named.isPresent()) {
      Link frame = robot.link(named.get());
      return inShapesOf(frame).orElseGet(() -> carried(robot, tree, shaped, frame));
    }
    return shaped.stream()
        .max(Comparator.comparingDouble(link -> reach(poseIn(tree, last, link.name()), link)))
        .flatMap(Tip::inShapesOf)
        .orElseGet(() -> atOrigin(body.get(body.size() - 1)));
  }

  /** A mere frame at the tip: its origin, on the nearest link inwards that has a shape. */
  private static Tip carried(RobotModel robot, Subtree tree, List<Link> shaped, Link frame) {
    List<String> names = shaped.stream().map(Link::name).toList();
    for (String at = frame.name(); ; ) {
      if (names.contains(at)) {
        double radius = inShapesOf(robot.link(at)).map(Tip::radius).orElse(USUAL_RADIUS);
        return new Tip(at, poseIn(tree, at, frame.name()).position(), radius);
      }
      Optional<Joint> carrier = tree.carrier(at);
      if (carrier.isEmpty() || Subtree.moves(carrier.get())) {
        return atOrigin(frame.name());
      }
      at = carrier.get().parent();
    }
  }

  static Tip atOrigin(String link) {
    return new Tip(link, Vec3.ZERO, USUAL_RADIUS);
  }

  /** Pose of a link in another that it is fixed to. */
  private static Pose poseIn(Subtree tree, String base, String link) {
    Pose X = Pose.identity("", "");
    for (String at = link; !at.equals(base); ) {
      Joint carrier = tree.carrier(at).orElseThrow();
      X = new Pose("", "", carrier.position(), carrier.rotation()).times(X);
      at = carrier.parent();
    }
    return X;
  }

  private static double reach(Pose X, Link link) {
    return points(link.colliders()).stream()
        .mapToDouble(point -> X.transform(point).norm())
        .max()
        .orElse(0);
  }

  /** Finds the tip at the end of a link's shapes that is farthest from its origin. */
  static Optional<Tip> inShapesOf(Link link) {
    if (link.colliders().isEmpty()) {
      return Optional.empty();
    }
    double farthest = points(link.colliders()).stream().mapToDouble(Vec3::norm).max().orElse(0);
    Optional<Tip> round =
        link.colliders().stream()
            .flatMap(collider -> round(link.name(), collider).stream())
            .max(Comparator.comparingDouble(tip -> tip.center().norm() + tip.radius()));
    if (round.isPresent()
        && round.get().center().norm() + round.get().radius() >= REACHES * farthest) {
      return round;
    }
    return Optional.of(inBounds(link));
  }

  private static Optional<Tip> round(String link, Collider collider) {
    if (collider.shape() instanceof Shape.Sphere ball) {
      return Optional.of(new Tip(link, collider.position(), limited(ball.radius())));
    }
    if (collider.shape() instanceof Shape.Capsule rod) {
      Vec3 up = collider.rotation().rotate(Vec3.Z).times(rod.halfLength());
      Vec3 top = collider.position().plus(up);
      Vec3 bottom = collider.position().minus(up);
      return Optional.of(
          new Tip(link, top.norm() >= bottom.norm() ? top : bottom, limited(rod.radius())));
    }
    return Optional.empty();
  }

  /** The end of the box about all shapes, along the axis on which it is farthest away. */
  private static Tip inBounds(Link link) {
    double[] low = new double[3];
    double[] high = new double[3];
    for (int k = 0; k < 3; k++) {
      int axis = k;
      List<Vec3> points = points(link.colliders());
      low[k] = points.stream().mapToDouble(p -> coordinate(p, axis)).min().orElse(0);
      high[k] = points.stream().mapToDouble(p -> coordinate(p, axis)).max().orElse(0);
    }
    int along = 0;
    for (int k = 1; k < 3; k++) {
      if (Math.max(-low[k], high[k]) > Math.max(-low[along], high[along])) {
        along = k;
      }
    }
    int one = (along + 1) % 3;
    int other = (along + 2) % 3;
    double radius = limited(Math.min(high[one] - low[one], high[other] - low[other]) / 2);
    double[] center = new double[3];
    center[one] = (low[one] + high[one]) / 2;
    center[other] = (low[other] + high[other]) / 2;
    center[along] = high[along] >= -low[along] ? high[along] - radius : low[along] + radius;
    return new Tip(link.name(), Vec3.of(center, 0), radius);
  }

  private static double limited(double radius) {
    return Math.min(Math.max(radius, SMALLEST_RADIUS), LARGEST_RADIUS);
  }

  private static double coordinate(Vec3 p, int axis) {
    return axis == 0 ? p.x() : axis == 1 ? p.y() : p.z();
  }

  /** Corners of the shapes, or of boxes about them, in the link. */
  private static List<Vec3> points(List<Collider> colliders) {
    List<Vec3> points = new ArrayList<>();
    for (Collider collider : colliders) {
      Quat R = collider.rotation();
      for (Vec3 corner : corners(collider.shape())) {
        points.add(collider.position().plus(R.rotate(corner)));
      }
    }
    return points;
  }

  private static List<Vec3> corners(Shape shape) {
    if (shape instanceof Shape.Box box) {
      return corners(box.halfX(), box.halfY(), box.halfZ());
    } else if (shape instanceof Shape.Sphere ball) {
      return corners(ball.radius(), ball.radius(), ball.radius());
    } else if (shape instanceof Shape.Cylinder rod) {
      return corners(rod.radius(), rod.radius(), rod.halfLength());
    } else if (shape instanceof Shape.Capsule rod) {
      return corners(rod.radius(), rod.radius(), rod.halfLength() + rod.radius());
    } else if (shape instanceof Shape.Mesh mesh) {
      List<Vec3> vertices = new ArrayList<>();
      for (int i = 0; i < mesh.mesh().vertexCount(); i++) {
        vertices.add(mesh.mesh().vertex(i));
      }
      return vertices;
    }
    return List.of();
  }

  private static List<Vec3> corners(double x, double y, double z) {
    List<Vec3> corners = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      corners.add(new Vec3((i & 1) == 0 ? x : -x, (i & 2) == 0 ? y : -y, (i & 4) == 0 ? z : -z));
    }
    return corners;
  }
}
