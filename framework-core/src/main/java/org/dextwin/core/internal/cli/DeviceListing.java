package org.dextwin.core.internal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.spi.IoReason;
import org.dextwin.core.PluginInfo;
import org.dextwin.core.ProviderInfo;
import org.dextwin.core.internal.run.Json;

/**
 * What {@code dextwin devices} shows, as Linux tells of it in its files.
 *
 * @param ports serial ports of adapters
 * @param interfaces CAN interfaces
 * @param drivers drivers of the plugins
 */
record DeviceListing(List<Item> ports, List<Item> interfaces, List<Item> drivers) {

  /** ARPHRD_CAN of linux/if_arp.h. */
  private static final String CAN_TYPE = "280";

  /** Adapters of USB appear under these names. */
  private static final String ADAPTER = "tty(USB|ACM)\\d+";

  /** An answer of a servo waits as long in the adapter; the default of FTDI's is 16 [ms]. */
  private static final int ADVISED_LATENCY_MS = 1;

  private static final String DRIVER = "-driver";

  /**
   * Looks at the machine and the plugins.
   *
   * @param root root of the file system
   * @param plugins the plugins
   */
  static DeviceListing of(Path root, List<PluginInfo> plugins) {
    return new DeviceListing(ports(root), interfaces(root), drivers(plugins));
  }

  private static List<Item> ports(Path root) {
    List<Item> ports = new ArrayList<>();
    List<Path> names = entries(root.resolve("dev/serial/by-id"));
    for (Path port : entries(root.resolve("dev"))) {
      if (port.getFileName().toString().matches(ADAPTER)) {
        ports.add(port(root, port, names));
      }
    }
    return ports;
  }

  private static Item port(Path root, Path port, List<Path> names) {
    String advice = "";
    if (!Files.isReadable(port) || !Files.isWritable(port)) {
      advice = "no permission: sudo usermod -aG dialout $USER, then log in again";
    }
    Path file =
        root.resolve("sys/bus/usb-serial/devices")
            .resolve(port.getFileName())
            .resolve("latency_timer");
    Optional<String> latency = line(file);
    if (advice.isEmpty()
        && latency.filter(it -> Long.parseLong(it) > ADVISED_LATENCY_MS).isPresent()) {
      advice = "answers are held back: echo 1 | sudo tee " + file;
    }
    return Item.empty()
        .with("port", port.toString())
        .with(
            "name",
            names.stream()
                .filter(name -> target(name).equals(Optional.of(port.getFileName())))
                .findFirst()
                .map(Path::toString)
                .orElse(null))
        .with("latency_timer_ms", latency.map(Long::valueOf).orElse(null))
        .with("usable", Files.isReadable(port) && Files.isWritable(port))
        .with("advice", advice);
  }

  private static List<Item> interfaces(Path root) {
    List<Item> interfaces = new ArrayList<>();
    for (Path folder : entries(root.resolve("sys/class/net"))) {
      if (line(folder.resolve("type")).equals(Optional.of(CAN_TYPE))) {
        String name = folder.getFileName().toString();
        String state = line(folder.resolve("operstate")).orElse("unknown");
        boolean down = state.equals("down");
        interfaces.add(
            Item.empty()
                .with("interface", name)
                .with("state", state)
                .with("usable", !down)
                .with(
                    "advice",
                    down ? "sudo ip link set " + name + " up type can bitrate 1000000" : ""));
      }
    }
    return interfaces;
  }

  private static List<Item> drivers(List<PluginInfo> plugins) {
    List<Item> drivers = new ArrayList<>();
    for (PluginInfo plugin : plugins) {
      for (ProviderInfo provider : plugin.providers()) {
        if (provider.role().endsWith(DRIVER)) {
          drivers.add(
              Item.empty()
                  .with(
                      "robot",
                      provider.role().substring(0, provider.role().length() - DRIVER.length()))
                  .with("driver", provider.name())
                  .with("plugin", plugin.id()));
        }
      }
    }
    return drivers;
  }

  String json() {
    return Json.pretty(
        Item.empty()
            .with("serial_ports", ports)
            .with("can_interfaces", interfaces)
            .with("drivers", drivers));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    chapter(text, "serial ports", ports);
    chapter(text, "CAN interfaces", interfaces);
    chapter(text, "drivers", drivers);
    return text.toString();
  }

  private static void chapter(StringBuilder text, String heading, List<Item> items) {
    text.append(heading).append(items.isEmpty() ? ": none\n" : "\n");
    for (Item item : items) {
      List<String> words = new ArrayList<>();
      item.values()
          .forEach(
              (key, value) -> {
                if (value != null && !"".equals(value)) {
                  words.add(value instanceof String word ? word : key + "=" + value);
                }
              });
      text.append("  ").append(String.join("  ", words)).append('\n');
    }
  }

  private static Optional<Path> target(Path link) {
    try {
      return Optional.ofNullable(Files.readSymbolicLink(link).getFileName());
    } catch (IOException e) {
      return Optional.empty(); // it was unplugged meanwhile
    }
  }

  private static Optional<String> line(Path file) {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException e) {
      return Optional.empty(); // other adapters have no such timer
    }
  }

  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of(); // no adapter is plugged in, or this is not Linux
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot list " + folder + ": " + IoReason.of(e), e);
    }
  }
}
