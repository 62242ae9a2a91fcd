package org.dextwin.experiments.drex.internal.grasp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dextwin.api.experiment.Item;
import org.dextwin.learning.evaluation.Evaluation;
import org.dextwin.learning.evaluation.PlayedEpisode;
import org.dextwin.learning.statistics.Interval;

/** Names of a cell's results, and how an evaluation is written under them. */
final class Cell {

  static final String POLICY = "policy";
  static final String CASE = "case";
  static final String OBJECT = "object";
  static final String CONDITION = "condition";
  static final String TRAIN = "train";
  static final String EVAL = "eval";
  static final String DEMONSTRATIONS = "demonstrations";
  static final String SUCCESSES = "successes";
  static final String TRIALS = "trials";
  static final String LOW = "low";
  static final String HIGH = "high";
  static final String RATE = "rate";
  static final String CAUSES = "causes";
  static final String PAYLOAD = "payload_kg";
  static final String HEAVY_SUCCESSES = "heavy_successes";
  static final String HEAVY_TRIALS = "heavy_trials";
  static final String CONTACTS = "contacts_mean";
  static final String FORCE = "contact_force_n";
  static final String SLIP = "slip_m";
  static final String SECONDS = "seconds";
  static final String OVER_TIME = "over_time";
  static final String TIME = "time_s";
  static final String HAND_FORCE = "hand_force_n";
  static final String CONTACTS_NOW = "contacts_now";
  static final String BEYOND_THE_HAND = "beyond-the-hand";

  private Cell() {}

  /**
   * Adds what came of the episodes. Those beyond the hand are counted apart and not scored; the
   * heavier half is that above the median of the masses, if they differ.
   */
  static Item completed(Item item, Evaluation evaluation) {
    List<PlayedEpisode> scored = new ArrayList<>();
    for (PlayedEpisode episode : evaluation.episodes()) {
      if (!episode.ending().cause().equals(BEYOND_THE_HAND)) {
        scored.add(episode);
      }
    }
    int beyond = evaluation.episodes().size() - scored.size();
    Item causes = Item.empty();
    for (var cause : evaluation.causes().entrySet()) {
      causes = causes.with(cause.getKey(), cause.getValue());
    }
    int trials = scored.size();
    int successes = new Evaluation(scored).successes();
    Item done =
        item.with(SUCCESSES, trials == 0 ? null : successes)
            .with(TRIALS, trials)
            .with(LOW, trials == 0 ? null : Interval.wilson(successes, trials).low())
            .with(HIGH, trials == 0 ? null : Interval.wilson(successes, trials).high())
            .with(RATE, trials == 0 ? null : (double) successes / trials)
            .with("beyond_the_hand", beyond)
            .with(CAUSES, causes)
            .with(PAYLOAD, mean(evaluation.episodes(), PAYLOAD))
            .with(CONTACTS, mean(scored, CONTACTS))
            .with(FORCE, mean(scored, FORCE))
            .with(SLIP, mean(scored, SLIP))
            .with(OVER_TIME, overTime(scored));
    return withHeavierHalf(done, scored);
  }

  /**
   * Means over the attempts that were still under way, from the beginning of the lift on; empty if
   * there is none, or if the task measures no time.
   */
  private static List<Item> overTime(List<PlayedEpisode> episodes) {
    int longest = episodes.stream().mapToInt(it -> it.measures().size()).max().orElse(0);
    List<Item> times = new ArrayList<>();
    for (int i = 0; i < longest; i++) {
      int step = i;
      List<Map<String, Double>> now =
          episodes.stream()
              .map(PlayedEpisode::measures)
              .filter(steps -> steps.size() > step && steps.get(step).containsKey(TIME))
              .map(steps -> steps.get(step))
              .toList();
      if (!now.isEmpty()) {
        Item time = Item.empty().with("attempts", now.size());
        for (String measure : List.of(TIME, CONTACTS_NOW, HAND_FORCE, SLIP)) {
          time =
              time.with(
                  measure,
                  now.stream()
                      .mapToDouble(it -> it.getOrDefault(measure, 0.0))
                      .average()
                      .orElse(0));
        }
        times.add(time);
      }
    }
    return times;
  }

  private static Item withHeavierHalf(Item item, List<PlayedEpisode> scored) {
    double[] masses = scored.stream().mapToDouble(it -> it.last("mass_kg")).sorted().toArray();
    if (masses.length == 0 || !(masses[masses.length - 1] > masses[0])) {
      return item;
    }
    double median = masses[masses.length / 2];
    List<PlayedEpisode> heavy = scored.stream().filter(it -> it.last("mass_kg") >= median).toList();
    return item.with(HEAVY_SUCCESSES, new Evaluation(heavy).successes())
        .with(HEAVY_TRIALS, heavy.size());
  }

  static double mean(List<PlayedEpisode> episodes, String measure) {
    return Arrays.stream(episodes.stream().mapToDouble(it -> it.last(measure)).toArray())
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  /** Says a cell in a few words. */
  static String text(Item cell) {
    return text(cell, SUCCESSES, TRIALS);
  }

  static String text(Item cell, String successesKey, String trialsKey) {
    int trials = (int) cell.number(trialsKey).orElse(0);
    if (trials == 0) {
      return BEYOND_THE_HAND;
    }
    int successes = (int) cell.number(successesKey).orElse(0);
    Interval interval = Interval.wilson(successes, trials);
    return String.format(
        Locale.ROOT,
        "%.0f %% (%d/%d, %.0f-%.0f)",
        100.0 * successes / trials,
        successes,
        trials,
        100 * interval.low(),
        100 * interval.high());
  }
}
