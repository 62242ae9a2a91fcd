package org.dextwin.sim.mujoco.internal.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The layouts of all supported versions, read from one text table: a column a version, a row a
 * field. An empty cell repeats the one to its left, and {@code -} says that the version lacks the
 * field. The second column tells what a row holds: {@code N} a number (the size of a struct, or a
 * constant), {@code I} an inline field as {@code offset:size}, {@code P} a pointer as {@code
 * offset:size of an element}.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class LayoutTable {

  private static final String RESOURCE = "layouts.tsv";
  private static final int FIRST_VERSION = 2;
  private static final String ABSENT = "-";

  private final Map<EngineVersion, Layout> layouts;

  private LayoutTable(Map<EngineVersion, Layout> layouts) {
    this.layouts = layouts;
  }

  /**
   * Reads the table that the plugin brings along.
   *
   * @return the table
   */
  public static LayoutTable shipped() {
    try (InputStream in = LayoutTable.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the plugin lacks its resource " + RESOURCE);
      }
      return parse(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a table from its lines. */
  static LayoutTable parse(List<String> lines) {
    String[] heading = lines.get(0).split("\t", -1);
    List<Column> columns = new ArrayList<>();
    for (int i = FIRST_VERSION; i < heading.length; i++) {
      columns.add(new Column(new EngineVersion(Integer.parseInt(heading[i]))));
    }
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (cells.length != heading.length) {
        throw new IllegalStateException("row of " + cells[0] + " has " + cells.length + " cells");
      }
      String cell = ABSENT;
      for (int i = FIRST_VERSION; i < cells.length; i++) {
        cell = cells[i].isEmpty() ? cell : cells[i];
        columns.get(i - FIRST_VERSION).add(cells[0], cells[1], cell);
      }
    }
    Map<EngineVersion, Layout> layouts = new TreeMap<>();
    columns.forEach(column -> layouts.put(column.version, column.layout()));
    return new LayoutTable(layouts);
  }

  /**
   * Returns the layout of a version.
   *
   * @param version the version
   * @return its layout; empty if the version is not supported
   */
  public Optional<Layout> find(EngineVersion version) {
    return Optional.ofNullable(layouts.get(version));
  }

  /**
   * Returns the supported versions.
   *
   * @return them, oldest first
   */
  public List<EngineVersion> versions() {
    return List.copyOf(layouts.keySet());
  }

  /** One version while it is read. */
  private static final class Column {

    private final EngineVersion version;
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Column(EngineVersion version) {
      this.version = version;
    }

    void add(String name, String kind, String cell) {
      if (cell.equals(ABSENT)) {
        return;
      }
      if (kind.equals("N")) {
        numbers.put(name, Integer.valueOf(cell));
        return;
      }
      int colon = cell.indexOf(':');
      int offset = Integer.parseInt(cell, 0, colon, 10);
      int size = Integer.parseInt(cell, colon + 1, cell.length(), 10);
      fields.put(name, new Field(offset, size, kind.equals("P")));
    }

    Layout layout() {
      return new Layout(version, fields, numbers);
    }
  }
}
