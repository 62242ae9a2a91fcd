package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dextwin.core.Framework;
import org.dextwin.core.PluginInfo;
import org.dextwin.core.internal.run.Terminal;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that loads plugins. */
abstract class FrameworkCommand implements Callable<Integer> {

  @Mixin final FrameworkOptions options = new FrameworkOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // picocli looks at the annotation
  private boolean help;

  final Environment environment;

  FrameworkCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public final Integer call() {
    Terminal terminal = environment.terminal();
    Logging.configure(options.verbose.length, options.stacktrace, terminal);
    return call(terminal);
  }

  /** Does the work and returns the exit code. */
  abstract int call(Terminal terminal);

  Framework openFramework() {
    return Framework.open(folders());
  }

  /** Returns all folders that plugins are loaded from. */
  List<Path> folders() {
    return Framework.pluginFolders(options.plugins.stream().map(environment::resolve).toList());
  }

  /** Names the plugins that cannot be used: what the user asks for may do without them. */
  static void warnOfFailures(Framework framework, Terminal terminal) {
    for (PluginInfo plugin : framework.plugins()) {
      plugin
          .failure()
          .ifPresent(
              failure ->
                  terminal.say(
                      "warning: plugin " + plugin.id() + " cannot be used: " + failure.message()));
      plugin
          .warnings()
          .forEach(warning -> terminal.say("warning: plugin " + plugin.id() + " " + warning));
    }
  }
}
