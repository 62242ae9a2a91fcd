package org.dextwin.experiments.drex.internal.grasp;

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

/**
 * Settings of all grasping experiments: every policy is played in every case.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param trainer trains the policies
 * @param scale how many trials a cell has
 * @param trials the same as a number
 * @param policies what is compared
 * @param cases what it is compared in
 */
public record StudyConfig(
    @Key(doc = "Trains the policies.", byDefault = "policy-trainer")
        ComponentRef<PolicyTrainer> trainer,
    @Key(doc = "How many trials a cell has: smoke, 20, or paper, 100.", byDefault = "smoke")
        Scale scale,
    @Key(doc = "Trials of a cell, in place of those of the scale.", atLeast = 1, atMost = 1e6)
        Optional<Integer> trials,
    @Key(doc = "What is compared.") List<PolicyConfig> policies,
    @Key(doc = "What it is compared in.", byDefault = "[]") List<CaseConfig> cases) {

  /** Checks the names. */
  public StudyConfig {
    policies = List.copyOf(policies);
    cases = List.copyOf(cases);
    if (policies.isEmpty()) {
      throw new IllegalArgumentException("policies is empty; name one or more to train");
    }
    Set<String> names = new HashSet<>();
    policies.forEach(policy -> requireNew(names, "policy", policy.name()));
    names.clear();
    cases.forEach(each -> requireNew(names, "case", each.name()));
  }

  private static void requireNew(Set<String> names, String what, String name) {
    if (!name.matches("[a-z0-9]+([-.][a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "the name of " + what + " '" + name + "' is not in kebab-case");
    }
    if (!names.add(name)) {
      throw new IllegalArgumentException("two entries are named '" + name + "'");
    }
  }

  int trialsPerCell() {
    return trials.orElse(scale.trials());
  }

  /** How much is done. */
  public enum Scale {
    /** Enough to see that it works. */
    SMOKE(20),
    /** Enough to compare. */
    PAPER(100);

    private final int trials;

    Scale(int trials) {
      this.trials = trials;
    }

    int trials() {
      return trials;
    }
  }

  /** Where a policy's actions come from. */
  public enum Source {
    /** A trained policy. */
    TRAINED,
    /** A demonstration, replayed whatever the object. */
    REPLAY
  }

  /**
   * A policy.
   *
   * @param name its name
   * @param source where its actions come from
   * @param task what it is trained on
   * @param checkpoint where it was trained before
   * @param trainKg mass that it is trained for, for reports [kg]
   * @param toldKg what it is told instead of the object's mass [kg]
   * @param hideMass whether it is never told a mass, in training as well
   * @param demonstrations how many of the task's demonstrations it learns from
   */
  public record PolicyConfig(
      @Key(doc = "Its name, in kebab-case.") String name,
      @Key(
              doc = "Where its actions come from: training, or a replayed demonstration.",
              byDefault = "trained")
          Source source,
      @Key(doc = "What it is trained on, or whose demonstrations it replays.")
          ComponentRef<Task> task,
      @Key(
              doc = "Folder of checkpoints of an earlier training; left out, it is trained here.",
              path = PathKind.FOLDER)
          Optional<Path> checkpoint,
      @Key(doc = "Mass that it is trained for; for the report.", above = 0)
          Optional<Double> trainKg,
      @Key(
              doc =
                  "What it is told in place of the object's mass: that of its training, or any"
                      + " other for a fixed force.",
              above = 0)
          Optional<Double> toldKg,
      @Key(doc = "Whether it is never told a mass, in training as well.", byDefault = "false")
          boolean hideMass,
      @Key(doc = "How many of the demonstrations it learns from; left out, all.", atLeast = 1)
          Optional<Integer> demonstrations) {}

  /**
   * A case.
   *
   * @param name its name
   * @param task what is played
   * @param evalKg the object's mass, for reports [kg]
   * @param object the object, for reports
   * @param condition what sets the case apart from others of its object
   */
  public record CaseConfig(
      @Key(doc = "Its name, in kebab-case.") String name,
      @Key(doc = "What is played.") ComponentRef<Task> task,
      @Key(doc = "The object's mass; for the report.", above = 0) Optional<Double> evalKg,
      @Key(doc = "The object; for the report.", byDefault = "") String object,
      @Key(doc = "What sets the case apart; for the report.", byDefault = "") String condition) {}
}
