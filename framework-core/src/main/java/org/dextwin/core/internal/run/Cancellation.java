package org.dextwin.core.internal.run;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The user's wish that a run ends.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class Cancellation {

  private final AtomicBoolean requested = new AtomicBoolean();

  /** Creates a wish that nobody has uttered. */
  public Cancellation() {}

  /**
   * Asks the run to end at its next opportunity.
   *
   * @return true if nobody had asked before
   */
  public boolean request() {
    return requested.compareAndSet(false, true);
  }

  /**
   * Says whether the run is asked to end.
   *
   * @return true if so
   */
  public boolean isRequested() {
    return requested.get();
  }

  /**
   * Ends the work of the calling thread if the run is asked to end.
   *
   * @throws CancellationException if so
   */
  public void check() {
    if (requested.get()) {
      throw new CancellationException("interrupted by the user");
    }
  }
}
