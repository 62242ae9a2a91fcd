package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of every command that loads plugins. */
final class FrameworkOptions {

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description =
          "A folder with plugins, besides those of DexTwin, of the variable DEXTWIN_PLUGINS, and"
              + " ~/.dextwin/plugins."
              + " May be given several times.")
  List<Path> plugins = new ArrayList<>();

  @Option(
      names = {"-v", "--verbose"},
      description = "Shows what is done; -vv shows everything.")
  boolean[] verbose = new boolean[0];

  @Option(names = "--stacktrace", description = "Shows where in the program an error arose.")
  boolean stacktrace;
}
