package org.dextwin.dynamics.jointwise;

import java.nio.file.Path;
import java.util.Map;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.learning.DynamicsTrainerContract;
import org.junit.jupiter.api.io.TempDir;

final class AsapTrainerTest extends DynamicsTrainerContract<CompensatorConfig> {

  @TempDir private static Path folder = Path.of("");

  @Override
  protected ComponentProvider<DynamicsTrainer, CompensatorConfig> provider() {
    return new AsapTrainerProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return SourceWorld.settings(folder);
  }
}
