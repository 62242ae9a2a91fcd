package org.dextwin.experiments.drex.internal.grasp;

import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.spi.ComponentProvider;

/** The experiment {@code train-grasp} keeps the contract of experiments. */
class TrainGraspContractTest extends StudyContract {

  @Override
  protected ComponentProvider<Experiment, StudyConfig> provider() {
    return new TrainGraspProvider();
  }
}
