package org.dextwin.testkit.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Table;
import org.dextwin.testkit.ProviderContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every experiment keeps: it reports results, repeats them for the same seed, stops when the
 * user cancels, and takes up a run where it ended. The subclass supplies a configuration that runs
 * in seconds, and the parts that it refers to by {@link #supply}.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class ExperimentContract<C> extends ProviderContract<Experiment, C> {

  @TempDir private Path temporary = Path.of("");

  private int runs;

  /** For subclasses. */
  protected ExperimentContract() {}

  @Override
  protected Map<String, Object> roleOptions() {
    return Map.of("seed", SEED);
  }

  private Path newFolder() {
    try {
      runs++;
      return Files.createDirectory(temporary.resolve("run-" + runs));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private TestExperimentContext run() {
    return run(Map.of());
  }

  private TestExperimentContext run(Map<String, Item> done) {
    TestExperimentContext context = new TestExperimentContext(newFolder(), done);
    create().run(context);
    return context;
  }

  @Test
  final void resultsAreReported() {
    TestExperimentContext context = run();
    assertThat(context.items().size() + context.metrics().size())
        .as("items and metrics")
        .isPositive();
  }

  @Test
  final void sameSeedGivesTheSameResults() {
    TestExperimentContext first = run();
    TestExperimentContext second = run();
    assertThat(untimed(second.items())).as("items").isEqualTo(untimed(first.items()));
    assertThat(untimed(second.metrics())).as("metrics").isEqualTo(untimed(first.metrics()));
  }

  private static Map<String, Double> untimed(Map<String, Double> metrics) {
    Map<String, Double> kept = new HashMap<>(metrics);
    kept.keySet().removeIf(ExperimentContract::isTimed);
    return kept;
  }

  /** Items without what a clock on the wall measured. */
  private static List<Item> untimed(List<Item> items) {
    return items.stream().map(ExperimentContract::untimed).toList();
  }

  private static Item untimed(Item item) {
    Item kept = Item.empty();
    for (var value : item.values().entrySet()) {
      if (!isTimed(value.getKey())) {
        kept = kept.with(value.getKey(), value.getValue());
      }
    }
    return kept;
  }

  /** What a clock on the wall measured bears seconds or real time in its name. */
  private static boolean isTimed(String name) {
    return name.contains("seconds") || name.endsWith("per_second") || name.contains("real_time");
  }

  @Test
  final void cancellingStopsTheRun() {
    TestExperimentContext whole = run();
    assertThat(whole.cancellationChecks()).as("calls of checkCancelled()").isPositive();
    for (long checks : new long[] {0, whole.cancellationChecks() / 2}) {
      TestExperimentContext context = new TestExperimentContext(newFolder()).cancelAfter(checks);
      Experiment experiment = create();
      assertThatCode(() -> experiment.run(context))
          .as("a run cancelled after %d checks", checks)
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  final void resumedRunGivesTheSameResults() {
    TestExperimentContext whole = run();
    TestExperimentContext resumed = run(whole.stages());
    assertThat(resumed.items()).as("items").isEqualTo(whole.items());
    assertThat(untimed(resumed.metrics())).as("metrics").isEqualTo(untimed(whole.metrics()));
    assertThat(resumed.stages()).as("stages").isEqualTo(whole.stages());
  }

  @Test
  final void progressAddsUpAndEnds() {
    for (TestExperimentContext.Work work : run().works()) {
      assertThat(work.isClosed()).as("progress of '%s' is closed", work.what()).isTrue();
      assertThat(work.units())
          .as("units of '%s', announced were %d", work.what(), work.total())
          .isEqualTo(work.total());
    }
  }

  @Test
  final void tablesShowWhatTheirRowsHold() {
    for (Table table : run().tables()) {
      Set<String> held = new HashSet<>();
      table.rows().forEach(row -> held.addAll(row.values().keySet()));
      assertThat(table.columns()).as("columns of '%s'", table.title()).isNotEmpty();
      for (Table.Column column : table.columns()) {
        assertThat(table.rows().isEmpty() || held.contains(column.key()))
            .as("a row of '%s' has a value '%s'; they have %s", table.title(), column.key(), held)
            .isTrue();
      }
    }
  }

  @Test
  final void plotsAreDistinctAndDrawn() {
    List<Plot> plots = run().plots();
    assertThat(plots.stream().map(Plot::name).toList())
        .as("names of the plots, which name files")
        .doesNotHaveDuplicates();
    for (Plot plot : plots) {
      assertThat(plot.series()).as("series of '%s'", plot.name()).isNotEmpty();
    }
  }

  @Test
  final void filesStayInTheRunFolder() throws IOException {
    Set<Path> before = filesOf(Path.of(""));
    Set<Path> beside = filesOf(temporary);
    run();
    Set<Path> after = filesOf(Path.of(""));
    after.removeAll(before);
    assertThat(after).as("new files in the working directory").isEmpty();
    Set<Path> stray = filesOf(temporary);
    stray.removeAll(beside);
    stray.removeIf(path -> path.startsWith(temporary.resolve("run-" + runs)));
    assertThat(stray).as("new files beside the run folder").isEmpty();
  }

  private static Set<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder.toAbsolutePath())) {
      return paths.collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
