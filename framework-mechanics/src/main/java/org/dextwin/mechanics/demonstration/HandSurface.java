package org.dextwin.mechanics.demonstration;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.mesh.MeshShapes;

/** Points on the surfaces of a robot's collision shapes, spread evenly enough to see contact. */
final class HandSurface {

  /** Distance of neighbouring points [m]: what is between them hides less than half of it. */
  private static final double SPACING = 0.004;

  private static final int SIDES = 16;

  /**
   * The surface of one collision shape, in its link L.
   *
   * @param link index of the link
   * @param centre centre of a ball round all points [m]
   * @param radius radius of that ball [m]
   * @param points the points [m]
   */
  record Patch(int link, Vec3 centre, double radius, List<Vec3> points) {}

  private HandSurface() {}

  static List<Patch> of(KinematicTree tree) {
    List<Patch> patches = new ArrayList<>();
    RobotModel robot = tree.model();
    for (Link link : robot.links()) {
      int index = tree.linkIndex(link.name());
      for (Collider collider : link.colliders()) {
        Pose X_LS = new Pose(link.name(), "shape", collider.position(), collider.rotation());
        patches.add(patch(index, points(collider.shape()).stream().map(X_LS::transform).toList()));
      }
    }
    return patches;
  }

  private static Patch patch(int link, List<Vec3> points) {
    Vec3 sum = Vec3.ZERO;
    for (Vec3 p : points) {
      sum = sum.plus(p);
    }
    Vec3 centre = sum.times(1.0 / points.size());
    double radius = points.stream().mapToDouble(centre::distanceTo).max().orElse(0);
    return new Patch(link, centre, radius, points);
  }

  private static List<Vec3> points(Shape shape) {
    if (shape instanceof Shape.Box box) {
      return spread(MeshShapes.box(2 * box.halfX(), 2 * box.halfY(), 2 * box.halfZ()));
    } else if (shape instanceof Shape.Cylinder cylinder) {
      return spread(MeshShapes.cylinder(cylinder.radius(), 2 * cylinder.halfLength(), SIDES));
    } else if (shape instanceof Shape.Sphere sphere) {
      return spread(MeshShapes.ball(sphere.radius(), SIDES));
    } else if (shape instanceof Shape.Capsule capsule) {
      List<Vec3> points = new ArrayList<>();
      points.addAll(spread(MeshShapes.cylinder(capsule.radius(), 2 * capsule.halfLength(), SIDES)));
      Vec3 end = new Vec3(0, 0, capsule.halfLength());
      for (Vec3 p : spread(MeshShapes.ball(capsule.radius(), SIDES))) {
        points.add(p.z() > 0 ? p.plus(end) : p.minus(end));
      }
      return points;
    } else if (shape instanceof Shape.Mesh mesh) {
      return spread(mesh.mesh());
    }
    throw new IllegalArgumentException("a hand carries a plane");
  }

  /** Corners of all triangles, and a grid within the large ones. */
  private static List<Vec3> spread(TriangleMesh mesh) {
    List<Vec3> points = new ArrayList<>();
    for (int i = 0; i < mesh.vertexCount(); i++) {
      points.add(mesh.vertex(i));
    }
    for (int t = 0; t < mesh.triangleCount(); t++) {
      Vec3 a = mesh.vertex(mesh.corner(t, 0));
      Vec3 ab = mesh.vertex(mesh.corner(t, 1)).minus(a);
      Vec3 ac = mesh.vertex(mesh.corner(t, 2)).minus(a);
      double longest = Math.max(Math.max(ab.norm(), ac.norm()), ab.minus(ac).norm());
      int cuts = (int) Math.ceil(longest / SPACING);
      for (int i = 0; i <= cuts; i++) {
        for (int k = 0; k <= cuts - i; k++) {
          boolean isCorner = i == cuts || k == cuts || i + k == 0;
          if (!isCorner) {
            points.add(a.plus(ab.times((double) i / cuts)).plus(ac.times((double) k / cuts)));
          }
        }
      }
    }
    return points;
  }
}
