package org.dextwin.core.internal.plugin;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tries plugin files out in a child JVM: there each one's classes are loaded, its providers made
 * and their configuration records looked at, which is all that happens to a plugin before a
 * configuration selects it. One that ends the child or keeps it waiting is quarantined, and another
 * child goes on with the rest.
 */
final class Probe {

  /** Longest time that the child may stay silent, which includes the start of the JVM. */
  private static final long LIMIT_S = 2 * TimeLimit.SECONDS;

  private static final String END = "\0end";

  private final Path cache;
  private final String apiVersion;

  Probe(Path cache, String apiVersion) {
    this.cache = cache;
    this.apiVersion = apiVersion;
  }

  /**
   * Tries files out.
   *
   * @param all all files, since plugins may need each other
   * @param fresh the files to try out
   * @return verdicts on the fresh files that came to be loaded; the others failed before any code
   *     of theirs could run
   */
  Map<Path, Verdict> run(List<Path> all, Set<Path> fresh) throws IOException {
    Map<Path, Verdict> verdicts = new HashMap<>();
    List<Path> files = new ArrayList<>(all);
    Set<Path> waiting = new LinkedHashSet<>(fresh);
    while (!waiting.isEmpty()) {
      Child child = new Child(files, waiting);
      boolean finished = child.follow(verdicts);
      waiting.removeAll(verdicts.keySet());
      if (finished) {
        break;
      }
      verdicts.forEach(
          (file, verdict) -> files.removeIf(f -> f.equals(file) && !verdict.isAccepted()));
    }
    return verdicts;
  }

  /** One child JVM and what it reports. */
  private final class Child {

    private final List<Path> files;
    private final String mark = UUID.randomUUID().toString();
    private final Process process;
    private final Path errors;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private @Nullable Path underWay;
    private boolean prints;

    Child(List<Path> files, Set<Path> waiting) throws IOException {
      this.files = files;
      errors = Files.createTempFile("dextwin-probe", ".txt");
      process = start();
      try (Writer request = process.outputWriter(StandardCharsets.UTF_8)) {
        for (Path file : files) {
          request.write((waiting.contains(file) ? "+" : "-") + file.toAbsolutePath() + "\n");
        }
      } catch (IOException e) {
        // It died early, which following it explains.
      }
      Thread reader = new Thread(this::read, "plugin probe");
      reader.setDaemon(true);
      reader.start();
    }

    private Process start() throws IOException {
      List<String> command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx512m",
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-XX:-CreateCoredumpOnCrash",
              "-XX:ErrorFile=" + errors,
              "-Djava.awt.headless=true",
              ProbeMain.class.getName(),
              mark,
              apiVersion,
              cache.toAbsolutePath().toString());
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
      builder.directory(new File(System.getProperty("java.io.tmpdir")));
      builder.environment().put("CLASSPATH", absoluteClassPath());
      return builder.start();
    }

    private void read() {
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        String line;
        while ((line = reader.readLine()) != null) {
          lines.add(line);
        }
      } catch (IOException e) {
        // The end of the stream, too.
      }
      lines.add(END);
    }

    /** Returns true if the child went through all files. */
    boolean follow(Map<Path, Verdict> verdicts) throws IOException {
      try {
        while (true) {
          String line = lines.poll(LIMIT_S, TimeUnit.SECONDS);
          if (line == null) {
            return stopped("did not come back within " + LIMIT_S + " s", verdicts);
          }
          if (line.equals(END)) {
            return stopped(
                "ended the Java process (exit code " + process.waitFor() + ")", verdicts);
          }
          int at = line.indexOf(mark);
          prints |= at != 0; // the lines that are not ours are the plugin's
          if (at >= 0) {
            accept(verdicts);
            String word = line.substring(at + mark.length()).strip();
            if (word.equals(ProbeMain.END)) {
              return true;
            }
            underWay = files.get(Integer.parseInt(word));
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while plugins were tried out", e);
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Files.deleteIfExists(errors);
      }
    }

    private void accept(Map<Path, Verdict> verdicts) {
      if (underWay != null) {
        List<String> warnings = new ArrayList<>(BundledHost.warnings(underWay));
        if (prints) {
          warnings.add(
              "prints to the standard output when it is loaded, which belongs to the results of"
                  + " commands; what it prints goes to the error stream");
        }
        verdicts.put(underWay, Verdict.accepted(warnings));
      }
      underWay = null;
      prints = false;
    }

    private boolean stopped(String how, Map<Path, Verdict> verdicts) throws IOException {
      if (underWay == null) {
        throw new IOException(
            "the JVM that tries plugins out " + how + ": " + Files.readString(errors).strip());
      }
      verdicts.put(
          underWay,
          Verdict.quarantined(
              how
                  + " when it was tried out, and is quarantined: it is not loaded as long as the file"
                  + " is the same; 'dextwin plugins verify' tries it again"));
      return false;
    }
  }

  /** Entries may be relative to a folder that the child does not start in. */
  private static String absoluteClassPath() {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }
}
