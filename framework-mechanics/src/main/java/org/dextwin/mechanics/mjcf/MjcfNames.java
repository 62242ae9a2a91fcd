package org.dextwin.mechanics.mjcf;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dextwin.api.model.Collider;

/** Names in a model, which are unique among their kind. */
final class MjcfNames {

  /** MuJoCo's name of the root of all bodies. */
  static final String WORLD = "world";

  private final Set<String> taken = new HashSet<>(Set.of(WORLD));

  /**
   * Takes a name for a body or link.
   *
   * @throws IllegalArgumentException if it is taken
   */
  void take(String name) {
    if (name.isEmpty() || !taken.add(name)) {
      throw new IllegalArgumentException(
          name.equals(WORLD) || name.isEmpty()
              ? "a body is called '" + name + "', which is the name of the world; rename it"
              : "a link and a body are both called '" + name + "' in MJCF; rename one");
    }
  }

  /** Name of a geom: that of its body and its own, numbered where colliders share a name. */
  static String geom(String body, List<Collider> colliders, int index) {
    String own = colliders.get(index).name();
    long before =
        colliders.subList(0, index).stream().filter(other -> other.name().equals(own)).count();
    return body + "/" + own + (before == 0 ? "" : "#" + (before + 1));
  }
}
