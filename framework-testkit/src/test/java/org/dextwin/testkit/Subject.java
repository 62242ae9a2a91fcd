package org.dextwin.testkit;

import java.util.Optional;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentProvider;

/** Lets a sabotage put another provider under the contract that runs on this thread. */
public final class Subject {

  private static final ThreadLocal<Optional<ComponentProvider<?, ?>>> SABOTAGED =
      ThreadLocal.withInitial(Optional::empty);

  private Subject() {}

  /** The provider of the sabotage that runs, or the honest one. */
  @SuppressWarnings("unchecked") // a sabotage wraps a provider of its subject
  public static <T extends Component, C> ComponentProvider<T, C> providerOr(
      ComponentProvider<T, C> honest) {
    return (ComponentProvider<T, C>) SABOTAGED.get().orElse(honest);
  }

  /** Runs with another provider. */
  static void during(ComponentProvider<?, ?> sabotaged, Runnable run) {
    SABOTAGED.set(Optional.of(sabotaged));
    try {
      run.run();
    } finally {
      SABOTAGED.remove();
    }
  }
}
