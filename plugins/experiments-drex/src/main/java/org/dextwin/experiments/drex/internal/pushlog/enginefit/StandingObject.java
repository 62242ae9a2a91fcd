package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.MassProperties;

/**
 * The pushed object: it stands at the world's origin on the plane z = 0, and is pushed along x.
 *
 * @param perMass mass properties of one kilogram; the frame has the centre of mass as origin and at
 *     rest the world's axes
 * @param colliders its surface
 * @param centerHeight height of the centre of mass above the table [m]
 * @param corners points whose convex hull holds the body, in its frame [m]
 */
public record StandingObject(
    MassProperties perMass, List<Collider> colliders, double centerHeight, List<Vec3> corners) {

  /**
   * Copies the lists.
   *
   * @param perMass mass properties of one kilogram
   * @param colliders its surface
   * @param centerHeight height of the centre of mass above the table [m]
   * @param corners points whose convex hull holds the body [m]
   */
  public StandingObject {
    colliders = List.copyOf(colliders);
    corners = List.copyOf(corners);
  }

  /** Returns how high the body reaches [m]. */
  double height() {
    return centerHeight + corners.stream().mapToDouble(Vec3::z).max().orElseThrow();
  }

  /**
   * Returns how far the body reaches against the push at a height: the rear of its convex hull.
   *
   * @param height height above the table [m]
   * @return x in the world [m]
   */
  double rear(double height) {
    double lowest = corners.stream().mapToDouble(Vec3::z).min().orElseThrow();
    double highest = corners.stream().mapToDouble(Vec3::z).max().orElseThrow();
    double z = Math.max(lowest, Math.min(highest, height - centerHeight));
    double rear = Double.POSITIVE_INFINITY;
    for (Vec3 a : corners) {
      for (Vec3 b : corners) {
        if (a.z() <= z && z <= b.z()) {
          double part = b.z() > a.z() ? (z - a.z()) / (b.z() - a.z()) : 0;
          rear = Math.min(rear, a.x() + part * (b.x() - a.x()));
        }
      }
    }
    return rear;
  }
}
