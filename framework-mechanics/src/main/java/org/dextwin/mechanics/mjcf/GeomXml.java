package org.dextwin.mechanics.mjcf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.mesh.ConvexHull;
import org.dextwin.mechanics.mesh.NotSolidException;
import org.dextwin.mechanics.xml.XmlText;

/**
 * Writes colliders as geoms. Meshes go into the model as the corners of their convex hulls: MuJoCo
 * collides hulls alone, wants a mesh to be closed and oriented, which scans are not, and needs no
 * second file so.
 */
final class GeomXml {

  /** Volume from which MuJoCo takes a mesh for flat, with a margin [m^3]. */
  private static final double SMALLEST_VOLUME = 1e-14;

  private final Map<TriangleMesh, String> meshes = new LinkedHashMap<>();
  private final Map<String, TriangleMesh> hulls = new LinkedHashMap<>();

  /**
   * Registers the mesh of a collider, if it is one.
   *
   * @param name name of the geom
   * @throws IllegalArgumentException if the mesh has no hull
   */
  void collect(String name, Collider collider) {
    if (collider.shape() instanceof Shape.Mesh shape && !meshes.containsKey(shape.mesh())) {
      meshes.put(shape.mesh(), name);
      hulls.put(name, hull(name, shape.mesh()));
    }
  }

  private static TriangleMesh hull(String name, TriangleMesh mesh) {
    try {
      ConvexHull hull = ConvexHull.of(mesh);
      if (hull.volume() >= SMALLEST_VOLUME) {
        return hull.mesh();
      }
      throw new IllegalArgumentException(
          "the mesh of '"
              + name
              + "' has a convex hull of "
              + hull.volume()
              + " m^3; expected at least "
              + SMALLEST_VOLUME
              + "; is it in metres?");
    } catch (NotSolidException e) {
      throw new IllegalArgumentException(
          "the mesh of '"
              + name
              + "' has no convex hull: "
              + e.getMessage()
              + "; use a thin box in its place",
          e);
    }
  }

  /** Writes the assets, if there are any. */
  void writeAssets(XmlText xml) {
    if (hulls.isEmpty()) {
      return;
    }
    xml.open("asset");
    hulls.forEach(
        (name, hull) ->
            xml.open("mesh").attribute("name", name).attribute("vertex", hull.vertices()).close());
    xml.close();
  }

  /** Opens a geom; the caller adds attributes and closes it. */
  XmlText open(XmlText xml, String name, Collider collider) {
    xml.open("geom").attribute("name", name);
    shape(xml, collider.shape());
    if (!collider.position().equals(Vec3.ZERO)) {
      xml.attribute("pos", collider.position());
    }
    if (!collider.rotation().equals(Quat.IDENTITY)) {
      xml.attribute("quat", collider.rotation());
    }
    return xml;
  }

  private void shape(XmlText xml, Shape shape) {
    if (shape instanceof Shape.Plane) {
      // without bounds; the third number is the spacing of a drawn grid
      xml.attribute("type", "plane").attribute("size", 0, 0, 1);
    } else if (shape instanceof Shape.Sphere ball) {
      xml.attribute("type", "sphere").attribute("size", ball.radius());
    } else if (shape instanceof Shape.Capsule capsule) {
      xml.attribute("type", "capsule").attribute("size", capsule.radius(), capsule.halfLength());
    } else if (shape instanceof Shape.Cylinder cylinder) {
      xml.attribute("type", "cylinder").attribute("size", cylinder.radius(), cylinder.halfLength());
    } else if (shape instanceof Shape.Box box) {
      xml.attribute("type", "box").attribute("size", box.halfX(), box.halfY(), box.halfZ());
    } else if (shape instanceof Shape.Mesh mesh) {
      String name = meshes.get(mesh.mesh());
      if (name == null) {
        throw new IllegalStateException("a mesh was not collected");
      }
      xml.attribute("type", "mesh").attribute("mesh", name);
    }
  }
}
