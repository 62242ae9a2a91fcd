package org.dextwin.task.grasp.internal.object;

import java.util.Locale;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Shape;
import org.dextwin.api.spi.Key;

/**
 * A part of an object.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param kind kind of shape
 * @param sizeM extents of a box [m]
 * @param radiusM radius of a cylinder or sphere [m]
 * @param lengthM length of a cylinder along its z axis [m]
 * @param positionM its centre in the object [m]
 * @param rotationDeg its roll, pitch and yaw in the object [degrees]
 */
public record ShapeConfig(
    @Key(doc = "Kind of shape.") Kind kind,
    @Key(doc = "Extents of a box along its axes.", above = 0) Optional<Vec3> sizeM,
    @Key(doc = "Radius of a cylinder or sphere.", above = 0) Optional<Double> radiusM,
    @Key(doc = "Length of a cylinder along its z axis.", above = 0) Optional<Double> lengthM,
    @Key(doc = "Its centre in the object.", byDefault = "[0, 0, 0]") Vec3 positionM,
    @Key(doc = "Its roll, pitch and yaw in the object.", byDefault = "[0, 0, 0]")
        Vec3 rotationDeg) {

  /** Kinds of shapes. */
  public enum Kind {
    /** A box. */
    BOX,
    /** A cylinder about z. */
    CYLINDER,
    /** A ball. */
    SPHERE
  }

  /** Checks that it has the sizes of its kind, and no others. */
  public ShapeConfig {
    require(kind, "size-m", sizeM, kind == Kind.BOX);
    require(kind, "radius-m", radiusM, kind != Kind.BOX);
    require(kind, "length-m", lengthM, kind == Kind.CYLINDER);
  }

  private static void require(Kind kind, String key, Optional<?> size, boolean needed) {
    if (size.isPresent() != needed) {
      throw new IllegalArgumentException(
          "a " + kind.name().toLowerCase(Locale.ROOT) + (needed ? " needs " : " has no ") + key);
    }
  }

  Shape shape() {
    return switch (kind) {
      case BOX -> {
        Vec3 size = sizeM.orElseThrow();
        yield new Shape.Box(size.x() / 2, size.y() / 2, size.z() / 2);
      }
      case CYLINDER -> new Shape.Cylinder(radiusM.orElseThrow(), lengthM.orElseThrow() / 2);
      case SPHERE -> new Shape.Sphere(radiusM.orElseThrow());
    };
  }

  Collider collider(String name) {
    return new Collider(
        name,
        shape(),
        positionM,
        Quat.fromRollPitchYaw(
            Math.toRadians(rotationDeg.x()),
            Math.toRadians(rotationDeg.y()),
            Math.toRadians(rotationDeg.z())));
  }

  double volume() {
    return switch (kind) {
      case BOX -> {
        Vec3 size = sizeM.orElseThrow();
        yield size.x() * size.y() * size.z();
      }
      case CYLINDER -> Math.PI * Math.pow(radiusM.orElseThrow(), 2) * lengthM.orElseThrow();
      case SPHERE -> 4.0 / 3 * Math.PI * Math.pow(radiusM.orElseThrow(), 3);
    };
  }
}
