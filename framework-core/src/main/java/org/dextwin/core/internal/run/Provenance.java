package org.dextwin.core.internal.run;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dextwin.api.experiment.Item;

/**
 * Where a run's numbers come from: {@code provenance.json}. What earlier attempts of a resumed run
 * ran with is kept beside what the last one ran with.
 */
final class Provenance {

  private static final String EARLIER = "earlier_attempts";
  private static final String INPUTS = "inputs";
  private static final String KEPT = "kept";

  private Provenance() {}

  /** Describes the attempt that starts now. */
  static Item starting(RunPlan plan, RunFolder folder, Item before, Cancellation cancellation) {
    List<Item> earlier = earlier(before);
    List<String> kept = folder.kept().stream().sorted().toList();
    return Item.empty()
        .with("schema", 1)
        .with("dextwin_version", plan.version())
        .with("experiment", plan.experiment())
        .with("seed", plan.seed())
        .with("attempt", earlier.size() + 1)
        .with("started", now())
        .with("finished", null)
        .with("command_line", plan.commandLine())
        .with("working_folder", Path.of("").toAbsolutePath().toString())
        .with("machine", machine())
        .with("java", java())
        .with("plugins", plan.plugins().stream().map(Provenance::plugin).toList())
        .with(INPUTS, inputs(plan, cancellation))
        .with(KEPT, kept)
        .with(EARLIER, earlier);
  }

  static Item finished(Item starting) {
    return starting.with("finished", now());
  }

  /** Returns the number of the attempt: 1, or more if the run was resumed. */
  static long attempt(Item provenance) {
    return (long) provenance.number("attempt").orElse(1);
  }

  /** Says which inputs are no longer what they were when the run began; a line for each. */
  static List<String> changedInputs(Item before, Item now) {
    List<String> changes = new ArrayList<>();
    List<Item> old = items(before, INPUTS);
    for (Item input : items(now, INPUTS)) {
      for (Item other : old) {
        boolean same = other.text("path").equals(input.text("path"));
        if (same && !other.equals(input)) {
          changes.add(input.text("path") + " has changed since the run began");
        }
      }
    }
    return changes;
  }

  private static List<Item> earlier(Item before) {
    List<Item> earlier = new ArrayList<>(items(before, EARLIER));
    if (!before.values().isEmpty()) {
      Item last = Item.empty();
      for (Map.Entry<String, Object> entry : before.values().entrySet()) {
        if (!List.of(EARLIER, INPUTS, KEPT).contains(entry.getKey())) {
          last = last.with(entry.getKey(), entry.getValue());
        }
      }
      earlier.add(last);
    }
    return earlier;
  }

  private static List<Item> items(Item item, String name) {
    List<Item> items = new ArrayList<>();
    if (item.values().get(name) instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof Map<?, ?> map) {
          items.add(StageStore.item(map));
        }
      }
    }
    return items;
  }

  private static Item plugin(RunPlan.PluginVersion plugin) {
    return Item.empty()
        .with("id", plugin.id())
        .with("version", plugin.version())
        .with("sha256", plugin.sha256());
  }

  private static List<Item> inputs(RunPlan plan, Cancellation cancellation) {
    List<Item> inputs = new ArrayList<>();
    for (Path input : plan.inputs()) {
      Checksum checksum = Checksum.of(input, cancellation);
      inputs.add(
          Item.empty()
              .with("path", input.toString())
              .with("sha256", checksum.sha256())
              .with("files", checksum.files())
              .with("bytes", checksum.bytes()));
    }
    return inputs;
  }

  private static Item machine() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    Item machine =
        Item.empty()
            .with("os", System.getProperty("os.name"))
            .with("os_version", System.getProperty("os.version"))
            .with("arch", System.getProperty("os.arch"))
            .with("processors", Runtime.getRuntime().availableProcessors());
    return system instanceof com.sun.management.OperatingSystemMXBean details
        ? machine.with("memory_bytes", details.getTotalMemorySize())
        : machine;
  }

  private static Item java() {
    return Item.empty()
        .with("version", System.getProperty("java.version"))
        .with("vendor", System.getProperty("java.vendor"))
        .with("vm", System.getProperty("java.vm.name"))
        .with("max_heap_bytes", Runtime.getRuntime().maxMemory());
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
