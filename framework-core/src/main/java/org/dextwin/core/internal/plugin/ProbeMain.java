package org.dextwin.core.internal.plugin;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The program of the child JVM that tries plugins out. It is told the files line by line, and says
 * which one it is about to load; if nothing comes after that, it was that one.
 */
final class ProbeMain {

  static final String END = "end";

  private ProbeMain() {}

  /**
   * Tries plugins out.
   *
   * @param arguments a mark for its own lines, the version of the API, and the folder of unpacked
   *     zips
   */
  public static void main(String[] arguments) throws IOException {
    String mark = arguments[0];
    List<Path> files = new ArrayList<>();
    Set<Path> fresh = new HashSet<>();
    try (BufferedReader request =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      request
          .lines()
          .forEach(
              line -> {
                Path file = Path.of(line.substring(1));
                files.add(file);
                if (line.startsWith("+")) {
                  fresh.add(file);
                }
              });
    }
    // Not System.out: a plugin may replace it.
    PrintStream channel =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PluginHost.tryOut(
        files,
        Path.of(arguments[2]),
        arguments[1],
        file -> {
          if (fresh.contains(file)) {
            channel.println(mark + " " + files.indexOf(file));
          }
          return fresh.contains(file);
        });
    channel.println(mark + " " + END);
    Runtime.getRuntime().halt(0); // threads and hooks of plugins do not matter any more
  }
}
