package org.dextwin.experiments.dexndm.internal.efficiency;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that is read when it is first needed, and kept.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * @param <T> what it is
 */
public final class Kept<T> implements Supplier<T> {

  private final Supplier<T> source;
  private Optional<T> read = Optional.empty();

  /**
   * Reads nothing yet.
   *
   * @param source reads it
   */
  public Kept(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    T value = read.orElseGet(source);
    read = Optional.of(value);
    return value;
  }
}
