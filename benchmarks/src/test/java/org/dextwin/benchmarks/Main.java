package org.dextwin.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of a name, writes JMH's results as JSON and prints them as a table.
 * Arguments: the name, the file to write, and further options of JMH.
 */
final class Main {

  private Main() {}

  public static void main(String[] args) throws CommandLineOptionException, RunnerException {
    Path result = Path.of(args[1]);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(Arrays.copyOfRange(args, 2, args.length)))
            .addProfiler(GCProfiler.class)
            .addProfiler(ContactProfiler.class)
            .threads(1)
            .resultFormat(ResultFormatType.JSON)
            .result(result.toString());
    for (Class<?> benchmark : choose(args[0], options)) {
      options.include("^" + benchmark.getName().replace(".", "\\.") + "\\.");
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    System.out.println();
    System.out.print(ResultTable.of(results));
    System.out.println("\nMedians over iterations; all of it is in " + result);
  }

  private static List<Class<?>> choose(String name, ChainedOptionsBuilder options) {
    return switch (name) {
      case "gradient" -> List.of(GradientBenchmark.class);
      case "growth" -> List.of(GrowthBenchmark.class, SensitivityBenchmark.class);
      case "memory" -> {
        // the whole heap of the JVM that measures, plugins and mesh included
        options
            .param("vertices", "10000")
            .param("steps", "1000", "10000")
            .jvmArgsAppend("-Xmx256m");
        yield List.of(GradientBenchmark.class);
      }
      default ->
          throw new IllegalArgumentException(
              "no benchmark '" + name + "'; there are gradient, growth, memory");
    };
  }
}
