package org.dextwin.sim.semiimplicit.internal.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.ContactPair;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.Shape;
import org.dextwin.api.sim.ContactReport;
import org.dextwin.api.sim.ContactReport.Contact;
import org.dextwin.mechanics.dynamics.Frames;
import org.dextwin.sim.semiimplicit.internal.dynamics.ParameterVector;

/**
 * All pairs of colliders of a world that can touch. Where they do is found here; what follows from
 * it is for {@link ContactForces} or {@link ProjectedContacts}.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class Meetings {

  /** Share of the largest depth beyond which a contact is taken for a mistake. */
  private static final double TOO_DEEP = 0.8;

  private final List<Meeting> all = new ArrayList<>();
  private final ParameterVector parameters;

  /**
   * Pairs the surfaces of a world.
   *
   * @param owners bodies and robots
   * @param given pairs whose material is not combined
   * @param parameters added to: friction, stiffness and damping of every pair of owners
   */
  public Meetings(List<SurfaceOwner> owners, List<ContactPair> given, ParameterVector parameters) {
    this.parameters = parameters;
    for (int i = 0; i < owners.size(); i++) {
      for (int j = i + 1; j < owners.size(); j++) {
        pair(owners.get(i), owners.get(j), given);
      }
    }
  }

  private void pair(SurfaceOwner a, SurfaceOwner b, List<ContactPair> given) {
    List<Surface[]> meeting = new ArrayList<>();
    for (Surface first : a.surfaces()) {
      for (Surface second : b.surfaces()) {
        if (!(first.isStatic() && second.isStatic()) && canTouch(first, second)) {
          meeting.add(new Surface[] {first, second});
        }
      }
    }
    if (meeting.isEmpty()) {
      return;
    }
    PairMaterial material = material(a, b, given);
    for (Surface[] both : meeting) {
      add(both[0], both[1], material);
    }
  }

  private static boolean canTouch(Surface a, Surface b) {
    return !(a.collider().shape() instanceof Shape.Plane
        && b.collider().shape() instanceof Shape.Plane);
  }

  private PairMaterial material(SurfaceOwner a, SurfaceOwner b, List<ContactPair> given) {
    for (ContactPair pair : given) {
      boolean same = pair.first().equals(a.name()) && pair.second().equals(b.name());
      boolean swapped = pair.first().equals(b.name()) && pair.second().equals(a.name());
      if (same || swapped) {
        return PairMaterial.add(pair.first(), pair.second(), pair.material(), parameters);
      }
    }
    Material combined = PairMaterial.combine(a.material(), b.material());
    return PairMaterial.add(a.name(), b.name(), combined, parameters);
  }

  private void add(Surface a, Surface b, PairMaterial material) {
    List<ProbedField> sources = new ArrayList<>();
    probe(a, b).ifPresent(sources::add);
    probe(b, a).ifPresent(sources::add);
    all.add(
        new Meeting(
            a.collider().name(),
            b.collider().name(),
            material,
            sources,
            new BoundingBalls(a.frame(), a.collider(), b.frame(), b.collider())));
  }

  /** How one surface feels another, if that is for it to do. */
  private static Optional<ProbedField> probe(Surface a, Surface b) {
    Shape own = a.collider().shape();
    Shape other = b.collider().shape();
    if (!feels(own, other, a.frame() < b.frame())) {
      return Optional.empty();
    }
    if (own instanceof Shape.Mesh mesh && !(other instanceof Shape.Plane)) {
      return Optional.of(
          other instanceof Shape.Mesh hull
              ? field(a, Probes.of(a.collider()), b, new HullField(hull.mesh()))
              : field(a, Probes.ofVertices(a.collider(), mesh), b, fieldOf(b.collider())));
    }
    return Optional.of(field(a, Probes.of(a.collider()), b, fieldOf(b.collider())));
  }

  /** Of two shapes, the rounder one feels the other; of two alike that are round, the first. */
  private static boolean feels(Shape own, Shape other, boolean isFirst) {
    if (own instanceof Shape.Plane) {
      return false;
    }
    if (own instanceof Shape.Sphere) {
      return !(other instanceof Shape.Sphere) || isFirst;
    }
    if (other instanceof Shape.Sphere) {
      return false;
    }
    if (own instanceof Shape.Capsule) {
      return !(other instanceof Shape.Capsule) || isFirst;
    }
    if (own instanceof Shape.Mesh) {
      return !(other instanceof Shape.Capsule);
    }
    // corners of boxes and cylinders lie too sparsely to feel a mesh
    return !(other instanceof Shape.Mesh);
  }

  private static ProbedField field(Surface a, Probes probes, Surface b, DistanceField field) {
    return new ProbedField(a.frame(), probes, b.frame(), b.collider(), field);
  }

  private static DistanceField fieldOf(Collider collider) {
    Shape shape = collider.shape();
    if (shape instanceof Shape.Sphere sphere) {
      return new CapsuleField(sphere.radius(), 0);
    }
    if (shape instanceof Shape.Capsule capsule) {
      return new CapsuleField(capsule.radius(), capsule.halfLength());
    }
    if (shape instanceof Shape.Cylinder cylinder) {
      return new CylinderField(cylinder.radius(), cylinder.halfLength());
    }
    if (shape instanceof Shape.Box box) {
      return new BoxField(box.halfX(), box.halfY(), box.halfZ());
    }
    if (shape instanceof Shape.Mesh mesh) {
      return new MeshField(mesh.mesh());
    }
    return new PlaneField();
  }

  List<Meeting> all() {
    return all;
  }

  /**
   * Looks for a contact that is deeper than its shapes allow, where they were last looked for.
   *
   * @return index of the pair, or -1
   */
  public int tooDeep() {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).severity() > TOO_DEEP) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Names the bodies and colliders of a pair.
   *
   * @param pair its index
   * @return a description for messages
   */
  public String describe(int pair) {
    return all.get(pair).describe();
  }

  /**
   * Reports the contacts where they were last looked for.
   *
   * @param frames the frames, as they were then
   * @return the contacts
   */
  public ContactReport report(Frames frames) {
    List<Contact> contacts = new ArrayList<>();
    all.forEach(it -> it.report(frames, contacts));
    return new ContactReport(contacts);
  }
}
