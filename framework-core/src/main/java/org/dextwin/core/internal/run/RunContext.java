package org.dextwin.core.internal.run;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.core.internal.report.PlotPainter;
import org.dextwin.core.internal.report.Section;
import org.dextwin.core.internal.report.TextTable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The context of a run. Everything reported goes to its file at once.
 *
 * <p>A report belongs to the stage of the thread that makes it; a thread without a stage of its
 * own, such as one of a pool, belongs to the stage under way if there is just one.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class RunContext implements ExperimentContext {

  private static final Logger LOG = LoggerFactory.getLogger(RunContext.class);

  private final RunFolder folder;
  private final RunFiles files;
  private final Terminal terminal;
  private final Cancellation cancellation;
  private final StageStore stages;
  private final Set<String> begun = new HashSet<>();
  private final Set<Stage> open = ConcurrentHashMap.newKeySet();

  @SuppressWarnings("ThreadLocalUsage") // a thread may work for two runs
  private final ThreadLocal<@Nullable Stage> current = new ThreadLocal<>();

  private boolean plotsUnavailable;

  RunContext(RunFolder folder, RunFiles files, Terminal terminal, Cancellation cancellation) {
    this.folder = folder;
    this.files = files;
    this.terminal = terminal;
    this.cancellation = cancellation;
    this.stages = new StageStore(folder.subfolder(RunFolder.STAGES));
  }

  @Override
  public Path folder() {
    return folder.path();
  }

  @Override
  public Progress progress(String what, long total) {
    LOG.info("{}: {} to do", what, total);
    return new ProgressDisplay(what, total, terminal, System::nanoTime);
  }

  @Override
  public void checkCancelled() {
    cancellation.check();
  }

  @Override
  public Item stage(String key, Supplier<Item> work) {
    checkCancelled();
    synchronized (begun) {
      if (!begun.add(key)) {
        throw new IllegalArgumentException(
            "stage '" + key + "' was begun before in this run; give each stage a key of its own");
      }
    }
    var finished = stages.find(key);
    if (finished.isPresent()) {
      LOG.info("stage {} was done before", key);
      finished.get().reports().forEach(this::repeat);
      return finished.get().item();
    }
    return perform(key, work);
  }

  private Item perform(String key, Supplier<Item> work) {
    LOG.info("stage {} begins", key);
    Stage outer = current.get();
    Stage stage = new Stage(key, outer);
    open.add(stage);
    current.set(stage);
    try {
      Item item = work.get();
      stages.save(key, stage.finished(item));
      LOG.info("stage {} is done", key);
      return item;
    } finally {
      open.remove(stage);
      if (outer == null) {
        current.remove();
      } else {
        current.set(outer);
      }
    }
  }

  @Override
  public void metric(String name, double value) {
    remember(Item.empty().with("metric", name).with("value", value));
    files.result().metric(name, value);
  }

  @Override
  public void item(Item item) {
    remember(Item.empty().with("item", item));
    files.result().item(item);
  }

  @Override
  public void log(String series, Item values) {
    files.log(series, values);
  }

  @Override
  public void table(Table table) {
    section(new Section.TableSection(table));
  }

  @Override
  public void plot(Plot plot) {
    section(new Section.PlotSection(plot));
  }

  @Override
  public void note(String heading, String text) {
    section(new Section.NoteSection(heading, text));
  }

  private void section(Section section) {
    Item plain = section.plain();
    remember(Item.empty().with("section", plain));
    files.sections().add(plain);
    if (section instanceof Section.TableSection table) {
      terminal.result(TextTable.render(table.table()) + "\n");
    } else if (section instanceof Section.NoteSection note) {
      terminal.say(note.heading() + ": " + note.text());
    } else if (section instanceof Section.PlotSection plot) {
      draw(plot.plot());
    }
  }

  /** A machine without fonts loses the drawings only: their numbers are in the report's file. */
  private void draw(Plot plot) {
    try {
      Path plots = folder.subfolder(RunFolder.PLOTS);
      AtomicFile.write(plots.resolve(plot.name() + ".png"), PlotPainter.png(plot));
      AtomicFile.write(plots.resolve(plot.name() + ".svg"), PlotPainter.svg(plot));
    } catch (ComponentUnavailableException e) {
      LOG.warn("plot {} was not drawn", plot.name(), e);
      synchronized (this) {
        if (plotsUnavailable) {
          return;
        }
        plotsUnavailable = true;
      }
      terminal.say(
          e.getMessage() + "\n  remedy: " + e.remedy() + "; then: dextwin report " + folder.path());
    }
  }

  private void remember(Item report) {
    Stage stage = current.get();
    if (stage == null) {
      List<Stage> under = List.copyOf(open);
      stage = under.size() == 1 ? under.get(0) : null;
    }
    if (stage != null) {
      stage.report(report);
    }
  }

  /** Makes a report of a stage that was done in an earlier attempt once more. */
  private void repeat(Item report) {
    Map<String, @Nullable Object> values = report.values();
    if (values.containsKey("metric")) {
      metric(report.text("metric"), report.number("value").orElse(Double.NaN));
    } else if (values.get("item") instanceof Map<?, ?> item) {
      item(StageStore.item(item));
    } else if (values.get("section") instanceof Map<?, ?> section) {
      section(Section.of(StageStore.item(section)));
    }
  }
}
