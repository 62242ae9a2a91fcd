package org.dextwin.core.internal.assembly;

import java.util.List;
import org.dextwin.core.internal.config.Reading;
import org.dextwin.core.internal.plugin.Offer;

/**
 * A component that is to be made.
 *
 * @param path path of its block
 * @param offer who makes it
 * @param configuration what its provider read
 * @param references paths of the components it refers to, in the order in which they were read
 * @param reading what was noted while its block was read
 */
public record Part(
    String path, Offer offer, Object configuration, List<String> references, Reading reading) {

  /** Copies the list. */
  public Part {
    references = List.copyOf(references);
  }

  /** Returns path, provider and plugin for messages. */
  String label() {
    return path + " (" + offer.roleName() + " " + offer.name() + " of " + offer.origin() + ")";
  }
}
