package org.dextwin.testkit.learning;

import java.util.Map;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.Subject;

/** The fake task keeps the contract. */
public final class FakeTaskTest extends TaskContract<FakeTaskProvider.Config> {

  @Override
  protected ComponentProvider<Task, FakeTaskProvider.Config> provider() {
    return Subject.providerOr(new FakeTaskProvider());
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of();
  }
}
