package org.dextwin.core.internal.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.dextwin.core.internal.run.Terminal;

/**
 * What surrounds a command.
 *
 * @param out for what the user asked for
 * @param err for all else
 * @param interactive true if somebody watches
 * @param width characters of a line
 * @param workingFolder where relative paths of the command line start
 */
record Environment(
    PrintWriter out, PrintWriter err, boolean interactive, int width, Path workingFolder) {

  Environment {
    workingFolder = workingFolder.toAbsolutePath().normalize();
  }

  /** Returns the one way in which anything is printed. */
  Terminal terminal() {
    return new Terminal(out, err, interactive, width);
  }

  Path resolve(Path path) {
    return workingFolder.resolve(path).normalize();
  }

  /** Returns a path as short as the user would write it. */
  Path shown(Path path) {
    return path.startsWith(workingFolder) && !path.equals(workingFolder)
        ? workingFolder.relativize(path)
        : path;
  }
}
