package org.dextwin.core.internal.assembly;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentOptions;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Role;
import org.dextwin.core.internal.config.BlockSettings;
import org.dextwin.core.internal.config.Content;
import org.dextwin.core.internal.config.Faults;
import org.dextwin.core.internal.config.KeyPath;
import org.dextwin.core.internal.config.NearestName;
import org.dextwin.core.internal.config.Node;
import org.dextwin.core.internal.config.Origin;
import org.dextwin.core.internal.config.Reading;
import org.dextwin.core.internal.config.References;
import org.dextwin.core.internal.plugin.Offer;
import org.dextwin.core.internal.plugin.ProviderCatalog;
import org.dextwin.core.internal.plugin.TimeLimit;
import org.jspecify.annotations.Nullable;

/**
 * Checks a whole configuration: has every block read by its provider, follows the references
 * between them, and reports all faults together. No component is made, and no file is opened.
 */
public final class Validator {

  private static final String EXPERIMENT = Roles.nameOf(Experiment.class);

  private final ProviderCatalog catalog;
  private final Advice advice;
  private final Content content;
  private final Node.Block root;
  private final Faults faults;
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private final Deque<Slot> unread = new ArrayDeque<>();

  /** Blocks that misspelt references probably mean: that nothing else names them is no news. */
  private final Set<String> almostNamed = new HashSet<>();

  private final List<Reading> readings = new ArrayList<>();

  private Validator(ProviderCatalog catalog, Content content, Faults faults) {
    this.catalog = catalog;
    this.advice = new Advice(catalog);
    this.content = content;
    root = content.root();
    this.faults = faults;
  }

  /**
   * Checks a configuration.
   *
   * @param catalog the installed providers
   * @param content the configuration
   * @param experimentRequired true if there must be an experiment, which alone is the root of the
   *     components; false if every role's own block is a root
   * @param faults collects what is wrong
   * @return the plan; only to be used if there are no faults
   */
  public static Plan validate(
      ProviderCatalog catalog, Content content, boolean experimentRequired, Faults faults) {
    return new Validator(catalog, content, faults).validate(experimentRequired);
  }

  private Plan validate(boolean experimentRequired) {
    catalog.roles().forEach(this::openOwnBlock);
    if (experimentRequired && !slots.containsKey(EXPERIMENT)) {
      faults.add(
          root.at(),
          EXPERIMENT,
          "is required, but missing: the block says what to do"
              + advice.available(EXPERIMENT)
              + advice.failures());
    }
    do {
      while (!unread.isEmpty()) {
        read(unread.remove());
      }
      openAlternatives();
    } while (!unread.isEmpty());
    Set<String> named = new HashSet<>(slots.keySet());
    named.addAll(almostNamed);
    Node.Block kept = new TopLevel(content, catalog.roles().keySet(), named, faults).check();
    List<Slot> order = new CreationOrder(slots, faults).from(roots());
    List<Part> parts = new ArrayList<>();
    for (Slot slot : order) {
      if (slot.part != null) {
        slot.part.reading().checkPaths();
        parts.add(slot.part);
      }
    }
    return new Plan(kept, parts, readings, seed());
  }

  private void openOwnBlock(String roleName, Class<? extends Component> role) {
    Node node = root.get(roleName);
    if (node != null) {
      open(roleName, role, node, false);
    }
  }

  /**
   * Beside a block that a reference names, others with a type are alternatives to it: {@code
   * engines { fast { type = ... }, precise { type = ... } }}. They are checked, but not made.
   */
  private void openAlternatives() {
    for (Slot slot : List.copyOf(slots.values())) {
      String folder = NamedBlocks.parent(slot.path);
      boolean insideComponent = slots.keySet().stream().anyMatch(p -> isWithin(folder, p));
      if (!insideComponent && NamedBlocks.find(root, folder) instanceof Node.Block siblings) {
        siblings
            .entries()
            .forEach(
                (key, node) -> {
                  String path = KeyPath.child(folder, key);
                  if (!slots.containsKey(path)
                      && node instanceof Node.Block block
                      && block.get("type") != null) {
                    open(path, alternativeRole(slot, block), block, true);
                  }
                });
      }
    }
  }

  private static boolean isWithin(String path, String block) {
    return path.equals(block) || path.startsWith(block + ".");
  }

  /** Returns the role of a neighbour that has a provider of the block's type. */
  private Class<? extends Component> alternativeRole(Slot neighbour, Node.Block block) {
    String folder = NamedBlocks.parent(neighbour.path);
    String type = block.get("type") instanceof Node.Scalar name ? name.text() : "";
    return slots.values().stream()
        .filter(slot -> NamedBlocks.parent(slot.path).equals(folder))
        .filter(slot -> catalog.find(slot.roleName(), type).isPresent())
        .<Class<? extends Component>>map(slot -> slot.role)
        .findFirst()
        .orElse(neighbour.role);
  }

  private List<Slot> roots() {
    Slot experiment = slots.get(EXPERIMENT);
    if (experiment != null) {
      return List.of(experiment);
    }
    return slots.values().stream().filter(slot -> catalog.roles().containsKey(slot.path)).toList();
  }

  private long seed() {
    Slot experiment = slots.get(EXPERIMENT);
    return experiment != null && experiment.options instanceof ExperimentOptions options
        ? options.seed()
        : 0;
  }

  private Slot open(String path, Class<? extends Component> role, Node node, boolean idle) {
    Slot slot = new Slot(path, role, node, idle);
    slots.put(path, slot);
    unread.add(slot);
    return slot;
  }

  /** Reads a role block: its own keys, the selected provider's sub-block, and the other ones. */
  private void read(Slot slot) {
    if (!(slot.node instanceof Node.Block block)) {
      if (!(slot.node instanceof Node.Unresolved)) {
        faults.add(
            slot.node.at(),
            slot.path,
            "is " + slot.node.shown() + ", but must be a block { type = ... }");
      }
      return;
    }
    Reading reading = newReading(slot, slot.idle);
    BlockSettings settings = BlockSettings.ofRole(block, slot.path, reading);
    readOptions(slot, settings);
    Map<String, Offer> offers = catalog.of(slot.roleName());
    Offer selected = selectedIn(slot, block, settings);
    for (Offer offer : offers.values()) {
      boolean chosen = offer.equals(selected);
      if (settings.has(offer.name()) || chosen) {
        Reading own = chosen ? reading : newReading(slot, true);
        Object configuration = configure(offer, settings.ofProvider(offer.name(), own));
        if (chosen && configuration != null) {
          List<String> references = slot.edges.stream().map(Slot.Edge::target).distinct().toList();
          slot.part = new Part(slot.path, offer, configuration, references, reading);
        }
      }
    }
    settings.rejectUnaskedWithin();
    for (String key : settings.unasked()) {
      if (isSelected(block, key)) {
        continue; // that there is no such provider is already reported
      }
      if (block.get(key) instanceof Node.Block inner) {
        faults.add(inner.at(), settings.path() + "." + key, unknownSubBlock(slot, key));
      } else {
        settings.rejectUnknown(key);
      }
    }
  }

  private static boolean isSelected(Node.Block block, String provider) {
    return block.get("type") instanceof Node.Scalar type && type.text().equals(provider);
  }

  private String unknownSubBlock(Slot slot, String key) {
    return "a sub-block is named after a provider, and "
        + advice.unknownProvider(slot.roleName(), key);
  }

  private Reading newReading(Slot slot, boolean idle) {
    Reading reading = new Reading(faults, new Links(slot, idle));
    readings.add(reading);
    return reading;
  }

  private void readOptions(Slot slot, BlockSettings settings) {
    try {
      slot.options = settings.as(slot.role.getAnnotation(Role.class).options());
    } catch (IllegalArgumentException e) {
      addRefusal(settings, e);
    }
  }

  private @Nullable Offer selectedIn(Slot slot, Node.Block block, BlockSettings settings) {
    settings.has("type");
    Node type = block.get("type");
    String path = settings.path() + ".type";
    if (type == null) {
      faults.add(
          block.at(),
          path,
          "is required, but missing" + advice.available(slot.roleName()) + advice.failures());
      return null;
    }
    if (type instanceof Node.Unresolved) {
      return null;
    }
    if (!(type instanceof Node.Scalar name)) {
      faults.add(type.at(), path, "is " + type.shown() + ", but must be the name of a provider");
      return null;
    }
    return catalog
        .find(slot.roleName(), name.text())
        .orElseGet(
            () -> {
              faults.add(type.at(), path, advice.unknownProvider(slot.roleName(), name.text()));
              return null;
            });
  }

  private @Nullable Object configure(Offer offer, BlockSettings settings) {
    boolean complete = false;
    try {
      Object configuration = TimeLimit.call(() -> offer.provider().configure(settings));
      complete = true;
      if (configuration == null) {
        addBug(offer, settings, new NullPointerException("configure returned null"));
      }
      return configuration;
    } catch (IllegalArgumentException e) {
      addRefusal(settings, e);
    } catch (TimeLimit.ExceededException e) {
      faults.add(
          settings.at(),
          settings.path(),
          "the plugin "
              + offer.origin()
              + " did not read this block within "
              + TimeLimit.SECONDS
              + " s, which is a fault of the plugin; use another one",
          e);
    } catch (RuntimeException | Error e) { // whatever it is, the rest of the configuration goes on
      addBug(offer, settings, e);
    } finally {
      if (complete || settings.isReadCompletely()) {
        settings.rejectUnasked();
      }
    }
    return null;
  }

  /** A constructor that refuses stand-ins of values with faults says nothing new. */
  private void addRefusal(BlockSettings settings, IllegalArgumentException refused) {
    if (!faults.anyWithin(settings.path())) {
      faults.add(settings.at(), settings.path(), String.valueOf(refused.getMessage()), refused);
    }
  }

  private void addBug(Offer offer, BlockSettings settings, Throwable thrown) {
    faults.add(
        settings.at(),
        settings.path(),
        "the plugin "
            + offer.origin()
            + " failed to read this block, which is a fault of the plugin: "
            + thrown,
        thrown);
  }

  /** The references that one component's configuration holds. */
  private final class Links implements References {

    private final Slot slot;

    /** True if the configuration is not of the selected provider. */
    private final boolean idle;

    Links(Slot slot, boolean idle) {
      this.slot = slot;
      this.idle = idle;
    }

    @Override
    public <T extends Component> ComponentRef<T> follow(
        String block, String path, @Nullable Node value, Origin blockAt, Class<T> needed) {
      Class<? extends Component> role = Roles.roleOf(needed);
      String target;
      if (value == null) {
        target = ownBlock(path, blockAt, role);
      } else if (value instanceof Node.Block) {
        target = path;
        if (!slots.containsKey(path)) {
          open(path, role, value, idle);
        }
      } else if (value instanceof Node.Scalar scalar) {
        target = named(path, scalar, role);
      } else {
        target = null;
        addFault(value.at(), path, "is " + value.shown(), role);
      }
      if (target != null) {
        link(target, path, value == null ? blockAt : value.at(), role);
      }
      return new ComponentRef<>(needed, target == null ? "" : target);
    }

    private @Nullable String ownBlock(
        String path, Origin blockAt, Class<? extends Component> role) {
      String name = Roles.nameOf(role);
      if (slots.containsKey(name)) {
        return name;
      }
      if (!idle) {
        faults.add(
            blockAt,
            path,
            "needs "
                + Roles.withArticle(name)
                + ", and the configuration has no block '"
                + name
                + "'\n    add "
                + name
                + " { type = ... } to the top level, or write the block here"
                + advice.available(name)
                + advice.failures());
      }
      return null;
    }

    private @Nullable String named(
        String path, Node.Scalar scalar, Class<? extends Component> role) {
      String target = NamedBlocks.normalized(scalar.text());
      Node node = NamedBlocks.find(root, scalar.text());
      if (node == null) {
        addFault(
            scalar.at(),
            path,
            "names the block \"" + scalar.text() + "\", which does not exist" + meant(scalar),
            role);
        return null;
      }
      if (!(node instanceof Node.Block)) {
        addFault(
            scalar.at(), path, "names \"" + scalar.text() + "\", which is " + node.shown(), role);
        return null;
      }
      if (!slots.containsKey(target)) {
        open(target, role, node, idle);
      }
      return target;
    }

    private String meant(Node.Scalar scalar) {
      List<String> blocks = NamedBlocks.withType(root);
      Optional<String> nearest = NearestName.of(scalar.text(), blocks);
      nearest.ifPresent(almostNamed::add);
      return nearest.map(near -> "\n    did you mean: " + near).orElse("")
          + (blocks.isEmpty() ? "" : "\n    blocks with a type: " + String.join(", ", blocks));
    }

    private void addFault(Origin at, String path, String message, Class<? extends Component> role) {
      faults.add(
          at,
          path,
          message
              + "\n    "
              + Roles.withArticle(Roles.nameOf(role))
              + " is needed: a block { type = ... } or the path of one");
    }

    private void link(String target, String path, Origin at, Class<? extends Component> role) {
      Slot other = slots.get(target);
      if (other != null && other.role != role) {
        faults.add(
            at,
            path,
            "names the block \""
                + target
                + "\", which is "
                + Roles.withArticle(other.roleName())
                + ", but "
                + Roles.withArticle(Roles.nameOf(role))
                + " is needed here");
      } else if (!idle) {
        slot.edges.add(new Slot.Edge(target, path, at));
      }
    }
  }
}
