package org.dextwin.core.internal.run;

import org.dextwin.api.experiment.Item;

/**
 * The files of a run that grow while it is under way.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class RunFiles implements AutoCloseable {

  private static final String SERIES = "series";
  private static final String ATTEMPT = "attempt";

  private final ResultFile result;
  private final LineFile metrics;
  private final LineFile sections;
  private final long attempt;

  RunFiles(RunFolder folder, RunPlan plan, long attempt) {
    this.result = new ResultFile(folder.resolve(RunFolder.RESULT), plan.experiment(), plan.seed());
    this.metrics = LineFile.append(folder.resolve(RunFolder.METRICS));
    this.sections = LineFile.append(folder.resolve(RunFolder.SECTIONS));
    this.attempt = attempt;
  }

  ResultFile result() {
    return result;
  }

  LineFile sections() {
    return sections;
  }

  /**
   * Adds a line to the metrics. What a resumed run logs bears the number of the attempt, because it
   * may repeat lines of an attempt that was cut short.
   */
  void log(String series, Item values) {
    Item line = Item.empty().with(SERIES, series);
    if (attempt > 1) {
      line = line.with(ATTEMPT, attempt);
    }
    for (var entry : values.values().entrySet()) {
      if (entry.getKey().equals(SERIES) || entry.getKey().equals(ATTEMPT)) {
        throw new IllegalArgumentException(
            "values of series '"
                + series
                + "' use the name '"
                + entry.getKey()
                + "', which is taken");
      }
      line = line.with(entry.getKey(), entry.getValue());
    }
    metrics.add(line);
  }

  @Override
  public void close() {
    result.close();
    metrics.close();
    sections.close();
  }
}
