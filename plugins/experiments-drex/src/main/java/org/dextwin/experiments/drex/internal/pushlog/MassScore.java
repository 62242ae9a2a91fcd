package org.dextwin.experiments.drex.internal.pushlog;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.dextwin.api.experiment.Item;
import org.dextwin.mechanics.log.Median;
import org.jspecify.annotations.Nullable;

/**
 * Scores the estimates of all takes by object: repeats are averaged, and whatever is learned from
 * true masses leaves the scored object out.
 *
 * @param objects one score for each object, in the order of the takes
 */
record MassScore(List<ObjectScore> objects) {

  /** Scores finished takes. */
  static MassScore of(List<Item> takes, GroundTruth truth) {
    List<String> names = takes.stream().map(take -> take.text(TakeItem.OBJECT)).distinct().toList();
    return new MassScore(names.stream().map(name -> score(name, names, takes, truth)).toList());
  }

  private static ObjectScore score(
      String object, List<String> names, List<Item> takes, GroundTruth truth) {
    List<String> others =
        names.stream()
            .filter(other -> !other.equals(object) && truth.of(other).isPresent())
            .toList();
    OptionalDouble mass = others.stream().mapToDouble(truth::require).average();
    OptionalDouble density =
        others.stream().mapToDouble(other -> truth.require(other) / volume(other, takes)).average();
    List<Item> own = takesOf(object, takes);
    return new ObjectScore(
        object,
        own.stream()
            .anyMatch(take -> take.text(TakeItem.VERDICT).equals(Verdict.IDENTIFIED.word())),
        own.stream()
            .filter(take -> Verdict.isScored(take.text(TakeItem.VERDICT)))
            .map(take -> take.number(TakeItem.MASS))
            .flatMapToDouble(OptionalDouble::stream)
            .average(),
        truth.of(object),
        mass,
        density.isPresent()
            ? OptionalDouble.of(density.getAsDouble() * volume(object, takes))
            : OptionalDouble.empty());
  }

  private static List<Item> takesOf(String object, List<Item> takes) {
    return takes.stream().filter(take -> take.text(TakeItem.OBJECT).equals(object)).toList();
  }

  private static double volume(String object, List<Item> takes) {
    return takesOf(object, takes).get(0).number(TakeItem.MESH_VOLUME).orElse(Double.NaN);
  }

  /** Fills in what a take's row says of truth and baselines. */
  Item completed(Item take, Map<String, Double> paper) {
    String name = take.text(TakeItem.OBJECT);
    ObjectScore object =
        objects.stream().filter(score -> score.object().equals(name)).findFirst().orElseThrow();
    return take.with(TakeItem.TRUTH, object.truth().orElse(Double.NaN))
        .with(TakeItem.ERROR, object.errorPercent(take.number(TakeItem.MASS)).orElse(null))
        .with(TakeItem.CONSTANT, object.errorPercent(object.constantGuess()).orElse(null))
        .with(TakeItem.VOLUME_BASELINE, object.errorPercent(object.volumeGuess()).orElse(null))
        .with(TakeItem.PAPER, paper.get(name))
        .with(TakeItem.TRUTH_IN_INTERVAL, truthInInterval(take, object.truth()));
  }

  private static @Nullable Boolean truthInInterval(Item take, OptionalDouble truth) {
    OptionalDouble low = take.number(TakeItem.LOW);
    OptionalDouble high = take.number(TakeItem.HIGH);
    if (truth.isEmpty() || low.isEmpty() || high.isEmpty()) {
      return null;
    }
    return truth.getAsDouble() >= low.getAsDouble() && truth.getAsDouble() <= high.getAsDouble();
  }

  /** Returns the objects that count. */
  List<ObjectScore> scored() {
    return objects.stream().filter(ObjectScore::isScored).toList();
  }

  /** Mean of the absolute errors of a kind of estimate over the scored objects [%]. */
  double meanAbsoluteError(Function<ObjectScore, OptionalDouble> estimate) {
    return Arrays.stream(absoluteErrors(estimate)).average().orElse(Double.NaN);
  }

  /** Median of the absolute errors of a kind of estimate over the scored objects [%]. */
  double medianAbsoluteError(Function<ObjectScore, OptionalDouble> estimate) {
    double[] errors = absoluteErrors(estimate);
    return errors.length == 0 ? Double.NaN : Median.of(errors);
  }

  private double[] absoluteErrors(Function<ObjectScore, OptionalDouble> estimate) {
    return scored().stream()
        .map(object -> object.errorPercent(estimate.apply(object)))
        .flatMap(Optional::stream)
        .mapToDouble(Math::abs)
        .toArray();
  }

  /** Returns how many objects have an identified take. */
  long identified() {
    return objects.stream().filter(ObjectScore::identified).count();
  }
}
