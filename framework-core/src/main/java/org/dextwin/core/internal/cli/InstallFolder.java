package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dextwin.core.Framework;
import org.dextwin.core.internal.plugin.InstalledPlugins;
import org.dextwin.core.internal.plugin.UserFolders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folder that commands install into and remove from. */
final class InstallFolder {

  @Option(
      names = {"--to", "--from"},
      paramLabel = "DIR",
      description = "The folder. Default: ~/.dextwin/plugins.")
  private @Nullable Path folder;

  InstalledPlugins open(Environment environment) {
    return new InstalledPlugins(path(environment), UserFolders.cache(), Framework.API_VERSION);
  }

  /** Adds it to the folders that plugins are loaded from. */
  List<Path> with(List<Path> folders, Environment environment) {
    return Stream.concat(folders.stream(), Stream.of(path(environment))).distinct().toList();
  }

  private Path path(Environment environment) {
    return folder == null ? UserFolders.plugins() : environment.resolve(folder);
  }
}
