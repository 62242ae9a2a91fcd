package org.dextwin.testkit.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.experiment.Table;

/**
 * A run that keeps what an experiment reports in memory.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class TestExperimentContext implements ExperimentContext {

  private static final long NEVER = Long.MAX_VALUE;

  private final Path folder;
  private final Map<String, Item> stages = new LinkedHashMap<>();
  private final Map<String, Double> metrics = new LinkedHashMap<>();
  private final List<Item> items = new ArrayList<>();
  private final Map<String, List<Item>> series = new LinkedHashMap<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Plot> plots = new ArrayList<>();
  private final Map<String, String> notes = new LinkedHashMap<>();
  private final List<Work> works = new ArrayList<>();
  private final Map<String, Item> done;
  private final List<String> stagesWorked = new ArrayList<>();
  private long checksLeft = NEVER;
  private long cancellationChecks;

  /**
   * Makes a new run.
   *
   * @param folder an existing, writable folder
   */
  public TestExperimentContext(Path folder) {
    this(folder, Map.of());
  }

  /**
   * Makes a run that resumes another.
   *
   * @param folder an existing, writable folder
   * @param done items of the stages that are done, by key (see {@link #stages})
   */
  public TestExperimentContext(Path folder, Map<String, Item> done) {
    this.folder = folder;
    this.done = Map.copyOf(done);
  }

  /**
   * Has the user cancel.
   *
   * @param checks how many calls of {@link #checkCancelled} still pass
   * @return this context
   */
  public synchronized TestExperimentContext cancelAfter(long checks) {
    checksLeft = checks;
    return this;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public synchronized Progress progress(String what, long total) {
    Work work = new Work(what, total);
    works.add(work);
    return work;
  }

  @Override
  public synchronized void checkCancelled() {
    cancellationChecks++;
    if (checksLeft == 0) {
      throw new CancellationException("cancelled by the test");
    }
    if (checksLeft != NEVER) {
      checksLeft--;
    }
  }

  @Override
  public Item stage(String key, Supplier<Item> work) {
    Item item;
    if (done.containsKey(key)) {
      item = done.get(key);
    } else {
      synchronized (this) {
        stagesWorked.add(key);
      }
      item = work.get();
    }
    synchronized (this) {
      if (stages.put(key, item) != null) {
        throw new IllegalArgumentException("two stages have the key '" + key + "'");
      }
    }
    return item;
  }

  @Override
  public synchronized void metric(String name, double value) {
    metrics.put(name, value);
  }

  @Override
  public synchronized void item(Item item) {
    items.add(item);
  }

  @Override
  public synchronized void log(String name, Item values) {
    series.computeIfAbsent(name, ignored -> new ArrayList<>()).add(values);
  }

  @Override
  public synchronized void table(Table table) {
    tables.add(table);
  }

  @Override
  public synchronized void plot(Plot plot) {
    plots.add(plot);
  }

  @Override
  public synchronized void note(String heading, String text) {
    notes.put(heading, text);
  }

  /**
   * Returns the items of all stages.
   *
   * @return a copy, by key, in the order in which they were finished
   */
  public synchronized Map<String, Item> stages() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(stages));
  }

  /**
   * Returns the stages whose work was done in this run, those of a resumed one excepted.
   *
   * @return a copy of the keys, in the order in which the work began
   */
  public synchronized List<String> stagesWorked() {
    return List.copyOf(stagesWorked);
  }

  /**
   * Returns the numbers of the whole run.
   *
   * @return a copy, by name
   */
  public synchronized Map<String, Double> metrics() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /**
   * Returns one number of the whole run.
   *
   * @param name its name
   * @return the number
   * @throws IllegalArgumentException if it was not reported
   */
  public synchronized double metric(String name) {
    Double value = metrics.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no metric '" + name + "'; there are " + metrics.keySet());
    }
    return value;
  }

  /**
   * Returns the reported items.
   *
   * @return a copy, in the order of reporting
   */
  public synchronized List<Item> items() {
    return List.copyOf(items);
  }

  /**
   * Returns the lines of one series of the log.
   *
   * @param name name of the series
   * @return a copy, in the order of logging; empty if there is no such series
   */
  public synchronized List<Item> series(String name) {
    return List.copyOf(series.getOrDefault(name, List.of()));
  }

  /**
   * Returns the reported tables.
   *
   * @return a copy, in the order of reporting
   */
  public synchronized List<Table> tables() {
    return List.copyOf(tables);
  }

  /**
   * Returns the reported plots.
   *
   * @return a copy, in the order of reporting
   */
  public synchronized List<Plot> plots() {
    return List.copyOf(plots);
  }

  /**
   * Returns the paragraphs of the report.
   *
   * @return a copy, by heading
   */
  public synchronized Map<String, String> notes() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(notes));
  }

  /**
   * Returns how often the experiment looked whether it was cancelled.
   *
   * @return the number of calls of {@link #checkCancelled}
   */
  public synchronized long cancellationChecks() {
    return cancellationChecks;
  }

  /**
   * Returns the announced pieces of work.
   *
   * @return a copy, in the order in which they were announced
   */
  public synchronized List<Work> works() {
    return List.copyOf(works);
  }

  /**
   * A piece of work and how far it came.
   *
   * <p><i>Thread safety</i>: thread-safe.
   */
  public static final class Work implements Progress {

    private final String what;
    private final long total;
    private long units;
    private boolean closed;

    private Work(String what, long total) {
      this.what = what;
      this.total = total;
    }

    /**
     * Returns what is done.
     *
     * @return a few words
     */
    public String what() {
      return what;
    }

    /**
     * Returns how long the work was said to be.
     *
     * @return number of units
     */
    public long total() {
      return total;
    }

    /**
     * Returns how much was done.
     *
     * @return number of units
     */
    public synchronized long units() {
      return units;
    }

    /**
     * Says whether the display was ended.
     *
     * @return true after {@link #close}
     */
    public synchronized boolean isClosed() {
      return closed;
    }

    @Override
    public synchronized void advance(long more) {
      units += more;
    }

    @Override
    public synchronized void close() {
      closed = true;
    }
  }
}
