package org.dextwin.mechanics.mjcf;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.ContactPair;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;

/** All pairs of geoms of a scene that may touch. */
final class PairList {

  /** MuJoCo tests every pair in every step; this many take about a millisecond. */
  private static final int MOST = 100_000;

  private final Scene scene;
  private final List<MjcfContactPair> pairs = new ArrayList<>();

  private record Owner(String name, Material material, boolean isFree, List<Surface> surfaces) {}

  /** A geom; of what never moves the mass is infinite. */
  private record Surface(String geom, Shape shape, double mass) {

    boolean isStatic() {
      return Double.isInfinite(mass);
    }

    boolean meets(Surface other) {
      boolean bothPlanes = shape instanceof Shape.Plane && other.shape instanceof Shape.Plane;
      return !bothPlanes && !(isStatic() && other.isStatic());
    }
  }

  PairList(Scene scene, List<RobotXml> robots) {
    this.scene = scene;
    List<Owner> owners = new ArrayList<>();
    for (SceneBody body : scene.bodies()) {
      double mass = body.mass().map(MassProperties::mass).orElse(Double.POSITIVE_INFINITY);
      owners.add(
          new Owner(
              body.name(),
              body.material(),
              body.mass().isPresent(),
              surfaces(body.name(), body.colliders(), mass)));
    }
    for (int i = 0; i < robots.size(); i++) {
      owners.add(owner(scene.robots().get(i), robots.get(i)));
    }
    for (int i = 0; i < owners.size(); i++) {
      for (int j = i + 1; j < owners.size(); j++) {
        add(owners.get(i), owners.get(j));
      }
    }
  }

  List<MjcfContactPair> pairs() {
    return pairs;
  }

  private static Owner owner(SceneRobot robot, RobotXml body) {
    List<Surface> surfaces = new ArrayList<>();
    for (Link link : robot.model().links()) {
      double mass =
          body.moves(link.name())
              ? Math.max(body.surfaceMass(link.name()), InertialXml.TRACE_MASS)
              : Double.POSITIVE_INFINITY;
      surfaces.addAll(surfaces(robot.name() + "/" + link.name(), link.colliders(), mass));
    }
    return new Owner(robot.name(), robot.material(), false, surfaces);
  }

  private static List<Surface> surfaces(String body, List<Collider> colliders, double mass) {
    List<Surface> surfaces = new ArrayList<>();
    for (int i = 0; i < colliders.size(); i++) {
      surfaces.add(new Surface(MjcfNames.geom(body, colliders, i), colliders.get(i).shape(), mass));
    }
    return surfaces;
  }

  private void add(Owner a, Owner b) {
    Material material = material(a, b);
    for (Surface first : a.surfaces()) {
      for (Surface second : b.surfaces()) {
        if (first.meets(second)) {
          add(a, first, b, second, material);
        }
      }
    }
  }

  private void add(Owner a, Surface first, Owner b, Surface second, Material material) {
    if (pairs.size() == MOST) {
      throw new IllegalArgumentException(
          "scene '"
              + scene.name()
              + "' has more than "
              + MOST
              + " pairs of colliders that may touch; give its bodies fewer colliders");
    }
    boolean bears = (a.isFree() && second.isStatic()) || (b.isFree() && first.isStatic());
    pairs.add(
        new MjcfContactPair(
            first.geom() + "~" + second.geom(),
            a.name(),
            b.name(),
            first.geom(),
            second.geom(),
            material,
            1 / (1 / first.mass() + 1 / second.mass()),
            bears ? scene.gravity().norm() : 0));
  }

  private Material material(Owner a, Owner b) {
    for (ContactPair pair : scene.pairs()) {
      boolean same = pair.first().equals(a.name()) && pair.second().equals(b.name());
      boolean swapped = pair.first().equals(b.name()) && pair.second().equals(a.name());
      if (same || swapped) {
        return pair.material();
      }
    }
    return MjcfContact.combined(a.material(), b.material());
  }
}
