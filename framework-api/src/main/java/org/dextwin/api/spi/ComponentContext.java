package org.dextwin.api.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  /**
   * Returns a folder in the user's cache for what takes the component long to find out, and would
   * be found again by every run that has the same parts. It is another folder if anything changes
   * that is known of them: their configuration, the files that it names, their plugins, the
   * component's own plugin, DexTwin or Java. What else the findings depend on, such as keys of the
   * component itself, belongs into the names of its files.
   *
   * <p>Other runs use the folder at the same time: write to a file of another name, then move it.
   * What is read may be damaged; it is then found out anew.
   *
   * @param parts references out of the configuration record, to all parts that findings depend on
   * @return the folder, which may not exist yet; empty if nothing is to be kept
   */
  @Experimental
  default Optional<Path> findings(List<ComponentRef<?>> parts) {
    return Optional.empty();
  }
}
