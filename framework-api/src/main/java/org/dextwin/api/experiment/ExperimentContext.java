package org.dextwin.api.experiment;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What an experiment works with: its run folder, and where it reports to.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public interface ExperimentContext {

  /**
   * Returns the run folder, for files of the experiment's own.
   *
   * @return an existing, writable folder
   */
  Path folder();

  /**
   * Announces work of a known length: a bar with rate and time to go on a terminal, plain lines
   * elsewhere.
   *
   * @param what what is done, in a few words
   * @param total number of units of work
   * @return the progress; close it at the end
   */
  Progress progress(String what, long total);

  /**
   * Ends the experiment if the user asked for it; long loops call this often.
   *
   * @throws java.util.concurrent.CancellationException if the user cancelled
   */
  void checkCancelled();

  /**
   * Does a stage of the work, unless the run being resumed has already done it: then its item is
   * returned as it was. The item is on disk before this returns.
   *
   * @param key name of the stage, unique within the run
   * @param work does the stage
   * @return the item that describes its result
   */
  Item stage(String key, Supplier<Item> work);

  /**
   * Reports a number of the whole run, in {@code result.json}.
   *
   * @param name name with unit, such as {@code median_abs_error_pct}
   * @param value the number; NaN is written as null
   */
  void metric(String name, double value);

  /**
   * Reports one entry of {@code items[]} in {@code result.json}.
   *
   * @param item the entry
   */
  void item(Item item);

  /**
   * Appends a line to {@code metrics.jsonl}: a point of a curve or an event.
   *
   * @param series name of the series
   * @param values the values of the line
   */
  void log(String series, Item values);

  /**
   * Shows a table on the terminal and in the report.
   *
   * @param table the table
   */
  void table(Table table);

  /**
   * Shows a plot in the report and writes it as PNG and SVG.
   *
   * @param plot the plot
   */
  void plot(Plot plot);

  /**
   * Adds a paragraph to the report and a line to the terminal.
   *
   * @param heading short heading
   * @param text the paragraph
   */
  void note(String heading, String text);
}
