package org.dextwin.core.internal.assembly;

import java.util.Collection;
import java.util.stream.Collectors;
import org.dextwin.core.internal.config.NearestName;
import org.dextwin.core.internal.plugin.LoadedPlugin;
import org.dextwin.core.internal.plugin.Offer;
import org.dextwin.core.internal.plugin.ProviderCatalog;

/** What to tell someone who asked for a component that is not there. */
final class Advice {

  private final ProviderCatalog catalog;

  Advice(ProviderCatalog catalog) {
    this.catalog = catalog;
  }

  /** Explains that no provider of a role has a name. */
  String unknownProvider(String roleName, String name) {
    StringBuilder text = new StringBuilder();
    Collection<Offer> elsewhere = catalog.elsewhere(roleName, name);
    if (elsewhere.isEmpty()) {
      text.append("no installed plugin offers the ")
          .append(roleName)
          .append(" \"")
          .append(name)
          .append('"');
      NearestName.of(name, catalog.of(roleName).keySet())
          .ifPresent(nearest -> text.append("\n    did you mean: ").append(nearest));
    } else {
      String roles =
          elsewhere.stream()
              .map(offer -> Roles.withArticle(offer.roleName()) + " (" + offer.origin() + ")")
              .collect(Collectors.joining(" and "));
      text.append('"').append(name).append("\" is ").append(roles);
      text.append(", but ").append(Roles.withArticle(roleName)).append(" is needed here");
    }
    return text.append(available(roleName)).append(failures()).toString();
  }

  /** Lists the providers of a role, on a line of its own. */
  String available(String roleName) {
    Collection<Offer> offers = catalog.of(roleName).values();
    if (offers.isEmpty()) {
      return "\n    no installed plugin offers any " + roleName;
    }
    return "\n    available: "
        + offers.stream()
            .map(offer -> offer.name() + " (" + offer.origin() + ")")
            .collect(Collectors.joining(", "));
  }

  /** Lists the plugins that failed, on lines of their own; empty if there are none. */
  String failures() {
    StringBuilder text = new StringBuilder();
    for (LoadedPlugin plugin : catalog.failed()) {
      if (plugin.failure() != null) {
        text.append("\n    failed plugin ")
            .append(plugin.jar())
            .append(": ")
            .append(plugin.failure().message());
      }
    }
    return text.toString();
  }
}
