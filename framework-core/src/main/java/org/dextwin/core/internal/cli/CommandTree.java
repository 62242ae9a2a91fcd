package org.dextwin.core.internal.cli;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Builds the commands and runs the one that was asked for. */
final class CommandTree {

  private CommandTree() {}

  /** Runs a command; never throws. */
  static int execute(Environment environment, String... arguments) {
    CommandLine commands =
        new CommandLine(new DextwinCommand(), new Commands(environment, List.of(arguments)));
    try {
      PluginCommand.addTo(commands, environment, List.of(arguments));
      configure(commands, environment);
      return commands.execute(arguments);
    } catch (Error e) {
      // Such as memory that ran out, or a plugin built for something else.
      boolean traced = List.of(arguments).contains("--stacktrace");
      return Failure.of(e).report(environment.terminal(), traced);
    } finally {
      environment.out().flush();
      environment.err().flush();
    }
  }

  /** Settings that the commands which are there by now take over. */
  private static void configure(CommandLine commands, Environment environment) {
    commands.setOut(environment.out());
    commands.setErr(environment.err());
    commands.setUsageHelpWidth(Math.min(100, Math.max(60, environment.width())));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setParameterExceptionHandler((e, words) -> explain(environment, e));
    commands.setExecutionExceptionHandler(
        (e, command, parsed) -> Failure.of(e).report(environment.terminal(), isTraced(command)));
  }

  private static boolean isTraced(CommandLine command) {
    return command.getCommand() instanceof FrameworkCommand framework
        && framework.options.stacktrace;
  }

  private static int explain(Environment environment, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    environment.terminal().say(command + ": " + message(e) + "\nTry '" + command + " --help'.");
    return ExitCode.USAGE;
  }

  private static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      String kind =
          unmatched.isUnknownOption()
              ? "option"
              : e.getCommandLine().getSubcommands().isEmpty() ? "argument" : "command";
      return "unknown " + kind + " '" + word + "'" + suggestion(unmatched.getSuggestions());
    }
    if (e instanceof MissingParameterException && e.getCommandLine().getParent() == null) {
      return "which command?";
    }
    String text = String.valueOf(e.getMessage());
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static String suggestion(List<String> nearest) {
    return nearest.isEmpty() ? "" : "; did you mean '" + nearest.get(0) + "'?";
  }

  /** Makes the commands, which all know their environment. */
  private record Commands(Environment environment, List<String> arguments)
      implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        Class<?>[] wanted = constructor.getParameterTypes();
        if (Arrays.equals(wanted, new Class<?>[] {Environment.class})) {
          return type.cast(constructor.newInstance(environment));
        } else if (Arrays.equals(wanted, new Class<?>[] {Environment.class, List.class})) {
          return type.cast(constructor.newInstance(environment, arguments));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
