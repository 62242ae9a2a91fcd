package org.dextwin.experiments.dexndm;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dextwin.api.spi.Key;

/**
 * The table of what could be run and what was: every object in every wrist orientation about every
 * set of axes.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param objects names of objects
 * @param wrists names of wrist orientations
 * @param axes names of sets of axes
 * @param run the cells that are run
 */
record CellsConfig(
    @Key(doc = "Names of the objects.") List<String> objects,
    @Key(doc = "Names of the wrist orientations.") List<String> wrists,
    @Key(doc = "Names of the sets of axes.") List<String> axes,
    @Key(doc = "Which of them are run; all others say not-run.") List<CellConfig> run) {

  /** Checks that cells are of the table, and that there is none twice. */
  CellsConfig {
    objects = List.copyOf(objects);
    wrists = List.copyOf(wrists);
    axes = List.copyOf(axes);
    run = List.copyOf(run);
    Set<List<String>> seen = new HashSet<>();
    for (CellConfig cell : run) {
      requireKnown("object", cell.object(), objects);
      requireKnown("wrist", cell.wrist(), wrists);
      requireKnown("axes", cell.axes(), axes);
      if (!seen.add(List.of(cell.object(), cell.wrist(), cell.axes()))) {
        throw new IllegalArgumentException("two cells are " + cell + "'s");
      }
    }
  }

  private static void requireKnown(String what, String name, List<String> known) {
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "a cell has the " + what + " '" + name + "', but the table has " + known);
    }
  }

  /**
   * A cell that is run.
   *
   * @param object name of the object
   * @param wrist name of the wrist orientation
   * @param axes name of the set of axes
   * @param from name of the gait or case
   */
  record CellConfig(
      @Key(doc = "Name of the object.") String object,
      @Key(doc = "Name of the wrist orientation.") String wrist,
      @Key(doc = "Name of the set of axes.") String axes,
      @Key(doc = "Name of the gait or case that is this cell; if this run has none of it, not-run.")
          String from) {}
}
