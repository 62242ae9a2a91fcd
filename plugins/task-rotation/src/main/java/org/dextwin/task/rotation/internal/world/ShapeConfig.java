package org.dextwin.task.rotation.internal.world;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.mechanics.format.MeshReader;
import org.dextwin.mechanics.mesh.SolidMass;

/**
 * An object to turn. Its z axis points out of the palm at the start.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name its name
 * @param kind kind of shape
 * @param sizeM extents of a box [m]
 * @param radiusM radius of a cylinder or sphere [m]
 * @param lengthM length of a cylinder along its z axis [m]
 * @param mesh file of its shape
 * @param meshScale factor of the mesh
 * @param massKg mass [kg]
 * @param placeM where it is put on the palm [m]
 */
public record ShapeConfig(
    @Key(doc = "Its name.") String name,
    @Key(doc = "Kind of shape.") Kind kind,
    @Key(doc = "Extents of a box along its axes.", above = 0) Optional<Vec3> sizeM,
    @Key(doc = "Radius of a cylinder or sphere.", above = 0) Optional<Double> radiusM,
    @Key(doc = "Length of a cylinder along its z axis.", above = 0) Optional<Double> lengthM,
    @Key(doc = "File of a mesh, in metres; it collides as its convex hull.", path = PathKind.FILE)
        Optional<Path> mesh,
    @Key(doc = "Factor of a mesh's coordinates.", byDefault = "1", above = 0) double meshScale,
    @Key(doc = "Its mass.", above = 0) double massKg,
    @Key(
            doc =
                "Where it is put, from the middle of the palm: to the fingertips and to the side of"
                    + " the thumb; left out, where the task says.",
            byDefault = "[]")
        List<Double> placeM) {

  /** Kinds of shapes. */
  public enum Kind {
    /** A box. */
    BOX,
    /** A cylinder about z. */
    CYLINDER,
    /** A ball. */
    SPHERE,
    /** A mesh from a file. */
    MESH
  }

  /** Checks that it has the sizes of its kind, and no others. */
  public ShapeConfig {
    placeM = List.copyOf(placeM);
    require(kind, "size-m", sizeM, kind == Kind.BOX);
    require(kind, "radius-m", radiusM, kind == Kind.CYLINDER || kind == Kind.SPHERE);
    require(kind, "length-m", lengthM, kind == Kind.CYLINDER);
    require(kind, "mesh", mesh, kind == Kind.MESH);
    if (!placeM.isEmpty() && placeM.size() != 2) {
      throw new IllegalArgumentException(
          "place-m is " + placeM + "; it must be [forward, to the thumb]");
    }
  }

  private static void require(Kind kind, String key, Optional<?> size, boolean needed) {
    if (size.isPresent() != needed) {
      throw new IllegalArgumentException(
          "a " + kind.name().toLowerCase(Locale.ROOT) + (needed ? " needs " : " has no ") + key);
    }
  }

  /**
   * An object as engines take it.
   *
   * @param colliders its shape
   * @param mass its mass properties
   */
  public record Solid(List<Collider> colliders, MassProperties mass) {

    /** How far its origin is above what it stands on [m]. */
    double height() {
      return HandFrame.reach(colliders, Vec3.Z.negated());
    }
  }

  /**
   * Reads the object at another size.
   *
   * @param scale factor of all lengths; the mass stays
   * @return the object
   * @throws org.dextwin.api.spi.InvalidInputException if its file is wrong
   */
  public Solid solid(double scale) {
    Shape shape =
        switch (kind) {
          case BOX -> {
            Vec3 half = sizeM.orElseThrow().times(scale / 2);
            yield new Shape.Box(half.x(), half.y(), half.z());
          }
          case CYLINDER ->
              new Shape.Cylinder(scale * radiusM.orElseThrow(), scale * lengthM.orElseThrow() / 2);
          case SPHERE -> new Shape.Sphere(scale * radiusM.orElseThrow());
          case MESH -> new Shape.Mesh(centred(MeshReader.read(mesh.orElseThrow()), scale));
        };
    MassProperties mass =
        shape instanceof Shape.Mesh it
            ? SolidMass.uniformOrHull(it.mesh(), massKg)
            : SolidMass.of(shape, massKg);
    return new Solid(List.of(new Collider("shape", shape, Vec3.ZERO, Quat.IDENTITY)), mass);
  }

  /** Puts the centre of mass into the origin, about which the object is placed and turned. */
  private TriangleMesh centred(TriangleMesh read, double scale) {
    Vec3 center = SolidMass.uniformOrHull(read, 1).centerOfMass();
    double[] vertices = read.vertices();
    for (int i = 0; i < vertices.length; i += 3) {
      Vec3.of(vertices, i).minus(center).times(scale * meshScale).copyTo(vertices, i);
    }
    return new TriangleMesh(vertices, read.triangles());
  }
}
