package org.dextwin.core.internal.plugin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pf4j.PluginDependency;
import org.pf4j.PluginDescriptor;
import org.pf4j.VersionManager;

/** What plugins need of each other. */
final class Dependencies {

  private final Map<String, PluginDescriptor> installed;
  private final VersionManager versions;

  Dependencies(Map<String, PluginDescriptor> installed, VersionManager versions) {
    this.installed = installed;
    this.versions = versions;
  }

  /** Returns what a plugin needs that is not there. */
  Optional<String> unmet(PluginDescriptor descriptor) {
    for (PluginDependency dependency : descriptor.getDependencies()) {
      PluginDescriptor other = installed.get(dependency.getPluginId());
      String wanted = dependency.getPluginVersionSupport();
      String asked = "needs the plugin '" + dependency.getPluginId() + "'";
      if (other == null) {
        if (!dependency.isOptional()) {
          return Optional.of(asked + ", which is not installed or failed");
        }
      } else if (!versions.checkVersionConstraint(other.getVersion(), wanted)) {
        return Optional.of(
            asked + " in version " + wanted + ", but installed is " + other.getVersion());
      }
    }
    return Optional.empty();
  }

  /** Returns how a plugin comes to need itself: its id, those between, and its id again. */
  Optional<List<String>> cycleThrough(String id) {
    Map<String, String> reachedFrom = new HashMap<>();
    Deque<String> unvisited = new ArrayDeque<>(List.of(id));
    while (!unvisited.isEmpty()) {
      String plugin = unvisited.remove();
      for (String needed : neededBy(plugin)) {
        if (installed.containsKey(needed) && !reachedFrom.containsKey(needed)) {
          reachedFrom.put(needed, plugin);
          unvisited.add(needed);
        }
      }
    }
    if (!reachedFrom.containsKey(id)) {
      return Optional.empty();
    }
    List<String> cycle = new ArrayList<>(List.of(id));
    String step = id;
    do {
      step = reachedFrom.get(step);
      cycle.add(0, step);
    } while (!id.equals(step));
    return Optional.of(cycle);
  }

  private List<String> neededBy(String id) {
    PluginDescriptor descriptor = installed.get(id);
    return descriptor == null ? List.of() : idsOf(descriptor);
  }

  static List<String> idsOf(PluginDescriptor descriptor) {
    return descriptor.getDependencies().stream().map(PluginDependency::getPluginId).toList();
  }
}
