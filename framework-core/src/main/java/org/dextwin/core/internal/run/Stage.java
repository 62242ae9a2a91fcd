package org.dextwin.core.internal.run;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.experiment.Item;
import org.jspecify.annotations.Nullable;

/**
 * A stage that is under way, and what it has reported so far: when a resumed run leaves the stage
 * out, its reports are made again from here.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class Stage {

  private final String key;
  private final @Nullable Stage outer;
  private final List<Item> reports = new ArrayList<>();

  Stage(String key, @Nullable Stage outer) {
    this.key = key;
    this.outer = outer;
  }

  @Nullable Stage outer() {
    return outer;
  }

  /** Records a report, which then also belongs to the stages around this one. */
  void report(Item report) {
    for (Stage stage = this; stage != null; stage = stage.outer) {
      stage.add(report);
    }
  }

  private synchronized void add(Item report) {
    reports.add(report);
  }

  /** Returns what is kept of the finished stage. */
  synchronized Item finished(Item item) {
    return Item.empty().with("key", key).with("item", item).with("reports", reports);
  }
}
