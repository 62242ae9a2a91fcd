package org.dextwin.core.internal.assembly;

import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.spi.PathKind;
import org.dextwin.core.internal.config.EffectiveConfig;
import org.dextwin.core.internal.config.Node;
import org.dextwin.core.internal.config.Reading;

/**
 * A configuration that was found to be valid.
 *
 * @param root its root block
 * @param parts the components to make, in order
 * @param readings what was noted while blocks were read, also those of components not made
 * @param seed seed of the run
 */
public record Plan(Node.Block root, List<Part> parts, List<Reading> readings, long seed) {

  /** Copies the lists. */
  public Plan {
    parts = List.copyOf(parts);
    readings = List.copyOf(readings);
  }

  /** Returns the files and folders that the components read. */
  public List<Path> inputs() {
    return parts.stream()
        .flatMap(part -> part.reading().paths().stream())
        .filter(path -> path.kind() != PathKind.ANY)
        .map(Reading.NamedPath::path)
        .distinct()
        .toList();
  }

  /** Writes the configuration as it took effect. */
  public String effective() {
    return EffectiveConfig.render(root, readings);
  }
}
