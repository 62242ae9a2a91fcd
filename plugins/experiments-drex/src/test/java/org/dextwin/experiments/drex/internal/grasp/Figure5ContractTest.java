package org.dextwin.experiments.drex.internal.grasp;

import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.spi.ComponentProvider;

/** The experiment {@code figure5} keeps the contract of experiments. */
class Figure5ContractTest extends StudyContract {

  @Override
  protected ComponentProvider<Experiment, StudyConfig> provider() {
    return new Figure5Provider();
  }
}
