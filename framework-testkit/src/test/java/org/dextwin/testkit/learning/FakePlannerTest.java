package org.dextwin.testkit.learning;

import java.util.Map;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.Subject;

/** The fake planner keeps the contract. */
public final class FakePlannerTest extends MotionPlannerContract<FakePlannerProvider.Config> {

  @Override
  protected ComponentProvider<MotionPlanner, FakePlannerProvider.Config> provider() {
    return Subject.providerOr(new FakePlannerProvider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("corners", 500);
  }
}
