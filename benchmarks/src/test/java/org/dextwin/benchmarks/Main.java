package org.dextwin.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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
 * Runs the benchmarks of a name, writes the results as JSON and prints them as a table. Arguments:
 * the name, the file to write, and further options: of JMH or, for {@code mujoco-vs-c} and {@code
 * inverse-kinematics} and {@code retarget}, how many rounds, poses or frames.
 */
final class Main {

  private static final String MUJOCO_VERSUS_C = "mujoco-vs-c";
  private static final String INVERSE_KINEMATICS = "inverse-kinematics";
  private static final String RETARGET = "retarget";
  private static final String LEARNING = "learning";
  private static final int ROUNDS = 30;
  private static final int POSES = 1000;
  private static final int LEARNING_ROUNDS = 3;

  /** The box falls, comes to rest, and the fingers close on it. */
  private static final int STEPS = 4000;

  private Main() {}

  public static void main(String[] args) throws Exception {
    Path result = Path.of(args[1]);
    String[] options = Arrays.copyOfRange(args, 2, args.length);
    if (args[0].equals(MUJOCO_VERSUS_C)) {
      versusC(result, options);
    } else if (args[0].equals(INVERSE_KINEMATICS)) {
      inverseKinematics(result, options);
    } else if (args[0].equals(RETARGET)) {
      retarget(result, options);
    } else if (args[0].equals(LEARNING)) {
      learning(result, options);
    } else {
      measure(args[0], result, options);
    }
  }

  private static void versusC(Path result, String[] options) throws IOException {
    int rounds = options.length == 0 ? ROUNDS : Integer.parseInt(options[0]);
    Path folder = Files.createTempDirectory("dextwin-benchmark-");
    try (MujocoVersusC benchmark = new MujocoVersusC(folder, STEPS)) {
      MujocoVersusC.Result measured = benchmark.measure(rounds);
      MujocoVersusC.write(measured, result);
      System.out.print(MujocoVersusC.table(measured));
      System.out.println(
          "\nMedians over the rounds (and where eight of ten are); all of it is in " + result);
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static void inverseKinematics(Path result, String[] options) throws IOException {
    int poses = options.length == 0 ? POSES : Integer.parseInt(options[0]);
    try (ArmAndHand parts = new ArmAndHand()) {
      List<Solved> rows = parts.measure(poses);
      Solved.write(rows, result);
      System.out.print(Solved.table(rows));
      System.out.println("\nOne thread, after a warm-up; all of it is in " + result);
    }
  }

  private static void retarget(Path result, String[] options) throws IOException {
    int frames = options.length == 0 ? POSES : Integer.parseInt(options[0]);
    List<Solved> rows = HandFollowing.measureAll(frames);
    Solved.write(rows, result);
    System.out.print(Solved.table(rows));
    System.out.println(
        "\nTimes are of a frame, on one thread, after a warm-up; solved is within 5 mm at every"
            + " fingertip; all of it is in "
            + result);
  }

  private static void learning(Path result, String[] options) throws Exception {
    int rounds = options.length == 0 ? LEARNING_ROUNDS : Integer.parseInt(options[0]);
    Path script = Path.of(System.getProperty("dextwin.benchmarks"), "learning.py");
    LearningVersusPyTorch benchmark = new LearningVersusPyTorch(script);
    benchmark.measure(rounds);
    benchmark.write(result);
    System.out.print(benchmark.table());
    System.out.println(
        "\nMedians over the rounds; ratio is PyTorch's time over that of the Vector API; all of it"
            + " is in "
            + result);
  }

  private static void measure(String name, Path result, String[] words)
      throws CommandLineOptionException, RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(words))
            .addProfiler(GCProfiler.class)
            .addProfiler(ContactProfiler.class)
            .threads(1)
            .resultFormat(ResultFormatType.JSON)
            .result(result.toString());
    for (Class<?> benchmark : choose(name, options)) {
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
              "no benchmark '"
                  + name
                  + "'; there are gradient, growth, memory, mujoco-vs-c,"
                  + " inverse-kinematics, retarget, learning");
    };
  }
}
