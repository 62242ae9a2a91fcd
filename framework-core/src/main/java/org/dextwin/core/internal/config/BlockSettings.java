package org.dextwin.core.internal.config;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.KeyDoc;
import org.dextwin.api.spi.PathKind;
import org.dextwin.api.spi.Settings;
import org.jspecify.annotations.Nullable;

/** A block of a configuration as plugins see it; remembers what was asked for. */
public final class BlockSettings implements Settings {

  private final Node.Block block;
  private final String path;
  private final Reading reading;
  private final @Nullable BlockSettings role;

  /** True for a list that stands in as a block: its "keys" are indices. */
  private final boolean list;

  private final Set<String> asked = new TreeSet<>();
  private final List<BlockSettings> nested = new ArrayList<>();

  /** Documentation of keys, once the block was read into a record. */
  private final Map<String, KeyDoc> docs = new LinkedHashMap<>();

  private boolean readCompletely;

  private BlockSettings(
      Node.Block block, String path, Reading reading, @Nullable BlockSettings role, boolean list) {
    this.block = block;
    this.path = path;
    this.reading = reading;
    this.role = role;
    this.list = list;
  }

  /** Opens the block of a role. */
  public static BlockSettings ofRole(Node.Block block, String path, Reading reading) {
    return new BlockSettings(block, path, reading, null, false);
  }

  /** Returns a block without keys, outside of any configuration. */
  public static BlockSettings empty(String path) {
    Origin nowhere = new Origin(new Source(0, path, Path.of("").toAbsolutePath(), false), 0);
    var block = new Node.Block(nowhere, nowhere, Map.of());
    return new BlockSettings(block, path, Reading.unheard(), null, false);
  }

  /** Opens the sub-block of a provider; an empty one if it is not written. */
  public BlockSettings ofProvider(String name, Reading ownReading) {
    asked.add(name);
    String providerPath = KeyPath.child(path, name);
    Node node = block.get(name);
    if (node instanceof Node.Block written) {
      return new BlockSettings(written, providerPath, ownReading, this, false);
    }
    addWrongType(name, node, "a block");
    var empty = new Node.Block(block.at(), block.from(), Map.of());
    Reading used = node == null ? ownReading : Reading.unheard();
    return new BlockSettings(empty, providerPath, used, this, false);
  }

  /** Returns the keys that nobody asked for. */
  public List<String> unasked() {
    return block.entries().keySet().stream().filter(key -> !asked.contains(key)).toList();
  }

  /** Says whether it is known which keys the block may have, even if reading it ended early. */
  public boolean isReadCompletely() {
    return readCompletely;
  }

  /** Records every key that nobody asked for, here and in inner blocks. */
  public void rejectUnasked() {
    unasked().forEach(this::rejectUnknown);
    nested.forEach(BlockSettings::rejectUnasked);
  }

  /** Records every key that nobody asked for in inner blocks, which the role itself declares. */
  public void rejectUnaskedWithin() {
    nested.forEach(BlockSettings::rejectUnasked);
  }

  /** Records that a key is not known. */
  public void rejectUnknown(String key) {
    Node node = block.get(key);
    if (node != null) {
      reading.faults().add(node.at(), pathOf(key), unknown(key, node));
    }
  }

  private String unknown(String key, Node node) {
    String nearest =
        NearestName.of(key, asked).map(name -> "\n    did you mean: " + name).orElse("");
    String accepted =
        asked.isEmpty()
            ? "\n    this block has no keys"
            : "\n    accepted keys: " + String.join(", ", asked);
    return "unknown key, with value " + node.shown() + nearest + accepted;
  }

  /** Returns where the block stands. */
  public Origin at() {
    return block.at();
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public <R extends Record> R as(Class<R> type) {
    for (KeyDoc doc : KeyDoc.of(type)) {
      docs.put(doc.name(), doc);
      if (!has(doc.name()) && !doc.fallback().isEmpty()) {
        reading.addFallback(path, doc);
      }
    }
    readCompletely = true;
    return Settings.super.as(type);
  }

  @Override
  public <R extends Record> R options(Class<R> type) {
    return role == null ? as(type) : role.as(type);
  }

  @Override
  public Set<String> keys() {
    return new TreeSet<>(block.entries().keySet());
  }

  @Override
  public boolean has(String key) {
    asked.add(key);
    return block.get(key) != null;
  }

  @Override
  public String text(String key) {
    Node node = find(key);
    if (node instanceof Node.Scalar scalar) {
      return scalar.text();
    }
    addWrongType(key, node, "a text");
    return "";
  }

  @Override
  public double number(String key) {
    Node node = find(key);
    Double number = numberIn(node);
    if (number == null) {
      addWrongType(key, node, "a number");
      return 0;
    }
    return number;
  }

  private static @Nullable Double numberIn(@Nullable Node node) {
    if (node instanceof Node.Scalar scalar) {
      try {
        double number = Double.parseDouble(scalar.text());
        return Double.isFinite(number) ? number : null;
      } catch (NumberFormatException e) {
        return null;
      }
    }
    return null;
  }

  @Override
  public long integer(String key) {
    Node node = find(key);
    if (node instanceof Node.Scalar scalar) {
      try {
        return new BigDecimal(scalar.text()).longValueExact();
      } catch (NumberFormatException | ArithmeticException e) {
        addWrongType(key, node, "a whole number");
        return 0;
      }
    }
    addWrongType(key, node, "a whole number");
    return 0;
  }

  @Override
  public boolean flag(String key) {
    Node node = find(key);
    String text = node instanceof Node.Scalar scalar ? scalar.text() : "";
    return switch (text) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> {
        addWrongType(key, node, "true or false");
        yield false;
      }
    };
  }

  @Override
  public List<Double> numbers(String key) {
    List<Double> numbers = new ArrayList<>();
    for (Node element : elementsOf(key, "a list of numbers")) {
      Double number = numberIn(element);
      if (number == null) {
        addWrongType(key, element, "a list of numbers");
        return List.of();
      }
      numbers.add(number);
    }
    return numbers;
  }

  @Override
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node element : elementsOf(key, "a list of texts")) {
      if (!(element instanceof Node.Scalar scalar)) {
        addWrongType(key, element, "a list of texts");
        return List.of();
      }
      texts.add(scalar.text());
    }
    return texts;
  }

  private List<Node> elementsOf(String key, String wanted) {
    Node node = find(key);
    if (node instanceof Node.Items items) {
      return items.elements();
    }
    addWrongType(key, node, wanted);
    return List.of();
  }

  @Override
  public BlockSettings block(String key) {
    Node node = find(key);
    if (node instanceof Node.Block inner) {
      return opened(inner, pathOf(key), false);
    }
    addWrongType(key, node, "a block");
    var empty = new Node.Block(block.at(), block.from(), Map.of());
    return new BlockSettings(empty, pathOf(key), Reading.unheard(), role, false);
  }

  @Override
  public List<Settings> blocks(String key) {
    List<Settings> blocks = new ArrayList<>();
    List<Node> elements = elementsOf(key, "a list of blocks");
    for (int i = 0; i < elements.size(); i++) {
      if (!(elements.get(i) instanceof Node.Block inner)) {
        addWrongType(key, elements.get(i), "a list of blocks");
        return List.of();
      }
      blocks.add(opened(inner, KeyPath.element(pathOf(key), i), false));
    }
    return blocks;
  }

  @Override
  public Settings elements(String key) {
    Map<String, Node> byIndex = new LinkedHashMap<>();
    for (Node element : elementsOf(key, "a list")) {
      byIndex.put(String.valueOf(byIndex.size()), element);
    }
    Node node = block.get(key);
    Origin at = node == null ? block.at() : node.at();
    return opened(new Node.Block(at, at, byIndex), pathOf(key), true);
  }

  private BlockSettings opened(Node.Block inner, String innerPath, boolean asList) {
    var settings = new BlockSettings(inner, innerPath, reading, role, asList);
    nested.add(settings);
    return settings;
  }

  @Override
  public Path file(String key) {
    return pathIn(key, PathKind.FILE);
  }

  @Override
  public Path folder(String key) {
    return pathIn(key, PathKind.FOLDER);
  }

  @Override
  public Path fileOrFolder(String key) {
    return pathIn(key, PathKind.FILE_OR_FOLDER);
  }

  @Override
  public Path path(String key) {
    return pathIn(key, PathKind.ANY);
  }

  private Path pathIn(String key, PathKind kind) {
    Node node = find(key);
    if (node instanceof Node.Scalar scalar && !scalar.text().isEmpty()) {
      try {
        Path absolute = scalar.from().folder().resolve(scalar.text()).normalize();
        reading.addPath(new Reading.NamedPath(pathOf(key), node, absolute, kind));
        return absolute;
      } catch (InvalidPathException e) {
        // reported below
      }
    }
    addWrongType(key, node, "a path");
    return block.from().folder();
  }

  @Override
  public <T extends Component> ComponentRef<T> component(String key, Class<T> needed) {
    asked.add(key);
    return reading.references().follow(path, pathOf(key), block.get(key), block.at(), needed);
  }

  /** Passes over what only follows from a fault inside the value that is already recorded. */
  @Override
  public void reject(String key, String message) {
    Node node = block.get(key);
    if (!reading.faults().anyWithin(pathOf(key))) {
      Origin at = node == null ? block.at() : node.at();
      reading.faults().add(at, pathOf(key), message + throughWhat(node));
    }
  }

  private @Nullable Node find(String key) {
    asked.add(key);
    Node node = block.get(key);
    if (node == null) {
      KeyDoc doc = docs.get(key);
      String meaning = doc == null ? "" : "\n    " + described(doc);
      reading.faults().add(block.at(), pathOf(key), "is required, but missing" + meaning);
    }
    return node;
  }

  private static String described(KeyDoc doc) {
    String unit = doc.unit().isEmpty() ? "" : " [" + doc.unit() + "]";
    String range = doc.range().isEmpty() ? "" : ", " + doc.range();
    return doc.type() + unit + range + ": " + doc.doc();
  }

  /** A missing key and one without value are already reported. */
  private void addWrongType(String key, @Nullable Node node, String wanted) {
    if (node != null && !(node instanceof Node.Unresolved)) {
      reading
          .faults()
          .add(
              node.at(),
              pathOf(key),
              "is " + node.shown() + ", but must be " + wanted + throughWhat(node));
    }
  }

  /** Names what a substitution brought in, if that is written elsewhere. */
  private static String throughWhat(@Nullable Node node) {
    return node == null || node.from().equals(node.at())
        ? ""
        : "\n    the value comes from " + node.from();
  }

  private String pathOf(String key) {
    return list ? KeyPath.element(path, Integer.parseInt(key)) : KeyPath.child(path, key);
  }
}
