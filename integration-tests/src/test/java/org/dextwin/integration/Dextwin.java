package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command line in a JVM of its own, with the built plugins, started as the launcher does. */
final class Dextwin {

  /** The root of the sources. */
  static final Path ROOT = Path.of(System.getProperty("dextwin.root")).toAbsolutePath().normalize();

  /** D-REX's examples. */
  static final Path EXAMPLES = ROOT.resolve("examples/drex");

  /** The built plugins. */
  static final Path PLUGINS = Path.of(System.getProperty("dextwin.plugins")).toAbsolutePath();

  /** Options of a JVM that ends before its second compiler pays off. */
  static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

  private static final String MAIN = "org.dextwin.core.internal.cli.Main";
  private static final Set<String> WITH_PHYSICS = Set.of("run");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The command line's own class path, which is that of the tests without the tests. */
  private static final List<String> CLASS_PATH =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
          .filter(entry -> !entry.isEmpty() && !Path.of(entry).startsWith(PLUGINS.getParent()))
          .toList();

  private final Path workingFolder;
  private final List<String> options = new ArrayList<>();
  private boolean optimising;

  private Dextwin(Path workingFolder) {
    this.workingFolder = workingFolder;
  }

  static Dextwin in(Path workingFolder) {
    return new Dextwin(workingFolder);
  }

  /**
   * Lets the second compiler work too, as the launcher does for every run: for runs that win back
   * what it costs, which are long searches, and whatever learns: kernels of the Vector API are slow
   * before it came to them.
   */
  Dextwin optimising() {
    optimising = true;
    return this;
  }

  /** Adds options of the JVM. */
  Dextwin with(String... jvmOptions) {
    options.addAll(List.of(jvmOptions));
    return this;
  }

  /**
   * How a command ended.
   *
   * @param exitCode exit code of the process
   * @param out what it wrote to its output
   * @param err what it wrote to the error stream
   */
  record Outcome(int exitCode, String out, String err) {

    /** Requires an exit code; a failure shows what the command said. */
    Outcome exits(int expected) {
      assertThat(exitCode).as("exit code; output:%n%s%nerrors:%n%s", out, err).isEqualTo(expected);
      return this;
    }

    JsonNode json() {
      return parse(out);
    }
  }

  /** The JVM that runs the tests. */
  static String java() {
    return ProcessHandle.current().info().command().orElse("java");
  }

  /** Runs a command to its end. */
  Outcome run(String... words) {
    return start(words).outcome();
  }

  /** Starts a command. */
  Running start(String... words) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(List.of("-Xshare:auto", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
    command.add("--enable-native-access=ALL-UNNAMED");
    if (words.length > 0 && WITH_PHYSICS.contains(words[0])) {
      command.add("--add-modules=jdk.incubator.vector");
      if (Runtime.version().feature() >= 24) {
        command.add("--sun-misc-unsafe-memory-access=allow");
      }
    }
    if (!optimising) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.add("-Ddextwin.home=" + ROOT);
    command.add("-Ddextwin.plugins=" + PLUGINS);
    command.addAll(options);
    ParsedClasses.of(CLASS_PATH).ifPresent(command::addAll);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, CLASS_PATH), MAIN));
    command.addAll(List.of(words));
    try {
      Path out = Files.createTempFile("dextwin", ".out");
      Path err = Files.createTempFile("dextwin", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(workingFolder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      // What the developer has installed is not under test.
      builder.environment().remove("DEXTWIN_PLUGINS");
      builder.environment().remove("XDG_CACHE_HOME");
      builder.environment().put("HOME", PLUGINS.resolveSibling("home").toString());
      return new Running(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A command that runs.
   *
   * @param process its process
   * @param out file with what it writes to its output
   * @param err file with what it writes to the error stream
   */
  record Running(Process process, Path out, Path err) implements AutoCloseable {

    private static final long LONGEST_MINUTES = 5;

    Outcome outcome() {
      try {
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          throw new AssertionError("still runs; said so far: " + Files.readString(err));
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while a command ran", e);
      } finally {
        close();
      }
    }

    /** Stops the process where it is, until {@link #goOn}. */
    void pause() throws IOException, InterruptedException {
      signal("STOP");
    }

    /** Lets a paused process go on. */
    void goOn() throws IOException, InterruptedException {
      signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
      Process kill =
          new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name, process.pid())).start();
      assertThat(kill.waitFor()).as("kill -%s", name).isZero();
    }

    /**
     * Kills the process unless it ends within a time.
     *
     * @return true if it had to be killed
     */
    boolean killedAfter(long millis) throws InterruptedException {
      boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      return !ended;
    }

    @Override
    public void close() {
      process.destroyForcibly();
      try {
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static JsonNode result(Path run) throws IOException {
    return parse(Files.readString(run.resolve("result.json")));
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }
}
