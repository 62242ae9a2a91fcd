package org.dextwin.experiments.drex.internal.grasp;

import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.spi.ComponentProvider;

/** The experiment {@code demo-scaling} keeps the contract of experiments. */
class DemoScalingContractTest extends StudyContract {

  @Override
  protected ComponentProvider<Experiment, StudyConfig> provider() {
    return new DemoScalingProvider();
  }
}
