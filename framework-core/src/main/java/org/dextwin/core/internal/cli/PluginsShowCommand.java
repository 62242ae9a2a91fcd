package org.dextwin.core.internal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dextwin.api.experiment.Item;
import org.dextwin.core.Framework;
import org.dextwin.core.PluginInfo;
import org.dextwin.core.ProviderInfo;
import org.dextwin.core.internal.config.NearestName;
import org.dextwin.core.internal.run.Json;
import org.dextwin.core.internal.run.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dextwin plugins show}. */
@Command(
    name = "show",
    description = "Shows what a plugin or component is and which keys its configuration has.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  dextwin plugins show sim-semi-implicit",
      "  dextwin plugins show simulator.semi-implicit",
      "  dextwin plugins show allegro --json"
    })
final class PluginsShowCommand extends FrameworkCommand {

  @Parameters(
      paramLabel = "NAME",
      description = "A plugin, a component such as hand.allegro or allegro, or a role.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String name;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  PluginsShowCommand(Environment environment) {
    super(environment);
  }

  /** A component and the plugin it comes from. */
  private record Found(PluginInfo plugin, ProviderInfo provider) {}

  @Override
  int call(Terminal terminal) {
    try (Framework framework = openFramework()) {
      List<Found> found = new ArrayList<>();
      TreeSet<String> names = new TreeSet<>();
      for (PluginInfo plugin : framework.plugins()) {
        names.add(plugin.id());
        if (plugin.id().equals(name) && plugin.failure().isPresent()) {
          return explainFailure(plugin, terminal);
        }
        for (ProviderInfo provider : plugin.providers()) {
          List<String> own = namesOf(plugin, provider);
          names.addAll(own);
          if (own.contains(name)) {
            found.add(new Found(plugin, provider));
          }
        }
      }
      return found.isEmpty() ? explainUnknown(names, terminal) : show(found, terminal);
    }
  }

  private static List<String> namesOf(PluginInfo plugin, ProviderInfo provider) {
    return List.of(
        plugin.id(), provider.role(), provider.name(), provider.role() + "." + provider.name());
  }

  private int show(List<Found> found, Terminal terminal) {
    if (json) {
      List<Item> components =
          found.stream().map(f -> PluginItems.component(f.plugin(), f.provider())).toList();
      terminal.result(Json.pretty(Item.empty().with("components", components)));
    } else {
      StringBuilder text = new StringBuilder();
      for (Found component : found) {
        text.append(text.isEmpty() ? "" : "\n");
        text.append(KeyListing.of(component.plugin(), component.provider(), environment.width()));
      }
      terminal.result(text.toString());
    }
    return ExitCode.DONE;
  }

  private static int explainFailure(PluginInfo plugin, Terminal terminal) {
    terminal.say(
        "dextwin: plugin "
            + plugin.id()
            + " cannot be used: "
            + plugin.failure().orElseThrow().message());
    return ExitCode.UNAVAILABLE;
  }

  private int explainUnknown(Set<String> names, Terminal terminal) {
    String nearest = NearestName.of(name, names).map(n -> "; did you mean '" + n + "'?").orElse("");
    terminal.say("dextwin: there is no plugin, component or role '" + name + "'" + nearest);
    terminal.say("  known names: " + (names.isEmpty() ? "none" : String.join(", ", names)));
    return ExitCode.USAGE;
  }
}
