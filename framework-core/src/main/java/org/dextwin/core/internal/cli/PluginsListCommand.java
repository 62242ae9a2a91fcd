package org.dextwin.core.internal.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Table;
import org.dextwin.core.Framework;
import org.dextwin.core.PluginInfo;
import org.dextwin.core.internal.report.TextTable;
import org.dextwin.core.internal.run.Json;
import org.dextwin.core.internal.run.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dextwin plugins list}. */
@Command(
    name = "list",
    description = "Lists all plugins and what they offer.",
    footerHeading = "%nExamples:%n",
    footer = {"  dextwin plugins list", "  dextwin plugins list --plugins my-plugins --json"})
final class PluginsListCommand extends FrameworkCommand {

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  PluginsListCommand(Environment environment) {
    super(environment);
  }

  @Override
  int call(Terminal terminal) {
    try (Framework framework = openFramework()) {
      List<PluginInfo> plugins = framework.plugins();
      if (json) {
        List<Item> items = plugins.stream().map(PluginItems::plugin).toList();
        terminal.result(Json.pretty(Item.empty().with("plugins", items)));
        return ExitCode.DONE;
      }
      if (plugins.isEmpty()) {
        terminal.say("there are no plugins; name a folder with --plugins or DEXTWIN_PLUGINS");
      } else {
        terminal.result(TextTable.render(table(plugins)));
        warnOfFailures(framework, terminal);
      }
      return ExitCode.DONE;
    }
  }

  private static Table table(List<PluginInfo> plugins) {
    return new Table(
        "",
        "",
        List.of(
            Table.Column.of("id", "plugin"),
            Table.Column.of("version", "version"),
            Table.Column.of("offers", "offers")),
        plugins.stream().map(PluginsListCommand::row).toList());
  }

  private static Item row(PluginInfo plugin) {
    String offers =
        plugin.providers().stream()
            .map(provider -> provider.role() + "." + provider.name())
            .collect(Collectors.joining(", "));
    return Item.empty()
        .with("id", plugin.id())
        .with("version", plugin.version())
        .with("offers", plugin.state() == PluginInfo.State.STARTED ? offers : "(failed)");
  }
}
