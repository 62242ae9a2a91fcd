package org.dextwin.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.dextwin.benchmarks.LearningWorkload.Seconds;
import org.dextwin.learning.compute.Kernels;

/**
 * Training and inference against PyTorch on the same machine, models, batches and numbers of
 * threads. Both take turns in rounds, so that other work on the machine slows both alike.
 */
final class LearningVersusPyTorch {

  private static final String PYTORCH = "PyTorch";
  private static final double SECONDS = 1;
  private static final int[] THREADS = {1, 2};
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A workload at a number of threads. */
  private record Key(String workload, int threads) {}

  private final Path script;
  private final Map<Key, Map<String, List<Seconds>>> measured = new LinkedHashMap<>();
  private Optional<String> pyTorch = Optional.empty();

  LearningVersusPyTorch(Path script) {
    this.script = script;
  }

  void measure(int rounds) throws Exception {
    for (int round = 0; round < rounds; round++) {
      for (int threads : THREADS) {
        measureOurs(Kernels.VECTOR, threads);
        if (round == 0 && threads == 1) {
          measureOurs(Kernels.ND4J, threads);
        }
        measurePyTorch(threads);
      }
    }
  }

  private void measureOurs(Kernels kernels, int threads) throws Exception {
    if (!kernels.isAvailable()) {
      return;
    }
    try (LearningWorkload workload = new LearningWorkload(kernels, threads)) {
      for (var step : workload.steps().entrySet()) {
        Seconds seconds = LearningWorkload.seconds(step.getValue(), SECONDS);
        add(new Key(step.getKey(), threads), kernels.toString(), seconds);
      }
    }
  }

  private void measurePyTorch(int threads) throws IOException, InterruptedException {
    Process python =
        new ProcessBuilder(
                "python3", script.toString(), String.valueOf(threads), String.valueOf(SECONDS))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output =
        new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (!python.waitFor(1, TimeUnit.MINUTES) || python.exitValue() != 0) {
      return;
    }
    JsonNode result = JSON.readTree(output);
    pyTorch = Optional.of(result.path("version").asText());
    result
        .path("seconds")
        .properties()
        .forEach(it -> add(new Key(it.getKey(), threads), PYTORCH, seconds(it.getValue())));
  }

  private static Seconds seconds(JsonNode pair) {
    return new Seconds(pair.path(0).asDouble(), pair.path(1).asDouble());
  }

  private void add(Key key, String who, Seconds seconds) {
    measured
        .computeIfAbsent(key, ignored -> new LinkedHashMap<>())
        .computeIfAbsent(who, ignored -> new ArrayList<>())
        .add(seconds);
  }

  private static Optional<Double> median(
      Map<String, List<Seconds>> times, String who, ToDoubleFunction<Seconds> of) {
    return Optional.ofNullable(times.get(who))
        .map(list -> Spread.of(list.stream().mapToDouble(of).boxed().toList()).median());
  }

  /** PyTorch's time over ours. */
  private static String ratio(Map<String, List<Seconds>> times, ToDoubleFunction<Seconds> of) {
    Optional<Double> ours = median(times, Kernels.VECTOR.toString(), of);
    return median(times, PYTORCH, of)
        .flatMap(theirs -> ours.map(own -> String.format(Locale.ROOT, "%.2f", theirs / own)))
        .orElse("not run");
  }

  String table() {
    StringBuilder table = new StringBuilder();
    String version = pyTorch.map(v -> "PyTorch " + v).orElse("PyTorch");
    table.append(
        String.format(
            Locale.ROOT,
            "%-26s %7s %10s %10s %20s %8s %20s%n",
            "ms per step",
            "threads",
            "Vector API",
            "ND4J",
            version,
            "ratio",
            "by processor time"));
    measured.forEach(
        (key, times) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%-26s %7d %10s %10s %20s %8s %20s%n",
                    key.workload,
                    key.threads,
                    milliseconds(median(times, Kernels.VECTOR.toString(), Seconds::wall)),
                    milliseconds(median(times, Kernels.ND4J.toString(), Seconds::wall)),
                    milliseconds(median(times, PYTORCH, Seconds::wall)),
                    ratio(times, Seconds::wall),
                    ratio(times, Seconds::processor))));
    if (pyTorch.isEmpty()) {
      table.append("PyTorch is missing: install python3-torch, or put it on PYTHONPATH\n");
    }
    return table.toString();
  }

  private static String milliseconds(Optional<Double> seconds) {
    return seconds.map(s -> String.format(Locale.ROOT, "%.3f", 1e3 * s)).orElse("not run");
  }

  void write(Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("pytorch", pyTorch.orElse("not run"));
    measured.forEach(
        (key, times) -> {
          ObjectNode node = root.putObject(key.workload + "-threads-" + key.threads);
          times.forEach(
              (who, list) ->
                  list.forEach(
                      it -> node.withArray(who).addArray().add(it.wall()).add(it.processor())));
        });
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }
}
