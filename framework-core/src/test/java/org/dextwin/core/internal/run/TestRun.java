package org.dextwin.core.internal.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;

/** A run of work that stands in a test. */
final class TestRun implements AutoCloseable {

  static final String CONFIG = "experiment { type = probe # box.conf:1\n seed = 7 }\n";

  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  final Cancellation cancellation = new Cancellation();
  final RunFolder folder;
  final boolean done;
  private final ExperimentRun run;

  private TestRun(Path path, RunFolder.Existing existing, RunPlan plan) {
    folder = RunFolder.open(path, existing, List.of());
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, 80);
    try {
      run = ExperimentRun.start(folder, plan, terminal, cancellation).orElse(null);
      done = run == null;
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  static TestRun in(Path path) {
    return new TestRun(path, RunFolder.Existing.REFUSE, plan(CONFIG));
  }

  static TestRun resume(Path path) {
    return resume(path, plan(CONFIG));
  }

  static TestRun resume(Path path, RunPlan plan) {
    return new TestRun(path, RunFolder.Existing.RESUME, plan);
  }

  static TestRun in(Path path, RunPlan plan) {
    return new TestRun(path, RunFolder.Existing.REFUSE, plan);
  }

  static RunPlan plan(String config, Path... inputs) {
    return new RunPlan(
        "probe",
        7,
        config,
        List.of(inputs),
        List.of(new RunPlan.PluginVersion("test-plugin", "1.2.3", "ab12")),
        "9.9.9",
        List.of("dextwin", "run", "box.conf"));
  }

  ExperimentRun.Outcome execute(Consumer<ExperimentContext> work) {
    return run.execute(work);
  }

  ExperimentRun attempt() {
    return run;
  }

  Item result() {
    return Json.read(folder.resolve("result.json"));
  }

  Item provenance() {
    return Json.read(folder.resolve("provenance.json"));
  }

  @Override
  public void close() {
    if (run != null) {
      run.close();
    }
    folder.close();
  }
}
