package org.dextwin.experiments.drex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.experiments.drex.internal.retarget.RetargetConfig;
import org.dextwin.experiments.drex.internal.retarget.SampleHands;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;
import org.dextwin.testkit.retarget.FakeRetargeter;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.io.TempDir;

/** Retarget keeps the contract of experiments, with a hand and a retargeter of no plugin. */
class RetargetContractTest extends ExperimentContract<RetargetConfig> {

  @TempDir private static Path sample;

  @Override
  protected ComponentProvider<Experiment, RetargetConfig> provider() {
    return new RetargetProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    if (!Files.exists(sample.resolve("box.stl"))) {
      try {
        SampleHands.write(sample);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Map.of(
        "demonstrations",
        List.of(
            Map.of("hand", sample.resolve("box-1.npz")),
            Map.of("hand", sample.resolve("box-2.json"))),
        "hand",
        "hand",
        "retargeter",
        "retargeter",
        "filter-check",
        Map.of("copies", 6));
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Hand.class, new FakeHand(HandModel.Side.RIGHT));
    context.with(Retargeter.class, new FakeRetargeter());
  }
}
