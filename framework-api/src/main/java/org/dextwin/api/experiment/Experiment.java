package org.dextwin.api.experiment;

import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Role;

/**
 * A piece of work that a configuration launches. It reaches its simulators, hands and trackers
 * through references of its configuration, and knows no concrete plugin.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Role(value = "experiment", options = ExperimentOptions.class)
public interface Experiment extends Component {

  /**
   * Does the work and reports it.
   *
   * @param context run folder, progress, results and cancellation
   * @throws org.dextwin.api.spi.InvalidInputException if input files are wrong
   * @throws java.util.concurrent.CancellationException if the user cancelled
   */
  void run(ExperimentContext context);
}
