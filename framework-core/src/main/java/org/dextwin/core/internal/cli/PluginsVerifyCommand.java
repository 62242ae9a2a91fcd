package org.dextwin.core.internal.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Table;
import org.dextwin.core.Framework;
import org.dextwin.core.PluginInfo;
import org.dextwin.core.internal.plugin.InstalledPlugins;
import org.dextwin.core.internal.plugin.InstalledPlugins.Condition;
import org.dextwin.core.internal.plugin.PluginHost;
import org.dextwin.core.internal.plugin.UserFolders;
import org.dextwin.core.internal.report.TextTable;
import org.dextwin.core.internal.run.Json;
import org.dextwin.core.internal.run.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dextwin plugins verify}. */
@Command(
    name = "verify",
    description =
        "Compares plugins with their recorded checksums and tries them out again, also those that"
            + " were quarantined.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin plugins verify",
      "  dextwin plugins verify --plugins lab-plugins --json",
      "",
      "Exit code 1 if a plugin is not what was installed, is missing, or cannot be used."
    })
final class PluginsVerifyCommand extends FrameworkCommand {

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  PluginsVerifyCommand(Environment environment) {
    super(environment);
  }

  @Override
  int call(Terminal terminal) {
    List<Path> folders = folders();
    PluginHost.forget(folders, UserFolders.cache());
    try (Framework framework = openFramework()) {
      Map<Path, PluginInfo> plugins = new HashMap<>();
      framework.plugins().forEach(plugin -> plugins.put(plugin.jar(), plugin));
      List<Item> rows = new ArrayList<>();
      boolean sound = true;
      for (Path folder : folders) {
        Map<Path, Condition> conditions =
            new InstalledPlugins(folder, UserFolders.cache(), Framework.API_VERSION).conditions();
        for (Map.Entry<Path, Condition> file : conditions.entrySet()) {
          Item row = row(file.getKey(), file.getValue(), plugins.get(file.getKey()));
          rows.add(row);
          sound &= row.text("state").equals("usable");
        }
      }
      terminal.result(
          json
              ? Json.pretty(Item.empty().with("sound", sound).with("plugins", rows))
              : TextTable.render(table(rows)));
      warnOfFailures(framework, terminal);
      return sound ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private static Item row(Path file, Condition condition, @Nullable PluginInfo plugin) {
    boolean whole = condition == Condition.UNCHANGED || condition == Condition.NOT_RECORDED;
    boolean usable = whole && plugin != null && plugin.failure().isEmpty();
    return Item.empty()
        .with("file", file.toString())
        .with("id", plugin == null ? "" : plugin.id())
        .with("checksum", words(condition))
        .with("state", usable ? "usable" : "unusable");
  }

  private static String words(Condition condition) {
    return switch (condition) {
      case UNCHANGED -> "as installed";
      case CHANGED -> "changed since it was installed";
      case MISSING -> "missing";
      case NOT_RECORDED -> "not recorded";
    };
  }

  private static Table table(List<Item> rows) {
    return new Table(
        "",
        "",
        List.of(
            Table.Column.of("file", "file"),
            Table.Column.of("checksum", "checksum"),
            Table.Column.of("state", "state")),
        rows);
  }
}
