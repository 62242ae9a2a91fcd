package org.dextwin.experiments.dexndm.internal.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.model.RobotModel;
import org.dextwin.experiments.dexndm.internal.identify.Unknown.Kind;

/**
 * What was identified of a hand.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class IdentifiedHand {

  /** Half of a 95 % interval, in standard deviations. */
  private static final double WIDE = 1.96;

  /** Numbers whose standard deviation is a larger part of them are not identified. */
  private static final double IDENTIFIED = 0.1;

  private static final String UNKNOWNS = "unknowns";

  private final RobotModel model;
  private final List<Item> branches;

  /**
   * A number that was sought.
   *
   * @param kind what it is
   * @param subject joint, link or branch
   * @param nominal that of the model, or a usual one where it has none
   * @param value what was found
   * @param low lower end of its 95 % interval
   * @param high upper end
   */
  record Identified(
      Kind kind, String subject, double nominal, double value, double low, double high) {

    /** Value over that of the model. */
    double factor() {
      return value / nominal;
    }

    /** Whether the recordings say more than was known beforehand. */
    boolean isIdentified() {
      return Math.log(high / low) < 2 * WIDE * IDENTIFIED;
    }
  }

  /**
   * How far the joints of the model were from recordings that were kept apart.
   *
   * @param joint the joint
   * @param nominal root mean square distance with the model's numbers [rad]
   * @param identified the same with those that were found [rad]
   */
  record Distance(String joint, double nominal, double identified) {}

  IdentifiedHand(RobotModel model, List<Item> branches) {
    this.model = model;
    this.branches = List.copyOf(branches);
  }

  /** What is kept of a branch. */
  static Item item(
      Branch branch,
      BranchModel fit,
      BranchFit.Found found,
      double[] nominalDistances,
      double[] distances) {
    List<Item> unknowns = new ArrayList<>();
    for (int i = 0; i < fit.unknowns().size(); i++) {
      Unknown unknown = fit.unknowns().get(i);
      unknowns.add(
          Item.empty()
              .with("kind", unknown.kind().name())
              .with("subject", unknown.subject())
              .with("nominal", unknown.unit())
              .with("value", unknown.value(found.x()[i]))
              .with("low", unknown.value(found.x()[i] - WIDE * found.deviations()[i]))
              .with("high", unknown.value(found.x()[i] + WIDE * found.deviations()[i])));
    }
    List<Item> joints = new ArrayList<>();
    for (int j = 0; j < distances.length; j++) {
      joints.add(
          Item.empty()
              .with("joint", branch.joints().get(j))
              .with("nominal", nominalDistances[j])
              .with("identified", distances[j]));
    }
    return Item.empty()
        .with("branch", branch.name())
        .with("exact_gradient", fit.isExact())
        .with("coarse_evaluations", found.coarse())
        .with("fine_evaluations", found.fine())
        .with("nominal_cost", found.nominalCost())
        .with("search_cost", found.searchCost())
        .with("coarse_cost", found.coarseCost())
        .with(UNKNOWNS, unknowns)
        .with("joints", joints);
  }

  RobotModel model() {
    return model;
  }

  /** Whether derivatives are the engine's own. */
  boolean isExact() {
    return branches.stream().allMatch(it -> Boolean.TRUE.equals(it.values().get("exact_gradient")));
  }

  List<Identified> numbers() {
    return rows(UNKNOWNS).stream()
        .map(
            it ->
                new Identified(
                    Kind.valueOf(it.text("kind")),
                    it.text("subject"),
                    number(it, "nominal"),
                    number(it, "value"),
                    number(it, "low"),
                    number(it, "high")))
        .toList();
  }

  List<Distance> distances() {
    return rows("joints").stream()
        .map(it -> new Distance(it.text("joint"), number(it, "nominal"), number(it, "identified")))
        .toList();
  }

  Optional<Identified> find(Kind kind, String subject) {
    return numbers().stream()
        .filter(it -> it.kind() == kind && it.subject().equals(subject))
        .findFirst();
  }

  private static double number(Item item, String key) {
    return item.number(key).orElse(Double.NaN);
  }

  private List<Item> rows(String key) {
    List<Item> rows = new ArrayList<>();
    for (Item branch : branches) {
      if (branch.values().get(key) instanceof List<?> list) {
        for (Object row : list) {
          rows.add(Item.of(named(row)));
        }
      }
    }
    return rows;
  }

  private static Map<String, Object> named(Object row) {
    return ((Map<?, ?>) row)
        .entrySet().stream()
            .filter(it -> it.getValue() != null)
            .collect(Collectors.toMap(it -> String.valueOf(it.getKey()), Map.Entry::getValue));
  }
}
