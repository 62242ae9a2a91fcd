package org.dextwin.experiments.drex.internal.grasp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.perception.RecordedTracker;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.SampleData;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.SampleData.NamedPush;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.TestHand;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;
import org.dextwin.testkit.learning.FakeTask;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole chain keeps the contract of experiments. The fake task tells of no slip margin, so
 * nothing is sent to the hand; the integration tests send.
 */
class FullChainContractTest extends ExperimentContract<FullChainConfig> {

  private static final List<NamedPush> PUSHES = SampleData.sample().subList(0, 1);

  @TempDir private static Path takes;

  /** Gives the track that was simulated. */
  private static final class SimulatedTracker implements RecordedTracker {

    @Override
    public PoseTrack read(Path folder, String object) {
      return PUSHES.get(0).push().record().poses();
    }

    @Override
    public void close() {}
  }

  @Override
  protected ComponentProvider<Experiment, FullChainConfig> provider() {
    return new FullChainProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    if (!Files.exists(takes.resolve("ground-truth.csv"))) {
      try {
        SampleData.write(takes, PUSHES);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Map.of(
        "push-log",
        Map.of("takes", takes, "friction", Map.of("mean", 0.35, "standard-deviation", 0.12)),
        "take",
        PUSHES.get(0).take(),
        "task",
        "task",
        "grasp",
        "task",
        "trials",
        4);
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Hand.class, new TestHand());
    context.with(PoseTracker.class, new SimulatedTracker());
    context.with(Task.class, new FakeTask());
    context.with(PolicyTrainer.class, new MeanTrainer());
  }
}
