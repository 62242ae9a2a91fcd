package org.dextwin.experiments.drex.internal.grasp;

import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.spi.ComponentProvider;

/** The experiment {@code table9} keeps the contract of experiments. */
class Table9ContractTest extends StudyContract {

  @Override
  protected ComponentProvider<Experiment, StudyConfig> provider() {
    return new Table9Provider();
  }
}
