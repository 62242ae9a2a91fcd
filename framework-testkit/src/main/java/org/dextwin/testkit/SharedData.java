package org.dextwin.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder with real logs and models, which is not part of the sources. The system property
 * {@code dextwin.shared} names it.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class SharedData {

  /** System property with the folder. */
  public static final String PROPERTY = "dextwin.shared";

  private SharedData() {}

  /**
   * Returns one data set, or skips the test if it is not there. With {@code CI=true} in the
   * environment its absence is a failure.
   *
   * @param name path of the data set, below the folder or below {@code data} in it
   * @return an existing file or folder
   */
  public static Path require(String name) {
    String root = System.getProperty(PROPERTY, "");
    if (root.isBlank()) {
      throw Availability.missing(
          "no real data: the system property " + PROPERTY + " does not name their folder");
    }
    Path inData = Path.of(root, "data").resolve(name);
    Path direct = Path.of(root).resolve(name);
    if (Files.exists(inData)) {
      return inData;
    }
    if (Files.exists(direct)) {
      return direct;
    }
    throw Availability.missing(
        "no real data '" + name + "': neither " + inData + " nor " + direct + " exists");
  }
}
