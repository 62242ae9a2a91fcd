package org.dextwin.core.internal.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.spi.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Finished stages, one file each.
 *
 * <p><i>Thread safety</i>: thread-safe for different stages.
 */
final class StageStore {

  private static final int LONGEST_NAME = 80;

  private final Path folder;

  StageStore(Path folder) {
    this.folder = folder;
  }

  /**
   * A finished stage.
   *
   * @param item its result
   * @param reports what was reported while it was under way
   */
  record Finished(Item item, List<Item> reports) {}

  Optional<Finished> find(String key) {
    Path file = file(key);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> values = Json.read(file).values();
    if (key.equals(values.get("key"))
        && values.get("item") instanceof Map<?, ?> item
        && values.get("reports") instanceof List<?> list) {
      List<Item> reports = new ArrayList<>();
      for (Object report : list) {
        if (report instanceof Map<?, ?> map) {
          reports.add(item(map));
        }
      }
      return Optional.of(new Finished(item(item), reports));
    }
    throw new InvalidInputException(
        file + ": not the record of stage '" + key + "'; delete the file to do the stage again");
  }

  void save(String key, Item finished) {
    AtomicFile.write(file(key), Json.pretty(finished));
  }

  static Item item(Map<?, ?> map) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    map.forEach((name, value) -> values.put(String.valueOf(name), value));
    return Item.of(values);
  }

  /** A key that is no safe file name on every system gets a checksum in place of what is unsafe. */
  private Path file(String key) {
    String safe = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.-]", "-");
    boolean plain = safe.equals(key) && key.length() <= LONGEST_NAME && !key.startsWith(".");
    if (plain && !key.isEmpty()) {
      return folder.resolve(key + ".json");
    }
    String shortened = safe.substring(0, Math.min(LONGEST_NAME, safe.length()));
    String sum = Checksum.of(key).substring(0, 12);
    return folder.resolve("stage-" + shortened + "-" + sum + ".json");
  }
}
