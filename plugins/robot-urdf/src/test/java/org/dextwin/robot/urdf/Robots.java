package org.dextwin.robot.urdf;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** The robots of the tests. */
final class Robots {

  private Robots() {}

  static Path file(String name) {
    try {
      return Path.of(Optional.ofNullable(Robots.class.getResource(name)).orElseThrow().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
