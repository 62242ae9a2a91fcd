package org.dextwin.experiments.dexndm.internal.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.proprioception.HeldHand;
import org.dextwin.learning.training.Seeds;

/**
 * Identifies a hand from recordings, branch by branch, each a stage of the run. Every fourth
 * episode is kept apart to see what the numbers are worth.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * <p><i>References</i>: DexNDM, appendix C, Automatic system identification.
 *
 * @param context where to report to
 * @param model the hand as its model has it, and how it is held
 * @param simulator the engine
 * @param effort how much is done
 * @param nuisances what is identified besides
 * @param seed seed of the random search
 */
public record HandIdentification(
    ExperimentContext context,
    HeldHand model,
    Simulator simulator,
    Effort effort,
    Set<Nuisance> nuisances,
    long seed) {

  private static final int APART = 4;

  /**
   * How much is done.
   *
   * @param candidates points of the random search
   * @param searched episodes that they are tried with
   * @param starts best of them from which least squares start, with these episodes
   * @param resolution standard deviation of joint positions, at least [rad]
   */
  public record Effort(int candidates, int searched, int starts, double resolution) {}

  /**
   * Identifies all branches.
   *
   * @param recorded what the joints did
   * @return what was found
   * @throws InvalidInputException if there are too few recordings, or a joint is missing
   */
  public IdentifiedHand identify(Transitions recorded) {
    List<Transitions.Episode> usable =
        recorded.episodes().stream()
            .filter(it -> (it.steps() - 1) * recorded.period() > BranchModel.FORGOTTEN)
            .toList();
    if (usable.size() < 2) {
      throw new InvalidInputException(
          "of "
              + recorded.episodes().size()
              + " recorded episodes "
              + usable.size()
              + " are longer than the "
              + BranchModel.FORGOTTEN
              + " s that do not count; identification needs 2 or more");
    }
    Transitions used = new Transitions(recorded.joints(), recorded.period(), usable);
    List<Branch> branches = Branch.of(model.robot());
    List<Item> found = new ArrayList<>();
    try (Workers workers = Workers.ofThisMachine();
        Progress progress = context.progress("identifying branches", branches.size())) {
      for (int b = 0; b < branches.size(); b++) {
        Branch branch = branches.get(b);
        long own = Seeds.derive(seed, b);
        found.add(
            context.stage("identify-" + branch.name(), () -> identify(branch, used, own, workers)));
        progress.advance(1);
      }
    }
    return new IdentifiedHand(model.robot(), found);
  }

  private Item identify(Branch branch, Transitions recorded, long own, Workers workers) {
    List<Episode> episodes = Episode.of(recorded, branch.joints());
    List<Episode> fitted = new ArrayList<>();
    List<Episode> apart = new ArrayList<>();
    for (int e = 0; e < episodes.size(); e++) {
      boolean kept = e % APART == APART - 1 || (episodes.size() < APART && e == 1);
      (kept ? apart : fitted).add(episodes.get(e));
    }
    List<Episode> first = fitted.subList(0, Math.min(effort.searched(), fitted.size()));
    try (BranchModel few = open(branch, recorded.period(), first, workers);
        BranchModel fit = open(branch, recorded.period(), fitted, workers);
        BranchModel check = open(branch, recorded.period(), apart, workers)) {
      BranchFit.Found found = new BranchFit(few, fit, effort, workers).find(own);
      return IdentifiedHand.item(
          branch, fit, found, check.distances(check.nominal()), check.distances(found.x()));
    }
  }

  private BranchModel open(Branch branch, double period, List<Episode> episodes, Workers workers) {
    return new BranchModel(
        branch, model, simulator, period, episodes, nuisances, workers, context::checkCancelled);
  }
}
