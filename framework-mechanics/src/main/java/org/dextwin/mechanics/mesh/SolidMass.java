package org.dextwin.mechanics.mesh;

import java.util.Optional;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;

/**
 * Mass properties of solids of uniform density.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state. <i>References</i>: Mirtich 1996, "Fast and
 * accurate computation of polyhedral mass properties", for the volume integrals; Blow and Binstock
 * 2004, "How to find the inertia tensor of a mesh", for their sum over signed tetrahedra.
 */
public final class SolidMass {

  private SolidMass() {}

  /**
   * Says why a mesh encloses no solid.
   *
   * @param mesh a mesh whose triangles share vertices by index
   * @return the defect, as a clause that follows "the mesh is no solid:"; empty for a solid
   */
  public static Optional<String> defect(TriangleMesh mesh) {
    Optional<String> open = MeshTopology.defect(mesh);
    if (open.isPresent()) {
      return open;
    }
    double diagonal = BoundingBox.of(mesh).diagonal();
    double volume = VolumeIntegrals.of(mesh).volume();
    if (Math.abs(volume) <= 1e-12 * diagonal * diagonal * diagonal) {
      return Optional.of("it encloses no volume");
    }
    return volume > 0
        ? Optional.empty()
        : Optional.of(
            "it is inside out (volume "
                + volume
                + " m^3); its triangles must be counter-clockwise seen from outside");
  }

  /**
   * Returns the volume that a mesh encloses.
   *
   * @param mesh a closed mesh
   * @return volume [m^3], positive
   * @throws NotSolidException if the mesh is open, flat or inside out
   */
  public static double volume(TriangleMesh mesh) {
    requireSolid(mesh);
    return VolumeIntegrals.of(mesh).volume();
  }

  /**
   * Returns the mass properties of the solid that a mesh encloses.
   *
   * @param mesh a closed mesh
   * @param mass its mass [kg]
   * @return mass, centre of mass and inertia in the mesh frame
   * @throws NotSolidException if the mesh is open, flat or inside out
   */
  public static MassProperties uniform(TriangleMesh mesh, double mass) {
    requireSolid(mesh);
    return VolumeIntegrals.of(mesh).massProperties(mass);
  }

  /**
   * Returns the mass properties of a mesh's convex hull, for surfaces that do not close, such as
   * scans. Hollows and notches are filled: the centre of mass moves towards them.
   *
   * @param mesh any mesh whose vertices do not lie in a plane
   * @param mass its mass [kg]
   * @return mass, centre of mass and inertia in the mesh frame
   * @throws NotSolidException if the vertices lie in a plane
   */
  public static MassProperties uniformHull(TriangleMesh mesh, double mass) {
    return VolumeIntegrals.of(ConvexHull.of(mesh).mesh()).massProperties(mass);
  }

  /**
   * Returns {@link #uniform} of a solid, else {@link #uniformHull}. Ask {@link #defect} beforehand
   * to tell the user which of the two it is.
   *
   * @param mesh any mesh whose vertices do not lie in a plane
   * @param mass its mass [kg]
   * @return mass, centre of mass and inertia in the mesh frame
   * @throws NotSolidException if the vertices lie in a plane
   */
  public static MassProperties uniformOrHull(TriangleMesh mesh, double mass) {
    return defect(mesh).isEmpty() ? uniform(mesh, mass) : uniformHull(mesh, mass);
  }

  /**
   * Returns the mass properties of a solid shape.
   *
   * @param shape a shape of finite volume
   * @param mass its mass [kg]
   * @return mass, centre of mass and inertia in the shape's frame
   * @throws NotSolidException if the shape is a mesh that is no solid
   * @throws IllegalArgumentException if the shape is a plane
   */
  public static MassProperties of(Shape shape, double mass) {
    if (shape instanceof Shape.Mesh mesh) {
      return uniform(mesh.mesh(), mass);
    }
    return new MassProperties(mass, Vec3.ZERO, centralInertia(shape).times(mass));
  }

  /** Returns the inertia of a unit mass about the origin of a symmetric shape. */
  private static SymmetricMatrix3 centralInertia(Shape shape) {
    if (shape instanceof Shape.Box box) {
      double xx = box.halfX() * box.halfX() / 3;
      double yy = box.halfY() * box.halfY() / 3;
      double zz = box.halfZ() * box.halfZ() / 3;
      return SymmetricMatrix3.diagonal(yy + zz, xx + zz, xx + yy);
    }
    if (shape instanceof Shape.Sphere ball) {
      double i = 0.4 * ball.radius() * ball.radius();
      return SymmetricMatrix3.diagonal(i, i, i);
    }
    if (shape instanceof Shape.Cylinder cylinder) {
      return cylinderInertia(cylinder.radius(), cylinder.halfLength());
    }
    if (shape instanceof Shape.Capsule capsule) {
      return capsuleInertia(capsule.radius(), capsule.halfLength());
    }
    throw new IllegalArgumentException("a " + shape + " has no finite mass");
  }

  private static SymmetricMatrix3 cylinderInertia(double r, double h) {
    double across = r * r / 4 + h * h / 3;
    return SymmetricMatrix3.diagonal(across, across, r * r / 2);
  }

  private static SymmetricMatrix3 capsuleInertia(double r, double h) {
    // volumes over pi r^2: cylinder 2h, both half balls 4r/3
    double inCylinder = 2 * h / (2 * h + 4 * r / 3);
    double inBalls = 1 - inCylinder;
    // a half ball's centre of mass is 3r/8 above its base, which lies at h: integral of
    // (h + z)^2 over the half ball = h^2 + 2 h (3r/8) + r^2/5
    double ballAcross = 0.2 * r * r + h * h + 0.75 * h * r + 0.2 * r * r;
    SymmetricMatrix3 balls = SymmetricMatrix3.diagonal(ballAcross, ballAcross, 0.4 * r * r);
    return cylinderInertia(r, h).times(inCylinder).plus(balls.times(inBalls));
  }

  private static void requireSolid(TriangleMesh mesh) {
    defect(mesh)
        .ifPresent(
            defect -> {
              throw new NotSolidException(
                  "the mesh is no solid: "
                      + defect
                      + "; close and orient it in a mesh editor, or use its convex hull");
            });
  }
}
