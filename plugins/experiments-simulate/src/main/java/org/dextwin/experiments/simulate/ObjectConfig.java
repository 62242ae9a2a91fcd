package org.dextwin.experiments.simulate;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;

/**
 * An object of a scene: a uniform solid.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name its name
 * @param shape its shape
 * @param sizeM extents of a box [m]
 * @param radiusM radius of a sphere, cylinder or capsule [m]
 * @param lengthM length of a cylinder or capsule [m]
 * @param mesh mesh of a mesh
 * @param massKg its mass [kg]
 * @param fixed whether it never moves
 * @param positionM its origin [m]
 * @param rotationDeg its roll, pitch and yaw [degrees]
 * @param velocityMPerS its velocity at the start [m/s]
 * @param friction its own coefficient
 */
record ObjectConfig(
    @Key(doc = "Its name, in the report.") String name,
    @Key(doc = "Its shape.") Kind shape,
    @Key(doc = "Extents of a box along its axes.", above = 0) Optional<Vec3> sizeM,
    @Key(doc = "Radius of a sphere, cylinder or capsule.", above = 0) Optional<Double> radiusM,
    @Key(doc = "Length of a cylinder or capsule along its z axis, round ends included.", above = 0)
        Optional<Double> lengthM,
    @Key(doc = "Mesh of a mesh, in metres: OBJ, STL or PLY.", path = PathKind.FILE)
        Optional<Path> mesh,
    @Key(doc = "Its mass, evenly spread.", above = 0) Optional<Double> massKg,
    @Key(doc = "Whether it never moves; it then needs no mass.", byDefault = "false") boolean fixed,
    @Key(doc = "Its centre in the world, or the origin of its mesh.") Vec3 positionM,
    @Key(
            doc = "Roll, pitch and yaw: turns about the world's x, then y, then z.",
            byDefault = "[0, 0, 0]")
        Vec3 rotationDeg,
    @Key(doc = "Its velocity at the start.", byDefault = "[0, 0, 0]") Vec3 velocityMPerS,
    @Key(doc = "Its own Coulomb coefficient.", atLeast = 0, atMost = 10)
        Optional<Double> friction) {

  /** Checks that the sizes are those of the shape, and that it has a mass or stands still. */
  ObjectConfig {
    if (!name.matches("[A-Za-z0-9_.-]+")) {
      throw new IllegalArgumentException(
          "object name '" + name + "' has characters other than letters, digits, - _ and .");
    }
    require(name, shape, "size-m", sizeM, shape == Kind.BOX);
    require(name, shape, "radius-m", radiusM, shape != Kind.BOX && shape != Kind.MESH);
    require(name, shape, "length-m", lengthM, shape == Kind.CYLINDER || shape == Kind.CAPSULE);
    require(name, shape, "mesh", mesh, shape == Kind.MESH);
    if (shape == Kind.CAPSULE && lengthM.orElseThrow() <= 2 * radiusM.orElseThrow()) {
      throw new IllegalArgumentException(
          "object '" + name + "' is a capsule no longer than its two round ends; use a sphere");
    }
    if (fixed == massKg.isPresent()) {
      throw new IllegalArgumentException(
          "object '"
              + name
              + "' needs either mass-kg or fixed = true"
              + (fixed ? ", not both" : ""));
    }
  }

  private static void require(
      String name, Kind shape, String key, Optional<?> size, boolean needed) {
    if (size.isPresent() != needed) {
      throw new IllegalArgumentException(
          "object '%s' is a %s, which %s %s"
              .formatted(
                  name,
                  shape.name().toLowerCase(Locale.ROOT),
                  needed ? "needs" : "has no",
                  needed ? shape.sizes : key));
    }
  }

  /** Kinds of shapes. */
  enum Kind {
    /** A box. */
    BOX("size-m"),
    /** A ball. */
    SPHERE("radius-m"),
    /** A cylinder about z. */
    CYLINDER("radius-m and length-m"),
    /** A cylinder about z with round ends. */
    CAPSULE("radius-m and length-m"),
    /** A mesh. */
    MESH("mesh");

    private final String sizes;

    Kind(String sizes) {
      this.sizes = sizes;
    }
  }
}
