package org.dextwin.experiments.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class TeleoperateContractTest extends ExperimentContract<TeleoperateProvider.Configured> {

  @TempDir private Path folder;

  @BeforeEach
  void recordAnOperator() throws IOException {
    String joint = new DrivenHand().driver().orElseThrow().order().joints().get(0);
    Files.writeString(
        folder.resolve("operator.csv"), "time_s," + joint + "\n0,0\n0.1,0.05\n0.2,0.1\n");
  }

  @Override
  protected ComponentProvider<Experiment, TeleoperateProvider.Configured> provider() {
    return new TeleoperateProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("stream", folder, "loop", Map.of("rate-hz", 50.0, "tolerated-misses", 50));
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Hand.class, new DrivenHand());
  }
}
