package org.dextwin.dynamics.jointwise;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.testkit.learning.DynamicsModelContract;
import org.dextwin.testkit.learning.FakeHandMotion;
import org.dextwin.testkit.learning.TestTrainingRun;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model read from a checkpoint keeps the contract; without hidden layers, as no unit of it
 * switches within the differences of the contract.
 */
final class NeuralDynamicsTest extends DynamicsModelContract<NeuralDynamicsProvider.Config> {

  @TempDir private static Path folder = Path.of("");

  @Override
  protected ComponentProvider<DynamicsModel, NeuralDynamicsProvider.Config> provider() {
    return new NeuralDynamicsProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    new FactorisedTrainer(Factorisation.JOINT, Configs.linear(5, 30), Kernels.best())
        .train(
            FakeHandMotion.record(SEED, 4, 100),
            Optional.empty(),
            new TestTrainingRun(SEED, folder))
        .close();
    return Map.of("checkpoint", folder.resolve(DynamicsFile.NAME).toString());
  }
}
