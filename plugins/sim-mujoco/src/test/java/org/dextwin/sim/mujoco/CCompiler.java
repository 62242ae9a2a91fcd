package org.dextwin.sim.mujoco;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.testkit.Availability;

/** gcc, for what tests hold against C. */
public final class CCompiler {

  private CCompiler() {}

  /** Compiles a source; a machine without gcc skips the test. */
  public static Path compile(Path folder, String name, String source, String... options)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve(name + ".c"), source);
    Path target = folder.resolve(name);
    List<String> command = new ArrayList<>(List.of("gcc", "-O1", "-o", target.toString()));
    command.add(file.toString());
    command.addAll(List.of(options));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw Availability.missing("gcc is missing; sudo apt-get install gcc libc6-dev");
    }
    String printed = read(process.getInputStream());
    if (process.waitFor() != 0) {
      throw new AssertionError(printed);
    }
    return target;
  }

  static String read(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
