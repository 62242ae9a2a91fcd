package org.dextwin.sim.semiimplicit.internal.contact;

import static org.dextwin.mechanics.dynamics.Vectors.dot;

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
  private final ProbedField[] sources;
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
    this.sources = sources.toArray(new ProbedField[0]);
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
    return sources[touches.source[touch]];
  }

  /** Finds the points that touch. */
  void collect(Frames frames) {
    collectNear(frames, 0);
  }

  /** Finds the points that touch, or may do so within a time at their speeds. */
  void collect(Frames frames, double time) {
    collectNear(frames, time * bounds.speed(frames));
  }

  private void collectNear(Frames frames, double margin) {
    touches.count = 0;
    if (bounds.apart(frames, margin)) {
      return;
    }
    for (int source = 0; source < sources.length; source++) {
      sources[source].collect(frames, margin, touches, source);
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
      if (touches.depth[i] < 0 && dot(touches.force, 3 * i, touches.force, 3 * i) == 0) {
        continue;
      }
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
