package org.dextwin.core.internal.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dextwin.api.spi.KeyDoc;
import org.dextwin.api.spi.Role;
import org.dextwin.core.PluginInfo;
import org.dextwin.core.ProviderInfo;
import org.dextwin.core.internal.plugin.ApiRoles;

/**
 * What can be configured, by role and component. It comes from the configuration records alone.
 *
 * @param roles the roles by name
 */
public record Reference(List<RoleEntry> roles) {

  /** Copies the list. */
  public Reference {
    roles = List.copyOf(roles);
  }

  /**
   * A role.
   *
   * @param name name of its block
   * @param keys keys that all its components have in common
   * @param components its components by name
   */
  public record RoleEntry(String name, List<KeyDoc> keys, List<Entry> components) {

    /** Copies the lists. */
    public RoleEntry {
      keys = List.copyOf(keys);
      components = List.copyOf(components);
    }
  }

  /**
   * A component.
   *
   * @param plugin its plugin
   * @param provider its provider
   */
  public record Entry(PluginInfo plugin, ProviderInfo provider) {}

  /** Collects what plugins offer; those that failed offer nothing, and commands have no keys. */
  public static Reference of(List<PluginInfo> plugins) {
    Set<String> unconfigured =
        ApiRoles.UNCONFIGURED.stream()
            .map(role -> role.getAnnotation(Role.class).value())
            .collect(Collectors.toSet());
    Map<String, List<Entry>> byRole = new TreeMap<>();
    for (PluginInfo plugin : plugins) {
      for (ProviderInfo provider : plugin.providers()) {
        if (unconfigured.contains(provider.role())) {
          continue;
        }
        byRole
            .computeIfAbsent(provider.role(), role -> new ArrayList<>())
            .add(new Entry(plugin, provider));
      }
    }
    List<RoleEntry> roles = new ArrayList<>();
    byRole.forEach(
        (role, entries) -> {
          entries.sort(Comparator.comparing(entry -> entry.provider().name()));
          roles.add(new RoleEntry(role, entries.get(0).provider().roleKeys(), entries));
        });
    return new Reference(roles);
  }
}
