package org.dextwin.testkit;

import org.dextwin.api.spi.Role;

/** Finds the role behind an interface. */
final class Roles {

  private Roles() {}

  /**
   * Returns the role of an interface: its own annotation, or that of an interface it extends.
   *
   * @throws IllegalArgumentException if it has none
   */
  static String nameOf(Class<?> type) {
    Role role = type.getAnnotation(Role.class);
    if (role != null) {
      return role.value();
    }
    for (Class<?> parent : type.getInterfaces()) {
      try {
        return nameOf(parent);
      } catch (IllegalArgumentException next) {
        continue;
      }
    }
    throw new IllegalArgumentException(
        type.getName() + " is no role: neither it nor its parents carry @Role");
  }
}
