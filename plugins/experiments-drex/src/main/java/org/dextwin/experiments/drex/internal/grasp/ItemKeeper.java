package org.dextwin.experiments.drex.internal.grasp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.experiment.Table;

/** Passes everything on, and keeps the items for what comes next in the chain. */
final class ItemKeeper implements ExperimentContext {

  private final ExperimentContext context;
  private final List<Item> items = new ArrayList<>();

  ItemKeeper(ExperimentContext context) {
    this.context = context;
  }

  List<Item> items() {
    return items;
  }

  @Override
  public Path folder() {
    return context.folder();
  }

  @Override
  public Progress progress(String what, long total) {
    return context.progress(what, total);
  }

  @Override
  public void checkCancelled() {
    context.checkCancelled();
  }

  @Override
  public Item stage(String key, Supplier<Item> work) {
    return context.stage(key, work);
  }

  @Override
  public void metric(String name, double value) {
    context.metric(name, value);
  }

  @Override
  public void item(Item item) {
    items.add(item);
    context.item(item);
  }

  @Override
  public void log(String series, Item values) {
    context.log(series, values);
  }

  @Override
  public void table(Table table) {
    context.table(table);
  }

  @Override
  public void plot(Plot plot) {
    context.plot(plot);
  }

  @Override
  public void note(String heading, String text) {
    context.note(heading, text);
  }
}
