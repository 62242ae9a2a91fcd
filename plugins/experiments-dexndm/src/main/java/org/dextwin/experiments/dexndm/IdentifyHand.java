package org.dextwin.experiments.dexndm;

import java.util.Optional;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.experiments.dexndm.internal.collect.Actions;
import org.dextwin.experiments.dexndm.internal.collect.Collection;
import org.dextwin.experiments.dexndm.internal.collect.Collection.Source;
import org.dextwin.experiments.dexndm.internal.collect.TransitionsFolder;
import org.dextwin.experiments.dexndm.internal.identify.HandIdentification;
import org.dextwin.experiments.dexndm.internal.identify.HandReport;
import org.dextwin.learning.proprioception.HeldHand;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.training.Seeds;

/**
 * Identifies gains, masses and friction of a hand by probing it.
 *
 * <p><i>References</i>: DexNDM, appendix C, Automatic system identification.
 */
final class IdentifyHand implements Experiment {

  private static final String PROBE = "probe";
  private static final int RECORDING = 1;
  private static final int SEARCH = 2;

  private final IdentifyHandConfig config;
  private final ProprioceptiveTask source;
  private final Optional<ProprioceptiveTask> target;
  private final Simulator engine;
  private final long seed;

  IdentifyHand(
      IdentifyHandConfig config,
      ProprioceptiveTask source,
      Optional<ProprioceptiveTask> target,
      Simulator engine,
      long seed) {
    this.config = config;
    this.source = source;
    this.target = target;
    this.engine = engine;
    this.seed = seed;
  }

  @Override
  public void run(ExperimentContext context) {
    HeldHand model =
        source
            .held()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "the task at "
                            + config.source().path()
                            + " does not tell how the hand is held; use one that does, such as"
                            + " loaded-hand"));
    HandIdentification identification =
        new HandIdentification(
            context,
            model,
            engine,
            config.effort(),
            config.usedNuisances(),
            Seeds.derive(seed, SEARCH));
    new HandReport(context, target.flatMap(ProprioceptiveTask::held).map(HeldHand::robot))
        .show(identification.identify(recorded(context)));
  }

  private Transitions recorded(ExperimentContext context) {
    if (target.isEmpty()) {
      return new TransitionsFolder(config.recordings().orElseThrow()).read();
    }
    Collection collection = new Collection(context, Seeds.derive(seed, RECORDING));
    collection.record(
        new Source(
            PROBE, target.get(), Actions.PROBE, new Collection.Noise(0, 0), config.usedEpisodes()),
        Optional.empty());
    return collection.read(PROBE);
  }

  @Override
  public void close() {
    // Tasks and engine belong to the assembly.
  }
}
