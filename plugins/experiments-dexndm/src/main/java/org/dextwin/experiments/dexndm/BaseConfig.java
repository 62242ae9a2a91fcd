package org.dextwin.experiments.dexndm;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.experiments.dexndm.internal.gait.GaitFile;
import org.dextwin.learning.proprioception.ProprioceptiveTask;

/**
 * A base policy that was made before: trained, or gaits that were found by search.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param trainer reads a trained one
 * @param checkpoint file of its training
 * @param gaits files of gaits
 */
record BaseConfig(
    @Key(doc = "Reads a trained policy.") Optional<ComponentRef<PolicyTrainer>> trainer,
    @Key(doc = "File of its finished training.", path = PathKind.FILE) Optional<Path> checkpoint,
    @Key(
            doc = "Files of finger gaits, one of which an episode draws by its seed.",
            byDefault = "[]",
            path = PathKind.FILE)
        List<Path> gaits) {

  /** Checks that there is one of both. */
  BaseConfig {
    gaits = List.copyOf(gaits);
    if (trainer.isPresent() != checkpoint.isPresent() || trainer.isPresent() != gaits.isEmpty()) {
      throw new IllegalArgumentException(
          "a base policy is either trainer and checkpoint, or gaits; give one of both");
    }
  }

  /** Returns what makes the policy for one thread. */
  Supplier<Policy> source(
      Function<ComponentRef<PolicyTrainer>, PolicyTrainer> resolve, ProprioceptiveTask home) {
    return trainer
        .<Supplier<Policy>>map(
            it -> {
              PolicyTrainer reader = resolve.apply(it);
              return () -> reader.load(checkpoint.orElseThrow(), home.spec());
            })
        .orElseGet(() -> GaitFile.policies(gaits, home.proprioception()));
  }
}
