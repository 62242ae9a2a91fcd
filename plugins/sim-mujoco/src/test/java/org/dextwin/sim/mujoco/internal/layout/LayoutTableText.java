package org.dextwin.sim.mujoco.internal.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Joins measured layouts, one file a version, into the table that the plugin ships. */
final class LayoutTableText {

  private static final String ABSENT = "-";

  private final Map<Integer, Map<String, String>> cells = new TreeMap<>();
  private final Map<String, String> kinds = new LinkedHashMap<>();

  /** Reads every file of a folder whose name holds a version number. */
  void read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().matches("(t_)?\\d+\\.txt")) {
          readVersion(Files.readAllLines(file));
        }
      }
    }
  }

  private void readVersion(List<String> lines) {
    String[] totals = lines.get(0).split(" ", -1);
    Map<String, String> column = new LinkedHashMap<>();
    for (int i = 2; i < totals.length; i += 2) {
      put(column, totals[i], "N", totals[i + 1]);
    }
    for (String line : lines.subList(1, lines.size())) {
      String[] words = line.split(" ", -1);
      if (words[3].equals("E")) {
        put(column, words[0], "N", words[1]);
      } else {
        put(column, words[0], words[3], words[1] + ":" + words[2]);
      }
    }
    cells.put(Integer.valueOf(totals[1]), column);
  }

  private void put(Map<String, String> column, String name, String kind, String cell) {
    kinds.putIfAbsent(name, kind);
    column.put(name, cell);
  }

  /** Returns the table. */
  String text() {
    List<String> lines = new ArrayList<>();
    StringBuilder heading = new StringBuilder("name\tkind");
    cells.keySet().forEach(version -> heading.append('\t').append(version));
    lines.add(heading.toString());
    kinds.forEach((name, kind) -> lines.add(row(name, kind)));
    return String.join("\n", lines) + "\n";
  }

  private String row(String name, String kind) {
    StringBuilder row = new StringBuilder(name).append('\t').append(kind);
    String left = ABSENT;
    for (Map<String, String> column : cells.values()) {
      String cell = column.getOrDefault(name, ABSENT);
      row.append('\t').append(cell.equals(left) ? "" : cell);
      left = cell;
    }
    return row.toString();
  }
}
