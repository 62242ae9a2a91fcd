package org.dextwin.export.lerobot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.spi.Command;

/** The command as the command line runs it. */
final class Export implements Command.Console {

  private final List<String> results = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  static Export run(Object... words) {
    Export console = new Export();
    try (Command command = new ExportCommand()) {
      command.run(java.util.Arrays.stream(words).map(Object::toString).toList(), console);
    }
    return console;
  }

  @Override
  public void result(String text) {
    results.add(text);
  }

  @Override
  public void say(String line) {
    said.add(line);
  }

  String result() {
    return String.join("", results);
  }

  List<String> said() {
    return said;
  }

  static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }
}
