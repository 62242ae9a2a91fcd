package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.mechanics.mesh.ConvexLayer;
import org.dextwin.mechanics.mesh.ConvexLayers;

/**
 * The body as a solid that stands on one of its faces. If the surface is closed, it is the solid
 * inside; else a stack of layers across the standing axis. A scan that is open where the object
 * stood ends short of the table: there the lowest layer is drawn down to the table by an extension.
 */
final class StandingShape {

  /** Layers of an open body: their height is the resolution of the rim, a few millimetres. */
  private static final int LAYERS = 40;

  /**
   * Part of an open body's height in which its rim is ragged: turntable scans lose the lowest 1 to
   * 2 cm in patches.
   */
  private static final double RAGGED = 0.15;

  private final StableFace face;
  private final Optional<MassProperties> closedSolid;
  private final List<ConvexLayer> layers;
  private final List<Vec3> base;
  private final SupportPoints fixed;
  private final Optional<SupportPoints> rim;

  private StandingShape(
      StableFace face,
      Optional<MassProperties> closedSolid,
      List<ConvexLayer> layers,
      List<Vec3> fixed,
      List<Vec3> base) {
    this.face = face;
    this.closedSolid = closedSolid;
    this.layers = layers;
    this.base = base;
    this.fixed = SupportPoints.of(fixed);
    this.rim = face.open() ? Optional.of(SupportPoints.of(base)) : Optional.empty();
  }

  static StandingShape of(ScannedBody body, StableFace face) {
    if (body.closedSolid().isPresent()) {
      return new StandingShape(
          face, body.closedSolid(), List.of(), body.hullCorners(), base(body, face));
    }
    List<ConvexLayer> layers = ConvexLayers.of(body.mesh(), face.normal(), LAYERS);
    if (!face.open()) {
      return new StandingShape(face, Optional.empty(), layers, corners(layers), base(body, face));
    }
    List<ConvexLayer> kept = upToWidestNearRim(layers);
    ConvexLayer lowest = kept.get(kept.size() - 1);
    List<Vec3> fixed = corners(kept.subList(0, kept.size() - 1));
    List<Vec3> rim =
        lowest.outline().corners().stream()
            .map(c -> c.plus(face.normal().times(face.offset() - face.normal().dot(c))))
            .toList();
    return new StandingShape(
        face, Optional.empty(), kept, fixed.isEmpty() ? lowest.corners() : fixed, rim);
  }

  private static List<Vec3> base(ScannedBody body, StableFace face) {
    return StableFaces.base(body.mesh(), face.normal()).corners();
  }

  private static List<Vec3> corners(List<ConvexLayer> layers) {
    return layers.stream().flatMap(layer -> layer.corners().stream()).toList();
  }

  /** Drops the layers below the widest of those near the rim. */
  private static List<ConvexLayer> upToWidestNearRim(List<ConvexLayer> layers) {
    int ragged = Math.max(1, (int) (RAGGED * layers.size()));
    int widest = layers.size() - 1;
    for (int i = layers.size() - 1; i >= layers.size() - ragged; i--) {
      if (layers.get(i).outline().area() > layers.get(widest).outline().area()) {
        widest = i;
      }
    }
    return layers.subList(0, widest + 1);
  }

  StableFace face() {
    return face;
  }

  /** Returns the point of the body that is lowest when a direction points down. */
  Lowest lowest(Vec3 down, double extension) {
    Vec3 point = fixed.point(fixed.farthest(down));
    if (rim.isPresent()) {
      Vec3 onRim = rim.get().point(rim.get().farthest(down)).plus(face.normal().times(extension));
      if (down.dot(onRim) > down.dot(point)) {
        return new Lowest(onRim, true);
      }
    }
    return new Lowest(point, false);
  }

  /**
   * A lowest point.
   *
   * @param point the point, in the mesh frame [m]
   * @param onRim whether it moves with the extension
   */
  record Lowest(Vec3 point, boolean onRim) {}

  StandingSolid solid(double extension) {
    double table = face.offset() + extension;
    MassProperties mass = closedSolid.orElseGet(() -> stacked(table));
    return new StandingSolid(
        mass.mass(),
        mass.centerOfMass(),
        mass.inertia().times(1 / mass.mass()),
        table - face.normal().dot(mass.centerOfMass()),
        base.stream().map(c -> c.plus(face.normal().times(extension))).toList(),
        face.normal());
  }

  private MassProperties stacked(double table) {
    List<ConvexLayer> stack = new ArrayList<>(layers);
    ConvexLayer lowest = stack.get(stack.size() - 1);
    stack.set(stack.size() - 1, new ConvexLayer(lowest.outline(), lowest.lower(), table));
    return stack.stream().map(layer -> layer.uniform(1)).reduce(MassProperties::plus).orElseThrow();
  }
}
