package org.dextwin.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The same rollouts in a process that knows no Java. It waits idle until it is asked for some, and
 * times them itself.
 */
final class CRollouts implements AutoCloseable {

  private static final String SOURCE = "mujoco-rollouts.c";

  private final Process process;
  private final Writer commands;
  private final BufferedReader answers;

  /** Says that this machine has no compiler, and how to get one. */
  static final class NoCompilerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoCompilerException(String message) {
      super(message + "; sudo apt-get install gcc libc6-dev");
    }
  }

  /**
   * What is rolled out.
   *
   * @param model MJCF
   * @param targets of the servos, shape (steps, nu)
   * @param speedLimits of the servos
   * @param steps number of steps
   * @param nq numbers of a configuration
   * @param nv numbers of a velocity
   */
  record Task(
      String model, DoubleBuffer targets, DoubleBuffer speedLimits, int steps, int nq, int nv) {}

  /**
   * A compiled program.
   *
   * @param program its file
   * @param library the library that it opens
   */
  record Program(Path program, Path library) {

    /**
     * Compiles the source.
     *
     * @param folder where to put the program
     * @param library the library that it opens
     */
    static Program compile(Path folder, Path library) {
      Path source = folder.resolve(SOURCE);
      Path program = folder.resolve("mujoco-rollouts");
      try (InputStream in = CRollouts.class.getResourceAsStream(SOURCE)) {
        if (in == null) {
          throw new IllegalStateException(SOURCE + " is missing");
        }
        Files.copy(in, source);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      // products and sums are rounded one by one, as Java does
      start(
          List.of(
              "gcc",
              "-O2",
              "-ffp-contract=off",
              "-o",
              program.toString(),
              source.toString(),
              "-ldl",
              "-lpthread"));
      return new Program(program, library);
    }

    /** What {@code mj_version()} returns. */
    String version() {
      return start(List.of(program.toString(), library.toString())).strip();
    }

    /** Runs a command to its end and returns what it printed. */
    private static String start(List<String> command) {
      try {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed =
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
          throw new IllegalStateException(command.get(0) + " failed: " + printed);
        }
        return printed;
      } catch (IOException e) {
        throw new NoCompilerException(command.get(0) + " cannot be started: " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while " + command.get(0) + " ran", e);
      }
    }
  }

  /**
   * Starts the program.
   *
   * @param layout of the library's version
   * @param mends whether servos at their limit of torque are made sources of constant torque
   */
  CRollouts(Program program, StructLayout layout, Task task, boolean mends) {
    int nu = task.speedLimits().capacity();
    Path folder = program.program().getParent();
    List<String> command = new ArrayList<>();
    command.add(program.program().toString());
    command.add(program.library().toString());
    try {
      command.add(Files.writeString(folder.resolve("scene.xml"), task.model()).toString());
      command.add(Files.write(folder.resolve("controls"), bytes(task)).toString());
      Stream.of(task.steps(), task.nq(), task.nv(), nu, mends ? 1 : 0)
          .map(String::valueOf)
          .forEach(command::add);
      Stream.of("time", "qpos", "qvel", "qacc_warmstart", "ctrl")
          .map(field -> layout.offset("mjData." + field))
          .forEach(command::add);
      Stream.of(
              "actuator_gainprm",
              "actuator_biasprm",
              "actuator_forcerange",
              "actuator_trnid",
              "jnt_qposadr",
              "jnt_dofadr")
          .map(field -> layout.offset("mjModel." + field))
          .forEach(command::add);
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    commands = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII);
    answers = process.inputReader(StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(Task task) {
    int count = task.speedLimits().capacity() + task.targets().capacity();
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * count).order(ByteOrder.nativeOrder());
    bytes.asDoubleBuffer().put(task.speedLimits().duplicate()).put(task.targets().duplicate());
    return bytes.array();
  }

  /** Makes rollouts of all steps. */
  Cost run(int threads, int rollouts) {
    double[] seconds = ask("run " + threads + " " + rollouts);
    return new Cost(seconds[0], seconds[1]);
  }

  /** The last state, in MuJoCo's order. */
  double[] qpos() {
    return ask("qpos");
  }

  private double[] ask(String command) {
    try {
      commands.write(command + "\n");
      commands.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("the program in C ended with code " + code());
      }
      return Arrays.stream(answer.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
    } catch (IOException e) {
      throw new UncheckedIOException("the program in C ended with code " + code(), e);
    }
  }

  private int code() {
    return process.onExit().join().exitValue();
  }

  @Override
  public void close() {
    try {
      commands.close(); // the end of its input ends the program
    } catch (IOException e) {
      process.destroy();
    }
    code();
  }
}
