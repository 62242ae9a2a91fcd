package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Table;
import org.dextwin.core.ConfigException;
import org.dextwin.core.ConfigSource;
import org.dextwin.core.Framework;
import org.dextwin.core.Problem;
import org.dextwin.core.ValidConfig;
import org.dextwin.core.internal.report.TextTable;
import org.dextwin.core.internal.run.Json;
import org.dextwin.core.internal.run.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dextwin validate}. */
@Command(
    name = "validate",
    description = "Checks a configuration without running it, and says all that is wrong.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin validate box.conf",
      "  dextwin validate box.conf --set hand.type=leap --json",
      "  dextwin validate robot.conf --without-experiment"
    })
final class ValidateCommand extends FrameworkCommand {

  @Parameters(paramLabel = "CONF", description = "The configuration file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets a value of the configuration. May be given several times.")
  private List<String> sets = new ArrayList<>();

  @Option(
      names = "--without-experiment",
      description = "Accepts a configuration without an experiment, for use from Java.")
  private boolean withoutExperiment;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  ValidateCommand(Environment environment) {
    super(environment);
  }

  @Override
  int call(Terminal terminal) {
    ConfigSource source =
        ConfigSource.of(config).withSets(sets).withWorkingFolder(environment.workingFolder());
    try (Framework framework = openFramework()) {
      warnOfFailures(framework, terminal);
      ValidConfig valid =
          framework.validate(withoutExperiment ? source.withoutExperiment() : source);
      terminal.result(json ? Json.pretty(describe(valid)) : show(valid));
      return ExitCode.DONE;
    } catch (ConfigException e) {
      if (!json) {
        throw e;
      }
      terminal.result(Json.pretty(describe(e.problems())));
      return ExitCode.USAGE;
    }
  }

  private String show(ValidConfig valid) {
    Table parts =
        new Table(
            config + " is valid. It makes:",
            "",
            List.of(
                Table.Column.of("path", "block"),
                Table.Column.of("role", "role"),
                Table.Column.of("provider", "type"),
                Table.Column.of("plugin", "plugin")),
            parts(valid));
    return TextTable.render(parts);
  }

  private static Item describe(ValidConfig valid) {
    return Item.empty()
        .with("valid", true)
        .with("file", valid.file().toString())
        .with("experiment", valid.experiment().isEmpty() ? null : valid.experiment())
        .with("seed", valid.seed())
        .with("parts", parts(valid))
        .with("inputs", valid.inputs().stream().map(Path::toString).toList())
        .with("problems", List.of());
  }

  private static List<Item> parts(ValidConfig valid) {
    return valid.parts().stream()
        .map(
            part ->
                Item.empty()
                    .with("path", part.path())
                    .with("role", part.role())
                    .with("provider", part.provider())
                    .with("plugin", part.plugin()))
        .toList();
  }

  private static Item describe(List<Problem> problems) {
    List<Item> items =
        problems.stream()
            .map(
                problem ->
                    Item.empty()
                        .with("location", problem.location())
                        .with("key", problem.key())
                        .with("message", problem.message()))
            .toList();
    return Item.empty().with("valid", false).with("problems", items);
  }
}
