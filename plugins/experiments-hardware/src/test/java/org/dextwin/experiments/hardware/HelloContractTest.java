package org.dextwin.experiments.hardware;

import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;

class HelloContractTest extends ExperimentContract<HelloProvider.Configured> {

  @Override
  protected ComponentProvider<Experiment, HelloProvider.Configured> provider() {
    return new HelloProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("duration-s", 0.2, "loop", Map.of("rate-hz", 50.0, "tolerated-misses", 50));
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Hand.class, new DrivenHand());
  }
}
