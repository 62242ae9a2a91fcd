package org.dextwin.mechanics.mjcf;

import java.util.Optional;
import java.util.Set;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.mesh.ConvexHull;
import org.dextwin.mechanics.mesh.SolidMass;
import org.dextwin.mechanics.xml.XmlElement;

/**
 * A geom: its shape and where it sits in its body.
 *
 * @param layers the element on its defaults
 * @param type MuJoCo's name of the kind of shape
 * @param size its sizes, of which the type uses the first few [m]
 * @param placement where the shape sits in the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Geom(Layers layers, String type, double[] size, Placement placement) {

  private static final String[] TYPES = {
    "plane", "hfield", "sphere", "capsule", "ellipsoid", "cylinder", "box", "mesh", "sdf"
  };
  private static final Set<String> LONG = Set.of("capsule", "cylinder", "box", "ellipsoid");
  private static final double WATER = 1000; // MuJoCo's density unless it is said [kg/m^3]

  static Geom of(Layers layers, Placement X_BF, Compiler compiler) {
    String type = layers.choice("type", "sphere", TYPES);
    double[] size = new double[3];
    layers.overlay("size", size);
    double[] ends = layers.numbers("fromto", 6, 6);
    Placement placement;
    if (ends.length == 0) {
      placement = Placement.of(layers, compiler);
    } else {
      placement = between(layers, type, ends, size);
    }
    return new Geom(layers, type, size, X_BF.times(placement));
  }

  /** The z axis points from the second end to the first; half their distance is the last size. */
  private static Placement between(Layers layers, String type, double[] ends, double[] size) {
    Vec3 from = Vec3.of(ends, 0);
    Vec3 to = Vec3.of(ends, 3);
    Vec3 along = from.minus(to);
    if (!LONG.contains(type) || along.norm() < 1e-15) {
      throw layers
          .of("fromto")
          .problem(
              "found fromto on a "
                  + type
                  + " of length "
                  + along.norm()
                  + "; expected two ends of one of "
                  + LONG);
    }
    if (type.equals("capsule") || type.equals("cylinder")) {
      size[1] = along.norm() / 2;
    } else {
      size[1] = size[0];
      size[2] = along.norm() / 2;
    }
    return new Placement(from.plus(to).times(0.5), Placement.turningZTo(along.normalized()));
  }

  /** Whether this geom touches anything. */
  boolean collides(Set<String> paired) {
    return layers.number("contype").orElse(1) != 0
        || layers.number("conaffinity").orElse(1) != 0
        || layers.element().text("name").filter(paired::contains).isPresent();
  }

  boolean hasMass(Compiler compiler) {
    double group = layers.number("group").orElse(0);
    boolean heavy = layers.number("mass").orElse(layers.number("density").orElse(WATER)) > 0;
    return heavy
        && !type.equals("plane")
        && !type.equals("hfield")
        && group >= compiler.firstGroup()
        && group <= compiler.lastGroup();
  }

  /** Returns the shape; empty if the framework has none like it, or its mesh is missing. */
  Optional<Shape> shape(MeshAssets meshes) {
    try {
      return switch (type) {
        case "plane" -> Optional.of(new Shape.Plane());
        case "sphere" -> Optional.of(new Shape.Sphere(size[0]));
        case "capsule" -> Optional.of(new Shape.Capsule(size[0], size[1]));
        case "cylinder" -> Optional.of(new Shape.Cylinder(size[0], size[1]));
        case "box" -> Optional.of(new Shape.Box(size[0], size[1], size[2]));
        case "mesh" -> mesh(meshes).map(Shape.Mesh::new);
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException e) {
      throw layers
          .of("size")
          .problem(
              "type "
                  + type
                  + " with size "
                  + XmlElement.quoted(sizeText())
                  + ": "
                  + e.getMessage());
    }
  }

  private String sizeText() {
    return layers.text("size").orElse("none");
  }

  private Optional<TriangleMesh> mesh(MeshAssets meshes) {
    String name =
        layers
            .text("mesh")
            .orElseThrow(
                () -> layers.element().problem("found no mesh; expected one with type=\"mesh\""));
    return meshes.get(layers.of("mesh"), name);
  }

  /** Mass properties in the body; empty if the mesh is missing. */
  Optional<MassProperties> mass(MeshAssets meshes) {
    if (layers.text("shellinertia").orElse("false").equals("true") || type.equals("sdf")) {
      throw layers
          .element()
          .problem(
              "found the mass of a shell or of type sdf, which is not read; expected an <inertial>"
                  + " element in the body");
    }
    if (layers.has("mesh") && !type.equals("mesh")) {
      throw layers
          .element()
          .problem(
              "found a "
                  + type
                  + " that is fitted to a mesh, which is not read; expected size and pos");
    }
    if (type.equals("ellipsoid")) {
      return Optional.of(ellipsoid().inFrame(placement.position(), placement.rotation()));
    }
    return shape(meshes)
        .map(shape -> solid(shape).inFrame(placement.position(), placement.rotation()));
  }

  private MassProperties solid(Shape shape) {
    double mass = layers.number("mass").orElseGet(() -> density() * volume(shape));
    return shape instanceof Shape.Mesh mesh
        ? SolidMass.uniformOrHull(mesh.mesh(), mass)
        : SolidMass.of(shape, mass);
  }

  private double density() {
    return layers.number("density").orElse(WATER);
  }

  private double volume(Shape shape) {
    double r = size[0];
    if (shape instanceof Shape.Mesh mesh) {
      return SolidMass.defect(mesh.mesh()).isEmpty()
          ? SolidMass.volume(mesh.mesh())
          : ConvexHull.of(mesh.mesh()).volume();
    }
    return switch (type) {
      case "sphere" -> 4 * Math.PI * r * r * r / 3;
      case "capsule" -> Math.PI * r * r * (2 * size[1] + 4 * r / 3);
      case "cylinder" -> Math.PI * r * r * 2 * size[1];
      default -> 8 * size[0] * size[1] * size[2];
    };
  }

  private MassProperties ellipsoid() {
    double xx = size[0] * size[0] / 5;
    double yy = size[1] * size[1] / 5;
    double zz = size[2] * size[2] / 5;
    double volume = 4 * Math.PI * size[0] * size[1] * size[2] / 3;
    double mass = layers.number("mass").orElse(density() * volume);
    return new MassProperties(
        mass, Vec3.ZERO, SymmetricMatrix3.diagonal(yy + zz, xx + zz, xx + yy).times(mass));
  }
}
