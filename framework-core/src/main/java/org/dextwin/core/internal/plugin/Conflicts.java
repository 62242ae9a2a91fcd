package org.dextwin.core.internal.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Role;

/**
 * Finds what several plugins claim under one name. Which of them a configuration means is not for
 * the host to guess, so those plugins cannot be used, and the others go on.
 */
public final class Conflicts {

  private final Map<String, List<Offer>> offers = new LinkedHashMap<>();
  private final Map<String, Set<Class<? extends Component>>> roles = new TreeMap<>();

  private Conflicts(List<LoadedPlugin> plugins) {
    ApiRoles.ALL.forEach(role -> claim(role.getAnnotation(Role.class).value(), role));
    for (LoadedPlugin plugin : plugins) {
      for (Offer offer : plugin.offers()) {
        offers.computeIfAbsent(keyOf(offer), key -> new ArrayList<>()).add(offer);
        claim(offer.roleName(), offer.role());
      }
    }
  }

  private void claim(String name, Class<? extends Component> role) {
    roles.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(role);
  }

  /** Returns the plugins; those that claim the same as another one have failed. */
  public static List<LoadedPlugin> refused(List<LoadedPlugin> plugins) {
    Conflicts conflicts = new Conflicts(plugins);
    return plugins.stream()
        .map(
            plugin ->
                plugin.offers().stream()
                    .flatMap(offer -> conflicts.of(offer).stream())
                    .findFirst()
                    .map(message -> plugin.failed(LoadFailure.of(message)))
                    .orElse(plugin))
        .toList();
  }

  private Optional<String> of(Offer offer) {
    Set<Class<? extends Component>> claimed = roles.getOrDefault(offer.roleName(), Set.of());
    if (claimed.size() > 1 && !ApiRoles.ALL.contains(offer.role())) {
      List<String> names = claimed.stream().map(Class::getName).toList();
      return Optional.of(
          "fills a role with the name '"
              + offer.roleName()
              + "', which several interfaces claim: "
              + String.join(" and ", names)
              + "; rename the plugin's");
    }
    List<Offer> same = offers.getOrDefault(keyOf(offer), List.of());
    return same.size() > 1 ? Optional.of(message(same)) : Optional.empty();
  }

  private static String keyOf(Offer offer) {
    return offer.roleName() + "." + offer.name();
  }

  private static String message(List<Offer> same) {
    List<String> places =
        same.stream().map(o -> o.provider().getClass().getName() + " in " + o.jar()).toList();
    return (same.size() == 2 ? "two" : String.valueOf(same.size()))
        + " providers offer the "
        + same.get(0).roleName()
        + " '"
        + same.get(0).name()
        + "': "
        + String.join(" and ", places)
        + "; remove one of the plugins";
  }
}
