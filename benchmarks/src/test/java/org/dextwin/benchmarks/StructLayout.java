package org.dextwin.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.sim.Simulator;

/**
 * Where the fields of MuJoCo's structs are in one version, from the plugin's own table, so that the
 * program in C needs no headers of that version.
 *
 * @param offsets offsets in bytes, by {@code struct.field}
 */
record StructLayout(Map<String, String> offsets) {

  private static final String TABLE = "/org/dextwin/sim/mujoco/internal/layout/layouts.tsv";

  /**
   * Reads one column of the table; there, an empty cell repeats the one to its left.
   *
   * @param simulator a component of the plugin
   * @param version what {@code mj_version()} returns
   */
  static StructLayout of(Simulator simulator, String version) {
    List<String> lines = table(simulator);
    int column = Arrays.asList(lines.get(0).split("\t", -1)).indexOf(version);
    if (column < 0) {
      throw new IllegalStateException("the plugin has no layout of MuJoCo " + version);
    }
    Map<String, String> offsets = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      int filled = column;
      while (cells[filled].isEmpty()) {
        filled--;
      }
      int colon = cells[filled].indexOf(':');
      if (colon > 0) {
        offsets.put(cells[0], cells[filled].substring(0, colon));
      }
    }
    return new StructLayout(offsets);
  }

  private static List<String> table(Simulator simulator) {
    try (InputStream in = simulator.getClass().getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("the plugin of the simulator lacks " + TABLE);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String offset(String field) {
    String offset = offsets.get(field);
    if (offset == null) {
      throw new IllegalStateException("this version of MuJoCo has no " + field);
    }
    return offset;
  }
}
