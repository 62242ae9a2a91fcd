package org.dextwin.core.internal.report;

import java.util.List;
import org.dextwin.api.experiment.Item;

/**
 * Everything a report page shows.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name of the run
 * @param status how the run ended, in a few words
 * @param result what {@code result.json} holds; empty if there is none
 * @param provenance what {@code provenance.json} holds; empty if there is none
 * @param config the effective configuration; empty if there is none
 * @param sections what the experiment showed, in its order
 */
public record ReportContent(
    String name,
    String status,
    Item result,
    Item provenance,
    String config,
    List<Section> sections) {

  /**
   * Copies the list.
   *
   * @param name name of the run
   * @param status how the run ended
   * @param result what {@code result.json} holds
   * @param provenance what {@code provenance.json} holds
   * @param config the effective configuration
   * @param sections what the experiment showed
   */
  public ReportContent {
    sections = List.copyOf(sections);
  }
}
