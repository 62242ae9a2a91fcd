package org.dextwin.testkit.experiment;

import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.Subject;

/** The fake experiment keeps the contract. */
public final class FakeExperimentTest extends ExperimentContract<FakeExperimentProvider.Config> {

  @Override
  protected ComponentProvider<Experiment, FakeExperimentProvider.Config> provider() {
    return Subject.providerOr(new FakeExperimentProvider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("throws-of-dice", 6);
  }
}
