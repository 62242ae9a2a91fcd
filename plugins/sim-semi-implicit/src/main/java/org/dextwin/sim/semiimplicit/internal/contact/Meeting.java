package org.dextwin.sim.semiimplicit.internal.contact;

import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.sim.ContactReport.Contact;
import org.dextwin.mechanics.dynamics.Frames;

/**
 * Two colliders that can touch, and the points where they do.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class Meeting {

  private final String firstCollider;
  private final String secondCollider;
  private final PairMaterial material;
  private final List<ProbedField> sources;
  private final BoundingBalls bounds;
  private final Touches touches = new Touches();

  Meeting(
      String firstCollider,
      String secondCollider,
      PairMaterial material,
      List<ProbedField> sources,
      BoundingBalls bounds) {
    this.firstCollider = firstCollider;
    this.secondCollider = secondCollider;
    this.material = material;
    this.sources = List.copyOf(sources);
    this.bounds = bounds;
  }

  PairMaterial material() {
    return material;
  }

  /** The touching points of the last {@link #collect}. */
  Touches touches() {
    return touches;
  }

  /** Who felt a touching point. */
  ProbedField source(int touch) {
    return sources.get(touches.source[touch]);
  }

  /** Finds the points that touch. */
  void collect(Frames frames) {
    touches.count = 0;
    if (bounds.apart(frames)) {
      return;
    }
    for (int source = 0; source < sources.size(); source++) {
      sources.get(source).collect(frames, touches, source);
    }
  }

  /** Penetration per largest that the shapes allow; beyond 1 the normals mean nothing. */
  double severity() {
    double deepest = 0;
    for (int i = 0; i < touches.count; i++) {
      deepest = Math.max(deepest, touches.depth[i]);
    }
    return deepest / bounds.largestDepth();
  }

  String describe() {
    return "'"
        + material.first()
        + "' and '"
        + material.second()
        + "' (colliders '"
        + firstCollider
        + "' and '"
        + secondCollider
        + "')";
  }

  /** Appends the points and the forces that were found for them. */
  void report(Frames frames, List<Contact> contacts) {
    for (int i = 0; i < touches.count; i++) {
      int a = source(i).probeFrame();
      int b = source(i).fieldFrame();
      contacts.add(
          new Contact(
              frames.names().get(a),
              frames.names().get(b),
              Vec3.of(frames.position, 3 * a).plus(Vec3.of(touches.arm, 3 * i)),
              Vec3.of(touches.normal, 3 * i),
              touches.depth[i],
              Vec3.of(touches.force, 3 * i)));
    }
  }
}
