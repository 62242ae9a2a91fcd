package org.dextwin.api.spi;

import java.util.random.RandomGenerator;

/**
 * What a component may ask for while it is made.
 *
 * <p><i>Thread safety</i>: confined to the thread that assembles.
 */
public interface ComponentContext {

  /**
   * Returns the component that a reference names, making it first if need be. Two references to the
   * same block give the same component. Core owns its life: do not close it.
   *
   * @param reference a reference out of the configuration record
   * @param <D> the role
   * @return the component
   */
  <D extends Component> D resolve(ComponentRef<D> reference);

  /**
   * Returns a random stream derived from the run's seed, the component's place in the configuration
   * and a name, so that streams do not depend on the order in which they are asked for.
   *
   * @param stream name of the stream
   * @return a generator of its own
   */
  RandomGenerator random(String stream);
}
