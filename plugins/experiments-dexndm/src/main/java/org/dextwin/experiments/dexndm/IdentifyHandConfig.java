package org.dextwin.experiments.dexndm;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.learning.Task;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.experiments.dexndm.internal.identify.HandIdentification.Effort;
import org.dextwin.experiments.dexndm.internal.identify.Nuisance;

/**
 * Settings of the experiment {@code identify-hand}.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param scale how much is done
 * @param source the free hand as its model has it
 * @param target the free hand that is probed
 * @param recordings recordings in its place
 * @param engine the engine that explains them
 * @param episodes episodes of the probe
 * @param nuisances what is identified besides
 * @param candidates points of the random search
 * @param searched episodes that they are tried with
 * @param starts best of them from which least squares start
 * @param resolutionRad standard deviation of joint positions
 */
record IdentifyHandConfig(
    @Key(
            doc =
                "How much is done: smoke, 6 episodes, 32 candidates and 3 starts, or paper-shape, all"
                    + " that the other keys say.",
            byDefault = "smoke")
        Scale scale,
    @Key(
            doc =
                "The hand as its model has it, in a task that tells how it is held, such as"
                    + " loaded-hand without a load.")
        ComponentRef<Task> source,
    @Key(doc = "The hand that is probed, without a load and held alike; or give recordings.")
        Optional<ComponentRef<Task>> target,
    @Key(
            doc =
                "Folder of recordings such as collect writes, of a hand that is held alike and"
                    + " touches nothing; or give target.",
            path = PathKind.FOLDER)
        Optional<Path> recordings,
    @Key(
            doc =
                "The engine that explains the recordings; best at the time step of the worlds in"
                    + " which the numbers are to be used. Without gradients it takes longer.",
            byDefault = "simulator")
        ComponentRef<Simulator> engine,
    @Key(doc = "Episodes of the probe.", byDefault = "16", atLeast = 2, atMost = 1000) int episodes,
    @Key(
            doc =
                "What is identified besides, so that it does not falsify gains: friction, delay,"
                    + " backlash; left out, all of them.")
        Optional<List<Nuisance>> nuisances,
    @Key(doc = "Points of the random search.", byDefault = "192", atLeast = 1) int candidates,
    @Key(doc = "Episodes that they are tried with.", byDefault = "3", atLeast = 1) int searched,
    @Key(
            doc = "The best of them, from each of which least squares start, with these episodes.",
            byDefault = "4",
            atLeast = 1)
        int starts,
    @Key(doc = "Standard deviation of joint positions, at least.", byDefault = "1e-4", above = 0)
        double resolutionRad) {

  private static final int SMOKE_EPISODES = 6;
  private static final int SMOKE_CANDIDATES = 32;
  private static final int SMOKE_STARTS = 3;
  private static final int SMOKE_SEARCHED = 2;

  /** Checks that there is something to learn from. */
  IdentifyHandConfig {
    if (target.isPresent() == recordings.isPresent()) {
      throw new IllegalArgumentException(
          "a hand is identified from a target that is probed or from recordings; give one of"
              + " both");
    }
    if (starts > candidates) {
      throw new IllegalArgumentException(
          "starts is " + starts + ", but there are only " + candidates + " candidates");
    }
  }

  int usedEpisodes() {
    return scale == Scale.SMOKE ? Math.min(episodes, SMOKE_EPISODES) : episodes;
  }

  Set<Nuisance> usedNuisances() {
    return nuisances.map(Set::copyOf).orElse(EnumSet.allOf(Nuisance.class));
  }

  Effort effort() {
    return scale == Scale.SMOKE
        ? new Effort(
            Math.min(candidates, SMOKE_CANDIDATES),
            Math.min(searched, SMOKE_SEARCHED),
            Math.min(starts, SMOKE_STARTS),
            resolutionRad)
        : new Effort(candidates, searched, starts, resolutionRad);
  }
}
