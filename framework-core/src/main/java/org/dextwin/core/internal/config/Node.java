package org.dextwin.core.internal.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a configuration after substitution, with its origins. */
public sealed interface Node {

  /** Returns where the key stands that holds the value; problems are reported there. */
  Origin at();

  /** Returns what begins the value: a substitution brings the origin of what it inserts. */
  Origin from();

  /** Returns the value in one line, for messages. */
  String shown();

  /**
   * A block.
   *
   * @param at where its key stands
   * @param from where it was written
   * @param entries its keys and values, in the order in which they were written
   */
  record Block(Origin at, Origin from, Map<String, Node> entries) implements Node {

    /** Copies the entries. */
    public Block {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** Returns the value of a key, or null. */
    public @Nullable Node get(String key) {
      return entries.get(key);
    }

    @Override
    public String shown() {
      return entries.isEmpty() ? "{}" : "{ " + String.join(", ", entries.keySet()) + " }";
    }
  }

  /**
   * A list.
   *
   * @param at where its key stands
   * @param from where it was written
   * @param elements its elements
   */
  record Items(Origin at, Origin from, List<Node> elements) implements Node {

    /** Copies the elements. */
    public Items {
      elements = List.copyOf(elements);
    }

    @Override
    public String shown() {
      return "[" + String.join(", ", elements.stream().map(Node::shown).toList()) + "]";
    }
  }

  /**
   * A text, number or truth value.
   *
   * @param at where its key stands
   * @param from where it was written
   * @param text the value as it was written, without quotes
   * @param quoted true if it is a text
   */
  record Scalar(Origin at, Origin from, String text, boolean quoted) implements Node {

    @Override
    public String shown() {
      return quoted ? "\"" + text + "\"" : text;
    }
  }

  /**
   * A value whose substitution found nothing; that is already reported.
   *
   * @param at where its key stands
   * @param shown the expression
   */
  record Unresolved(Origin at, String shown) implements Node {

    @Override
    public Origin from() {
      return at;
    }
  }
}
