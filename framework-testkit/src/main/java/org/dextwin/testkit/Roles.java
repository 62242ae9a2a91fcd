package org.dextwin.testkit;

import java.util.Arrays;
import java.util.Optional;
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
    return find(type)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    type.getName() + " is no role: neither it nor its parents carry @Role"));
  }

  private static Optional<String> find(Class<?> type) {
    Role role = type.getAnnotation(Role.class);
    return role != null
        ? Optional.of(role.value())
        : Arrays.stream(type.getInterfaces())
            .map(Roles::find)
            .flatMap(Optional::stream)
            .findFirst();
  }
}
