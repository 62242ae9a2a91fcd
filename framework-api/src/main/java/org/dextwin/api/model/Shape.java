package org.dextwin.api.model;

/**
 * A collision shape in a frame of its own. Angles, sizes and meshes are in metres.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public sealed interface Shape {

  /** The half space z &lt;= 0. */
  record Plane() implements Shape {}

  /**
   * A ball round the origin.
   *
   * @param radius radius [m]
   */
  record Sphere(double radius) implements Shape {
    /**
     * Checks the size.
     *
     * @param radius radius [m]
     */
    public Sphere {
      requirePositive("sphere radius", radius);
    }
  }

  /**
   * A cylinder about z with a half ball on each end.
   *
   * @param radius radius [m]
   * @param halfLength half the length of the cylinder, without the half balls [m]
   */
  record Capsule(double radius, double halfLength) implements Shape {
    /**
     * Checks the sizes.
     *
     * @param radius radius [m]
     * @param halfLength half the length of the cylinder, without the half balls [m]
     */
    public Capsule {
      requirePositive("capsule radius", radius);
      requirePositive("capsule half length", halfLength);
    }
  }

  /**
   * A cylinder about z, centred on the origin.
   *
   * @param radius radius [m]
   * @param halfLength half its length [m]
   */
  record Cylinder(double radius, double halfLength) implements Shape {
    /**
     * Checks the sizes.
     *
     * @param radius radius [m]
     * @param halfLength half its length [m]
     */
    public Cylinder {
      requirePositive("cylinder radius", radius);
      requirePositive("cylinder half length", halfLength);
    }
  }

  /**
   * A box, centred on the origin.
   *
   * @param halfX half its extent along x [m]
   * @param halfY half its extent along y [m]
   * @param halfZ half its extent along z [m]
   */
  record Box(double halfX, double halfY, double halfZ) implements Shape {
    /**
     * Checks the sizes.
     *
     * @param halfX half its extent along x [m]
     * @param halfY half its extent along y [m]
     * @param halfZ half its extent along z [m]
     */
    public Box {
      requirePositive("box half extent", halfX);
      requirePositive("box half extent", halfY);
      requirePositive("box half extent", halfZ);
    }
  }

  /**
   * A triangle mesh.
   *
   * @param mesh the mesh [m]
   */
  record Mesh(TriangleMesh mesh) implements Shape {}

  private static void requirePositive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(what + " is " + value + "; it must be positive");
    }
  }
}
