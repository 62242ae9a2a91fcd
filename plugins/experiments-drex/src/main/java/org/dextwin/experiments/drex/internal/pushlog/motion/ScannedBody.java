package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.mesh.ConvexHull;
import org.dextwin.mechanics.mesh.SolidMass;
import org.dextwin.mechanics.mesh.VertexWelder;

/** The object's surface, and what of it does not depend on how it stands. */
final class ScannedBody {

  private final TriangleMesh mesh;
  private final List<Vec3> hullCorners;
  private final List<StableFace> faces;
  private final Optional<MassProperties> closedSolid;
  private final Map<StableFace, StandingShape> shapes = new HashMap<>();

  ScannedBody(String object, TriangleMesh surface) {
    if (surface.triangleCount() == 0) {
      throw new InvalidInputException(
          "the mesh of '" + object + "' has no triangles; expected the surface of the object");
    }
    this.mesh = VertexWelder.weld(surface);
    TriangleMesh hull = ConvexHull.of(mesh).mesh();
    this.hullCorners = vertices(hull);
    this.closedSolid =
        SolidMass.defect(mesh).isEmpty()
            ? Optional.of(SolidMass.uniform(mesh, SolidMass.volume(mesh)))
            : Optional.empty();
    // the hull's volume as its mass: only the centre of mass matters here
    this.faces = StableFaces.of(mesh, hull, SolidMass.uniform(hull, 1).centerOfMass());
  }

  private static List<Vec3> vertices(TriangleMesh mesh) {
    List<Vec3> vertices = new ArrayList<>(mesh.vertexCount());
    for (int i = 0; i < mesh.vertexCount(); i++) {
      vertices.add(mesh.vertex(i));
    }
    return vertices;
  }

  TriangleMesh mesh() {
    return mesh;
  }

  List<Vec3> hullCorners() {
    return hullCorners;
  }

  List<StableFace> faces() {
    return faces;
  }

  /** Returns the solid inside a closed surface at density one; empty if the surface is open. */
  Optional<MassProperties> closedSolid() {
    return closedSolid;
  }

  StandingShape standingOn(StableFace face) {
    return shapes.computeIfAbsent(face, f -> StandingShape.of(this, f));
  }
}
