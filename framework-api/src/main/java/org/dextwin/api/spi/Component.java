package org.dextwin.api.spi;

/**
 * A live part of an assembled system: a simulator, a hand, an experiment.
 *
 * <p><i>Lifecycle</i>: made by a {@link ComponentProvider}; closed once by whoever assembled it, in
 * reverse order of creation.
 */
public interface Component extends AutoCloseable {

  /** Releases everything the component holds; further calls do nothing. */
  @Override
  void close();
}
