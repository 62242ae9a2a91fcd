package org.dextwin.experiments.drex.internal.pushlog.synthetic;

import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.mesh.BoundingBox;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.mechanics.mesh.SolidMass;

/**
 * A uniform body that stands upright on a table: z of the mesh is up, and it is pushed along one of
 * the horizontal axes of the mesh.
 *
 * @param name name of the object
 * @param mesh its shape, in the mesh frame M
 * @param R_UM rotation that turns the axis along which it is pushed into x
 * @param R_MT rotation from the tracker's object frame to the mesh's
 * @param mass mass [kg]
 * @param friction coefficient of friction on the table
 */
public record PushedBody(
    String name, TriangleMesh mesh, Quat R_UM, Quat R_MT, double mass, double friction) {

  private static final Quat QUARTER_TURN_ABOUT_Z = Quat.aboutAxis(Vec3.Z, Math.PI / 2);

  /** The tracker's frame of the letter: axes in turn, as with the real letter A. */
  private static final Quat AXES_IN_TURN = new Quat(0.5, 0.5, 0.5, 0.5);

  public static TriangleMesh boxMesh() {
    return MeshShapes.box(0.044, 0.07, 0.12);
  }

  public static TriangleMesh cylinderMesh() {
    return MeshShapes.cylinder(0.024, 0.13, 32);
  }

  public static TriangleMesh letterMesh() {
    return MeshShapes.letterA(0.1, 0.12, 0.04);
  }

  public static PushedBody box(double mass, double friction) {
    return new PushedBody("box", boxMesh(), Quat.IDENTITY, Quat.IDENTITY, mass, friction);
  }

  public static PushedBody cylinder(double mass, double friction) {
    return new PushedBody("cylinder", cylinderMesh(), Quat.IDENTITY, Quat.IDENTITY, mass, friction);
  }

  public static PushedBody letter(double mass, double friction) {
    return new PushedBody(
        "letter", letterMesh(), QUARTER_TURN_ABOUT_Z, AXES_IN_TURN, mass, friction);
  }

  PushedBody named(String newName) {
    return new PushedBody(newName, mesh, R_UM, R_MT, mass, friction);
  }

  public PushedBody withMass(double newMass) {
    return new PushedBody(name, mesh, R_UM, R_MT, newMass, friction);
  }

  /** Half the base along the push, about the centre of mass [m]. */
  double halfBase() {
    return extent().x() / 2;
  }

  double height() {
    return extent().z();
  }

  private Vec3 extent() {
    Vec3 size = BoundingBox.of(mesh).size();
    Vec3 turned = R_UM.rotate(size);
    return new Vec3(Math.abs(turned.x()), Math.abs(turned.y()), Math.abs(turned.z()));
  }

  private MassProperties properties() {
    return SolidMass.uniform(mesh, mass);
  }

  Vec3 centerOfMass() {
    return properties().centerOfMass();
  }

  /** Height of the centre of mass over the table when it stands [m]. */
  double centerHeight() {
    return properties().centerOfMass().z() - BoundingBox.of(mesh).lower().z();
  }

  /** Inertia about the axis of tipping through the centre of mass [kg m^2]. */
  double tippingInertia() {
    return properties().inertia().rotated(R_UM).yy();
  }
}
