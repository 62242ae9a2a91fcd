package org.dextwin.core.internal.cli;

import java.util.List;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.spi.KeyDoc;
import org.dextwin.core.PluginFailure;
import org.dextwin.core.PluginInfo;
import org.dextwin.core.ProviderInfo;

/** Plugins in the form in which they are printed as JSON. */
final class PluginItems {

  private PluginItems() {}

  static Item plugin(PluginInfo plugin) {
    return Item.empty()
        .with("id", plugin.id())
        .with("version", plugin.version())
        .with("provider", plugin.provider())
        .with("description", plugin.description())
        .with("licence", plugin.licence())
        .with("requires", plugin.requires())
        .with("dependencies", plugin.dependencies())
        .with("file", plugin.jar().toString())
        .with("sha256", plugin.sha256())
        .with("state", plugin.state() == PluginInfo.State.STARTED ? "started" : "failed")
        .with("warnings", plugin.warnings())
        .with("error", plugin.failure().map(PluginFailure::message).orElse(null))
        .with(
            "components",
            plugin.providers().stream()
                .map(
                    provider ->
                        Item.empty().with("role", provider.role()).with("name", provider.name()))
                .toList());
  }

  static Item component(PluginInfo plugin, ProviderInfo provider) {
    return Item.empty()
        .with("plugin", plugin.id())
        .with("version", plugin.version())
        .with("licence", plugin.licence())
        .with("requires", plugin.requires())
        .with("role", provider.role())
        .with("name", provider.name())
        .with("class", provider.className())
        .with("role_keys", keys(provider.roleKeys()))
        .with("keys", keys(provider.keys()));
  }

  private static List<Item> keys(List<KeyDoc> keys) {
    return keys.stream().map(PluginItems::key).toList();
  }

  private static Item key(KeyDoc key) {
    Item item =
        Item.empty()
            .with("name", key.name())
            .with("type", key.type())
            .with("unit", key.unit())
            .with("range", key.range())
            .with("default", key.fallback().isEmpty() ? null : key.fallback())
            .with("required", key.required())
            .with("doc", key.doc());
    return key.nested().isEmpty() ? item : item.with("keys", keys(key.nested()));
  }
}
