package org.dextwin.core.internal.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dextwin.core.internal.config.KeyPath;
import org.dextwin.core.internal.config.Node;
import org.jspecify.annotations.Nullable;

/** Finds blocks by their paths. */
final class NamedBlocks {

  private NamedBlocks() {}

  /** Returns what stands at a path, or null. */
  static @Nullable Node find(Node.Block root, String path) {
    Node node = root;
    for (String key : split(path)) {
      node = node instanceof Node.Block block ? block.get(key) : null;
      if (node == null) {
        return null;
      }
    }
    return node == root ? null : node;
  }

  /** Returns the one spelling of a path that is used as its identity. */
  static String normalized(String path) {
    String normal = "";
    for (String key : split(path)) {
      normal = KeyPath.child(normal, key);
    }
    return normal;
  }

  /** Returns the path of the block around a block; empty for the top level. */
  static String parent(String path) {
    List<String> keys = split(path);
    String parent = "";
    for (int i = 0; i < keys.size() - 1; i++) {
      parent = KeyPath.child(parent, keys.get(i));
    }
    return parent;
  }

  private static List<String> split(String path) {
    try {
      return KeyPath.split(path);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** Returns the paths of all blocks with a type. */
  static List<String> withType(Node.Block root) {
    List<String> blocks = new ArrayList<>();
    collect(root, "", blocks);
    return blocks;
  }

  private static void collect(Node.Block block, String path, List<String> found) {
    for (Map.Entry<String, Node> entry : block.entries().entrySet()) {
      if (entry.getValue() instanceof Node.Block inner) {
        String innerPath = KeyPath.child(path, entry.getKey());
        if (inner.get("type") != null) {
          found.add(innerPath);
        }
        collect(inner, innerPath, found);
      }
    }
  }
}
