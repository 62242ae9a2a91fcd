package org.dextwin.core.internal.assembly;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dextwin.core.internal.config.Faults;

/** Orders components so that each comes after those it refers to; reports circles. */
final class CreationOrder {

  private final Map<String, Slot> slots;
  private final Faults faults;
  private final Set<Slot> done = new LinkedHashSet<>();

  CreationOrder(Map<String, Slot> slots, Faults faults) {
    this.slots = slots;
    this.faults = faults;
  }

  /** Returns the components that the roots need, and the roots. */
  List<Slot> from(List<Slot> roots) {
    roots.forEach(root -> visit(root, new ArrayList<>()));
    List<Slot> order = List.copyOf(done);
    // Circles are faults wherever they are, also among blocks that nothing needs.
    slots.values().forEach(slot -> visit(slot, new ArrayList<>()));
    return order;
  }

  private void visit(Slot slot, List<Slot> trail) {
    if (done.contains(slot)) {
      return;
    }
    trail.add(slot);
    for (Slot.Edge edge : slot.edges) {
      Slot target = slots.get(edge.target());
      if (target != null && trail.contains(target)) {
        List<String> circle = new ArrayList<>();
        trail.subList(trail.indexOf(target), trail.size()).forEach(s -> circle.add(s.path));
        circle.add(target.path);
        faults.add(
            edge.at(), edge.key(), "refers to itself in a circle: " + String.join(" -> ", circle));
      } else if (target != null) {
        visit(target, trail);
      }
    }
    trail.remove(trail.size() - 1);
    done.add(slot);
  }
}
