package org.dextwin.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;

/** One row per set of parameters: median times, their ratio, contacts and bytes. */
final class ResultTable {

  private ResultTable() {}

  static String of(Collection<RunResult> results) {
    Map<String, Map<String, RunResult>> rows = new LinkedHashMap<>();
    for (RunResult result : results) {
      rows.computeIfAbsent(parameters(result), key -> new LinkedHashMap<>())
          .put(result.getPrimaryResult().getLabel(), result);
    }
    StringBuilder text = new StringBuilder();
    line(
        text,
        "",
        "advance",
        "forward",
        "with grad.",
        "with grad.",
        "contacts",
        "advance",
        "with grad.");
    line(text, "", "ms", "ms", "ms", "/ forward", "per step", "bytes", "bytes");
    rows.forEach((name, row) -> line(text, name, row));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, Map<String, RunResult> row) {
    // sensitivities stand where the gradient of the others does
    RunResult gradient = row.getOrDefault("forwardAndGradient", row.get("sensitivities"));
    OptionalDouble forward = median(row.get("forward"));
    OptionalDouble both = median(gradient);
    OptionalDouble ratio =
        forward.isPresent() && both.isPresent()
            ? OptionalDouble.of(both.getAsDouble() / forward.getAsDouble())
            : OptionalDouble.empty();
    line(
        text,
        name,
        cell("%.3f", median(row.get("advance"))),
        cell("%.3f", forward),
        cell("%.3f", both),
        cell("%.2f", ratio),
        cell("%.2f", secondary(gradient, ContactProfiler.CONTACTS)),
        cell("%.0f", secondary(row.get("advance"), "gc.alloc.rate.norm")),
        cell("%.0f", secondary(gradient, "gc.alloc.rate.norm")));
  }

  private static void line(StringBuilder text, Object... cells) {
    text.append(String.format(Locale.ROOT, "%-28s %10s %10s %10s %10s %9s %12s %12s%n", cells));
  }

  private static String parameters(RunResult result) {
    List<String> parts = new ArrayList<>();
    for (String key : result.getParams().getParamsKeys()) {
      String value = result.getParams().getParam(key);
      parts.add(value.contains("=") ? value : key + "=" + value);
    }
    return String.join(" ", parts);
  }

  private static OptionalDouble median(@Nullable RunResult result) {
    if (result == null) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(result.getPrimaryResult().getStatistics().getPercentile(50));
  }

  @SuppressWarnings("rawtypes") // JMH's own map is
  private static OptionalDouble secondary(@Nullable RunResult result, String name) {
    if (result == null) {
      return OptionalDouble.empty();
    }
    return result.getSecondaryResults().entrySet().stream()
        .filter(it -> it.getKey().endsWith(name))
        .mapToDouble(it -> it.getValue().getScore())
        .findFirst();
  }

  private static String cell(String format, OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "";
  }
}
