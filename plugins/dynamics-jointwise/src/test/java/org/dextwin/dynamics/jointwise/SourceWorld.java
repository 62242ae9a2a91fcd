package org.dextwin.dynamics.jointwise;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.learning.Transitions;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.testkit.learning.FakeHandMotion;
import org.dextwin.testkit.learning.TestTrainingRun;

/** Dynamics of the joints of the trainers' contract in a world where they move differently. */
final class SourceWorld {

  private SourceWorld() {}

  /** A configuration of a compensator that trains in seconds. */
  static Map<String, Object> settings(Path folder) {
    Transitions joints = FakeHandMotion.record(1, 1, 10);
    Transitions other = new SyntheticHand(2, 2, 0).record(1, 8, 100);
    new FactorisedTrainer(Factorisation.JOINT, Configs.small(5, 20), Kernels.best())
        .train(
            new Transitions(joints.joints(), joints.period(), other.episodes()),
            Optional.empty(),
            new TestTrainingRun(1, folder))
        .close();
    return Map.of(
        "source",
        folder.resolve(DynamicsFile.NAME).toString(),
        "layer-widths",
        List.of(24, 16),
        "epochs",
        12,
        "batch-size",
        32,
        "learning-rate",
        0.005);
  }
}
