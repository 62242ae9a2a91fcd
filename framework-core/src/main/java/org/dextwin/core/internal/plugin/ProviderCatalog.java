package org.dextwin.core.internal.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dextwin.api.spi.Command;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Diagnostics;
import org.dextwin.api.spi.Role;

/** Everything that the loaded plugins offer, by role and name. */
public final class ProviderCatalog {

  private final Map<String, Class<? extends Component>> roles = new TreeMap<>();
  private final Map<String, Map<String, Offer>> offers = new TreeMap<>();
  private final List<LoadedPlugin> failed;

  /**
   * Sorts what plugins offer.
   *
   * @param plugins plugins of which no two offer the same, see {@link Duplicates}
   * @throws PluginHostException if two roles have the same name
   */
  public ProviderCatalog(List<LoadedPlugin> plugins) {
    ApiRoles.ALL.forEach(this::addRole);
    plugins.stream().flatMap(plugin -> plugin.offers().stream()).forEach(this::add);
    failed = plugins.stream().filter(plugin -> plugin.failure() != null).toList();
  }

  private void addRole(Class<? extends Component> role) {
    String name = role.getAnnotation(Role.class).value();
    Class<?> other = roles.putIfAbsent(name, role);
    if (other != null && other != role) {
      throw new PluginHostException(
          "the role name '" + name + "' is used by " + other.getName() + " and " + role.getName());
    }
  }

  private void add(Offer offer) {
    if (offer.role() != Diagnostics.class && offer.role() != Command.class) {
      addRole(offer.role());
    }
    offers.computeIfAbsent(offer.roleName(), r -> new TreeMap<>()).put(offer.name(), offer);
  }

  /** Returns the roles that configurations may name, by name; diagnostics and commands are none. */
  public Map<String, Class<? extends Component>> roles() {
    return roles;
  }

  /** Returns the providers of a role by name. */
  public Map<String, Offer> of(String roleName) {
    return offers.getOrDefault(roleName, Map.of());
  }

  /** Returns the provider of a role with a name. */
  public Optional<Offer> find(String roleName, String name) {
    return Optional.ofNullable(of(roleName).get(name));
  }

  /** Returns the providers with a name in any role but one. */
  public List<Offer> elsewhere(String roleName, String name) {
    List<Offer> found = new ArrayList<>();
    offers.forEach(
        (role, byName) -> {
          Offer offer = byName.get(name);
          if (offer != null && !role.equals(roleName)) {
            found.add(offer);
          }
        });
    return found;
  }

  /** Returns the plugins that failed. */
  public List<LoadedPlugin> failed() {
    return failed;
  }
}
