package org.dextwin.core.internal.assembly;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Role;

/** Roles of component interfaces. */
final class Roles {

  private Roles() {}

  /** Returns the role that an interface is, or that it is a special case of. */
  static Class<? extends Component> roleOf(Class<? extends Component> needed) {
    Deque<Class<?>> open = new ArrayDeque<>();
    open.add(needed);
    while (!open.isEmpty()) {
      Class<?> candidate = open.remove();
      if (candidate.isAnnotationPresent(Role.class)) {
        return candidate.asSubclass(Component.class);
      }
      open.addAll(Arrays.asList(candidate.getInterfaces()));
    }
    throw new IllegalStateException(needed.getName() + " is no role: it lacks @Role");
  }

  static String nameOf(Class<? extends Component> role) {
    return role.getAnnotation(Role.class).value();
  }

  /** Returns "a hand", "an arm". */
  static String withArticle(String roleName) {
    return ("aeiou".indexOf(roleName.charAt(0)) >= 0 ? "an " : "a ") + roleName;
  }
}
