package org.dextwin.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How many tasks of a kind were solved, how well and how quickly.
 *
 * @param kind what was asked for
 * @param tasks how many were
 * @param solved how many were solved
 * @param residual largest error of those solved [m and rad]
 * @param median half took less [ms]
 * @param slow one in a hundred took longer [ms]
 * @param slowest the longest [ms]
 */
record Solved(
    String kind,
    int tasks,
    int solved,
    double residual,
    double median,
    double slow,
    double slowest) {

  private static final double SLOW = 0.99;

  /** A task that was timed. */
  interface Task {

    /**
     * Does it.
     *
     * @param number which one
     * @return the error; NaN if it was not solved
     */
    double run(int number);
  }

  static Solved of(String kind, int tasks, Task task) {
    double[] millis = new double[tasks];
    int solved = 0;
    double residual = 0;
    for (int i = 0; i < tasks; i++) {
      long begin = System.nanoTime();
      double error = task.run(i);
      millis[i] = (System.nanoTime() - begin) / 1e6;
      if (!Double.isNaN(error)) {
        solved++;
        residual = Math.max(residual, error);
      }
    }
    Arrays.sort(millis);
    return new Solved(
        kind,
        tasks,
        solved,
        residual,
        millis[tasks / 2],
        millis[(int) (SLOW * tasks)],
        millis[tasks - 1]);
  }

  static String table(List<Solved> rows) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-36s %7s %8s %10s %10s %10s %10s%n",
            "",
            "tasks",
            "solved",
            "residual",
            "median ms",
            "99 % ms",
            "max ms"));
    for (Solved row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-36s %7d %6.1f %% %10.1e %10.3f %10.2f %10.1f%n",
              row.kind,
              row.tasks,
              100.0 * row.solved / row.tasks,
              row.residual,
              row.median,
              row.slow,
              row.slowest));
    }
    return text.toString();
  }

  static void write(List<Solved> rows, Path file) throws IOException {
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), rows);
  }
}
