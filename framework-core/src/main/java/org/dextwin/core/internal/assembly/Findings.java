package org.dextwin.core.internal.assembly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dextwin.core.internal.config.Node;
import org.dextwin.core.internal.config.Reading;
import org.dextwin.core.internal.plugin.FileChecksum;
import org.dextwin.core.internal.plugin.LoadedPlugin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where components keep what they find out: a folder for all that can be known, before anything
 * runs, of what it depends on.
 */
public final class Findings {

  private static final Logger LOG = LoggerFactory.getLogger(Findings.class);

  private final Path root;
  private final List<LoadedPlugin> plugins;
  private final Host host;

  /** Says what the program itself is made of. */
  public interface Host {

    /**
     * Describes it.
     *
     * @throws IOException if that cannot be told
     */
    String describe() throws IOException;
  }

  /**
   * Keeps findings.
   *
   * @param root the folder of all findings
   * @param plugins all plugins
   * @param host the program itself
   */
  public Findings(Path root, List<LoadedPlugin> plugins, Host host) {
    this.root = root;
    this.plugins = plugins;
    this.host = host;
  }

  /**
   * Returns the folder of findings.
   *
   * @param plan the plan
   * @param asking the component that finds out
   * @param on the components by means of which it does
   * @param random paths of the components that draw random numbers, which depend on seed and path
   * @return the folder; empty if something may change without a sign of it
   */
  Optional<Path> folder(Plan plan, Part asking, List<Part> on, Set<String> random) {
    try {
      Description description = new Description(plan, random);
      description.add(host.describe());
      description.addPlugin(asking.offer().pluginId());
      for (Part part : on) {
        description.add(part);
      }
      return Optional.of(root.resolve(asking.offer().name()).resolve(description.checksum()));
    } catch (IOException e) {
      LOG.debug("{} keeps no findings: {}", asking.path(), e.getMessage());
      return Optional.empty();
    }
  }

  /** A text that differs if any of what it describes does. */
  private final class Description {

    private final Plan plan;
    private final Set<String> random;
    private final StringBuilder text = new StringBuilder();

    Description(Plan plan, Set<String> random) {
      this.plan = plan;
      this.random = random;
    }

    /** The length tells a text from the ones after it. */
    void add(String part) {
      text.append(part.length()).append(' ').append(part).append('\n');
    }

    void add(Part part) throws IOException {
      add(part.offer().roleName());
      add(part.offer().name());
      addPlugin(part.offer().pluginId());
      add(NamedBlocks.find(plan.root(), part.path()));
      for (Reading.NamedPath named : part.reading().paths()) {
        addFile(named.path());
      }
      if (random.contains(part.path())) {
        add(plan.seed() + " " + part.path());
      }
      for (Part other : plan.parts()) {
        if (part.references().contains(other.path())) {
          add(other);
        }
      }
    }

    void addPlugin(String id) throws IOException {
      add(id);
      for (LoadedPlugin plugin : plugins) {
        if (plugin.id().equals(id) && plugin.failure() == null) {
          add(FileChecksum.of(plugin.jar()));
          for (String needed : plugin.dependencies()) {
            addPlugin(needed);
          }
        }
      }
    }

    private void add(@Nullable Node node) {
      if (node instanceof Node.Block block) {
        Map<String, Node> sorted = new TreeMap<>(block.entries());
        add(sorted.size() + " keys");
        sorted.forEach(
            (key, value) -> {
              add(key);
              add(value);
            });
      } else if (node instanceof Node.Items items) {
        add(items.elements().size() + " elements");
        items.elements().forEach(this::add);
      } else {
        add(node == null ? "nothing" : node.shown());
      }
    }

    private void addFile(Path file) throws IOException {
      add(file.toString());
      if (Files.isDirectory(file)) {
        throw new IOException(file + " is a folder, whose files are not looked at");
      }
      add(Files.exists(file) ? FileChecksum.of(file) : "missing");
    }

    String checksum() {
      try {
        return HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}
