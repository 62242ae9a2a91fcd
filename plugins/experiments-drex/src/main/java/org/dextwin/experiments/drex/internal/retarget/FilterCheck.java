package org.dextwin.experiments.drex.internal.retarget;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dextwin.api.experiment.Item;
import org.dextwin.mechanics.demonstration.DemonstrationFilter;
import org.dextwin.mechanics.demonstration.Fault;
import org.dextwin.mechanics.demonstration.HandDemonstration;

/**
 * How well the filter tells spoilt demonstrations from sound ones: precision is the share of those
 * it rejects that are spoilt, recall the share of the spoilt that it rejects.
 */
final class FilterCheck {

  private final DemonstrationFilter filter;
  private final Spoiling spoiling;
  private final boolean hasObject;

  private int sound;
  private int soundRejected;
  private final Map<Fault.Kind, int[]> spoilt = new EnumMap<>(Fault.Kind.class);

  FilterCheck(DemonstrationFilter filter, Spoiling spoiling, boolean hasObject) {
    this.filter = filter;
    this.spoiling = spoiling;
    this.hasObject = hasObject;
  }

  /** Tries copies of sound demonstrations, every second of which is spoilt, kinds in turn. */
  void run(List<HandDemonstration> demonstrations, int copies, Runnable eachCopy) {
    List<Fault.Kind> kinds = kinds();
    for (int i = 0; i < copies; i++) {
      HandDemonstration source = demonstrations.get(i / 2 % demonstrations.size());
      if (i % 2 == 0) {
        sound++;
        soundRejected += filter.check(spoiling.shaken(source)).isEmpty() ? 0 : 1;
      } else {
        Fault.Kind kind = kinds.get(i / 2 / demonstrations.size() % kinds.size());
        int[] counts = spoilt.computeIfAbsent(kind, it -> new int[2]);
        counts[0]++;
        counts[1] += filter.check(spoiling.spoilt(source, kind)).isEmpty() ? 0 : 1;
      }
      eachCopy.run();
    }
  }

  /** Without an object there is nothing to penetrate. */
  private List<Fault.Kind> kinds() {
    List<Fault.Kind> kinds = new ArrayList<>(List.of(Fault.Kind.values()));
    if (!hasObject) {
      kinds.remove(Fault.Kind.PENETRATION);
    }
    return kinds;
  }

  private int spoiltRejected() {
    return spoilt.values().stream().mapToInt(counts -> counts[1]).sum();
  }

  /** NaN if nothing was rejected. */
  double precision() {
    return (double) spoiltRejected() / (spoiltRejected() + soundRejected);
  }

  double recall() {
    return (double) spoiltRejected() / spoilt.values().stream().mapToInt(it -> it[0]).sum();
  }

  /** One row for sound ones, one for each kind of fault. */
  List<Item> rows() {
    List<Item> rows = new ArrayList<>();
    rows.add(row("none", sound, soundRejected));
    spoilt.forEach((kind, counts) -> rows.add(row(nameOf(kind), counts[0], counts[1])));
    return rows;
  }

  private static Item row(String fault, int copies, int rejected) {
    return Item.empty()
        .with("injected_fault", fault)
        .with("copies", copies)
        .with("rejected", rejected);
  }

  static String nameOf(Fault.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
