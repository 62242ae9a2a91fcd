package org.dextwin.core.internal.config;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a configuration, each fault once. */
public final class Faults {

  private static final Comparator<Fault> BY_PLACE =
      Comparator.comparing(Fault::origin, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Set<Fault> faults = new LinkedHashSet<>();

  /** Adds a fault. */
  public void add(@Nullable Origin origin, String key, String message) {
    faults.add(new Fault(origin, key, message, null));
  }

  /** Adds a fault with what was thrown. */
  public void add(@Nullable Origin origin, String key, String message, Throwable cause) {
    faults.add(new Fault(origin, key, message, cause));
  }

  /** Says whether there is none. */
  public boolean isEmpty() {
    return faults.isEmpty();
  }

  /** Says whether a key, or one inside its block, has a fault. */
  public boolean anyWithin(String path) {
    return faults.stream()
        .anyMatch(
            fault ->
                fault.key().equals(path)
                    || fault.key().startsWith(path + ".")
                    || fault.key().startsWith(path + "["));
  }

  /** Returns the faults in the order of their places. */
  public List<Fault> sorted() {
    return faults.stream().sorted(BY_PLACE).toList();
  }
}
