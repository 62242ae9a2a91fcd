package org.dextwin.experiments.drex.internal.grasp;

import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.spi.ComponentProvider;

/** The experiment {@code table3} keeps the contract of experiments. */
class Table3ContractTest extends StudyContract {

  @Override
  protected ComponentProvider<Experiment, StudyConfig> provider() {
    return new Table3Provider();
  }
}
