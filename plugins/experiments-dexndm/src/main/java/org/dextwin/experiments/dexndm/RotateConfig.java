package org.dextwin.experiments.dexndm;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.experiments.dexndm.internal.gait.Aim;
import org.dextwin.experiments.dexndm.internal.gait.SearchConfig;

/**
 * Settings of the experiment {@code rotate}.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param scale how much is done
 * @param search how gaits are searched for
 * @param gaits what is searched for
 * @param cases where gaits are played besides
 * @param trials episodes per case
 * @param generalist one policy for all gaits that turn
 * @param cells the table of what could be run
 */
record RotateConfig(
    @Key(
            doc =
                "How much is done: smoke, a short search and 4 trials, or paper-shape, all that the"
                    + " other keys say.",
            byDefault = "smoke")
        Scale scale,
    @Key(doc = "How gaits are searched for.", byDefault = "{}") SearchConfig search,
    @Key(doc = "Gaits that are searched for.") List<GaitConfig> gaits,
    @Key(doc = "Where gaits are played besides.", byDefault = "[]") List<CaseConfig> cases,
    @Key(doc = "Episodes per case.", byDefault = "20", atLeast = 1) int trials,
    @Key(doc = "One policy that clones all gaits that turn; left out, there is none.")
        Optional<GeneralistConfig> generalist,
    @Key(doc = "A table of what could be run and what was; left out, there is none.")
        Optional<CellsConfig> cells) {

  /** Checks the names. */
  RotateConfig {
    gaits = List.copyOf(gaits);
    cases = List.copyOf(cases);
    if (gaits.isEmpty()) {
      throw new IllegalArgumentException("gaits is empty; name one or more to search for");
    }
    Set<String> names = new HashSet<>();
    for (GaitConfig gait : gaits) {
      requireNew(names, gait.name());
    }
    Set<String> known = Set.copyOf(names);
    for (CaseConfig each : cases) {
      requireNew(names, each.name());
      if (!known.contains(each.gait())) {
        throw new IllegalArgumentException(
            "case '" + each.name() + "' plays '" + each.gait() + "', but there are " + known);
      }
    }
    if (generalist.isPresent() && gaits.stream().noneMatch(GaitConfig::turns)) {
      throw new IllegalArgumentException(
          "generalist has nothing to clone: no gait has the aim 'turn'");
    }
  }

  private static void requireNew(Set<String> names, String name) {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("the name '" + name + "' is not in kebab-case");
    }
    if (!names.add(name)) {
      throw new IllegalArgumentException("two entries are named '" + name + "'");
    }
  }

  /**
   * A gait to search for.
   *
   * @param name its name
   * @param task what it is for
   * @param fine the same in smaller time steps
   * @param aim what it is searched for
   * @param search how, if not as the others
   * @param file what was found before
   * @param start what a search begins with
   */
  record GaitConfig(
      @Key(doc = "Its name, in kebab-case.") String name,
      @Key(doc = "What it is for; a task that says how a hand is felt and moved.")
          ComponentRef<Task> task,
      @Key(doc = "The same task in smaller time steps, in which the result is repeated.")
          Optional<ComponentRef<Task>> fine,
      @Key(
              doc = "What it is searched for: turn, the angle turned, or hold, the time held.",
              byDefault = "turn")
          Aim aim,
      @Key(doc = "How it is searched for; left out, as the others.") Optional<SearchConfig> search,
      @Key(
              doc = "A gait that was found before; it is played, and nothing is searched for.",
              path = PathKind.FILE)
          Optional<Path> file,
      @Key(
              doc = "A gait that the search begins with; left out, the best of random ones.",
              path = PathKind.FILE)
          Optional<Path> start) {

    boolean turns() {
      return aim == Aim.TURN;
    }
  }

  /**
   * Where a gait is played besides.
   *
   * @param name its name
   * @param gait name of the gait
   * @param task where it is played
   */
  record CaseConfig(
      @Key(doc = "Its name, in kebab-case.") String name,
      @Key(doc = "Name of the gait.") String gait,
      @Key(doc = "Where it is played.") ComponentRef<Task> task) {}

  /**
   * One policy that does what all gaits do.
   *
   * @param trainer trains it
   * @param episodes episodes of each gait
   * @param noise disturbance of the actions that are played
   * @param rounds rounds in which it plays by turns with the gaits
   */
  record GeneralistConfig(
      @Key(doc = "Trains it by demonstrations.", byDefault = "policy-trainer")
          ComponentRef<PolicyTrainer> trainer,
      @Key(
              doc = "Episodes of each gait and round, of which those without a drop are shown.",
              byDefault = "12",
              atLeast = 1)
          int episodes,
      @Key(
              doc = "Standard deviation by which played actions differ from those that are shown.",
              byDefault = "0.3",
              atLeast = 0)
          double noise,
      @Key(
              doc =
                  "Rounds in which it plays by turns with the gaits and learns anew, also from what"
                      + " they would have done where it went.",
              byDefault = "5",
              atLeast = 0)
          int rounds) {}

  int usedEpisodes(GeneralistConfig of) {
    return scale.used(of.episodes(), 2);
  }

  int usedRounds(GeneralistConfig of) {
    return scale == Scale.SMOKE ? Math.min(of.rounds(), 1) : of.rounds();
  }

  SearchConfig usedSearch(GaitConfig gait) {
    SearchConfig own = gait.search().orElse(search);
    return scale == Scale.SMOKE ? own.smoke() : own;
  }

  int usedTrials() {
    return scale.used(trials, 4);
  }
}
