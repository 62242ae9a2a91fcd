package org.dextwin.core;

import java.util.List;
import org.dextwin.api.spi.Diagnostics;

/**
 * What a plugin finds on this machine.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param plugin id of the plugin
 * @param name name of its diagnostics
 * @param findings what was found
 */
public record Diagnosis(String plugin, String name, List<Diagnostics.Finding> findings) {

  /**
   * Copies the list.
   *
   * @param plugin id of the plugin
   * @param name name of its diagnostics
   * @param findings what was found
   */
  public Diagnosis {
    findings = List.copyOf(findings);
  }
}
