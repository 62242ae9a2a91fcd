package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.spi.Command;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.core.Framework;
import org.dextwin.core.PluginException;
import org.dextwin.core.internal.run.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that a plugin brings along. */
@CommandLine.Command
final class PluginCommand extends FrameworkCommand {

  private static final String FOLDER_OPTION = "--plugins";
  private static final String KEBAB_CASE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  private final String name;

  @Parameters(arity = "0..*", paramLabel = "WORD", description = "See above.")
  private List<String> words = new ArrayList<>();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  private PluginCommand(Environment environment, String name) {
    super(environment);
    this.name = name;
  }

  /** Adds the command that is asked for, if none is built in and a plugin has it. */
  static void addTo(CommandLine commands, Environment environment, List<String> arguments) {
    String name = arguments.isEmpty() ? "" : arguments.get(0);
    if (!name.matches(KEBAB_CASE) || commands.getSubcommands().containsKey(name)) {
      return; // plugins need not be looked through
    }
    Logging.configure(0, false, environment.terminal()); // as long as options are not parsed
    Optional<String> help = helpOf(name, folders(environment, arguments));
    if (help.isPresent()) {
      CommandLine added = new CommandLine(new PluginCommand(environment, name));
      // options that are not ours are the plugin's
      added.getCommandSpec().parser().unmatchedOptionsArePositionalParams(true);
      added.getCommandSpec().usageMessage().description(help.get().lines().toArray(String[]::new));
      commands.addSubcommand(name, added);
    }
  }

  private static List<Path> folders(Environment environment, List<String> arguments) {
    List<Path> folders = new ArrayList<>();
    for (int i = 1; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.startsWith(FOLDER_OPTION + "=")) {
        folders.add(environment.resolve(Path.of(word.substring(FOLDER_OPTION.length() + 1))));
      } else if (arguments.get(i - 1).equals(FOLDER_OPTION)) {
        folders.add(environment.resolve(Path.of(word)));
      }
    }
    return folders;
  }

  private static Optional<String> helpOf(String name, List<Path> folders) {
    try (Framework framework = Framework.open(Framework.pluginFolders(folders))) {
      return framework
          .command(name)
          .map(
              command -> {
                try (command) {
                  return command.help().replace("%", "%%"); // which picocli reads as a format
                }
              });
    } catch (PluginException | ComponentUnavailableException e) {
      return Optional.empty(); // the word is then unknown, as it is without plugins
    }
  }

  @Override
  int call(Terminal terminal) {
    try (Framework framework = openFramework();
        Command command = framework.command(name).orElseThrow()) {
      command.run(
          words,
          new Command.Console() {
            @Override
            public void result(String text) {
              terminal.result(text);
            }

            @Override
            public void say(String line) {
              terminal.say(line);
            }
          });
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
