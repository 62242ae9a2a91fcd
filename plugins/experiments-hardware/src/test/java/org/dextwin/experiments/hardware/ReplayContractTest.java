package org.dextwin.experiments.hardware;

import java.nio.file.Path;
import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ReplayContractTest extends ExperimentContract<ReplayProvider.Configured> {

  @TempDir private Path logs;

  @BeforeEach
  void recordALog() {
    Logs.write(logs.resolve("take.dxlog"), new DrivenHand().driver().orElseThrow().order(), 5, 0.1);
  }

  @Override
  protected ComponentProvider<Experiment, ReplayProvider.Configured> provider() {
    return new ReplayProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("log", logs, "loop", Map.of("rate-hz", 50.0, "tolerated-misses", 50));
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Hand.class, new DrivenHand());
  }
}
