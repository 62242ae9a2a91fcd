package org.dextwin.mechanics.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;

/**
 * Indented XML, an element per line. Numbers are written with as many digits as it takes to read
 * the same number back.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class XmlText {

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  /** Starts an empty text. */
  public XmlText() {}

  /**
   * Opens an element; attributes follow.
   *
   * @param element its name
   * @return this text
   */
  public XmlText open(String element) {
    closeTag();
    text.append("  ".repeat(open.size())).append('<').append(element);
    open.push(element);
    inTag = true;
    return this;
  }

  /**
   * Closes the element that was opened last.
   *
   * @return this text
   */
  public XmlText close() {
    String element = open.pop();
    if (inTag) {
      text.append("/>\n");
      inTag = false;
    } else {
      text.append("  ".repeat(open.size())).append("</").append(element).append(">\n");
    }
    return this;
  }

  /**
   * Writes an attribute of the open element.
   *
   * @param name its name
   * @param value its value
   * @return this text
   * @throws IllegalArgumentException if XML has no place for a character of the value
   */
  public XmlText attribute(String name, String value) {
    if (!inTag) {
      throw new IllegalStateException("attribute " + name + " outside of a tag");
    }
    text.append(' ').append(name).append("=\"");
    value.codePoints().forEach(c -> escape(c, name));
    text.append('"');
    return this;
  }

  /**
   * Writes a truth value.
   *
   * @param name name of the attribute
   * @param value its value
   * @return this text
   */
  public XmlText attribute(String name, boolean value) {
    return attribute(name, Boolean.toString(value));
  }

  /**
   * Writes a whole number.
   *
   * @param name name of the attribute
   * @param value its value
   * @return this text
   */
  public XmlText attribute(String name, int value) {
    return attribute(name, Integer.toString(value));
  }

  /**
   * Writes numbers.
   *
   * @param name name of the attribute
   * @param values its values
   * @return this text
   * @throws IllegalArgumentException if one is not finite
   */
  public XmlText attribute(String name, double... values) {
    StringBuilder joined = new StringBuilder();
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "the attribute " + name + " would hold " + value + "; expected a finite number");
      }
      joined.append(joined.isEmpty() ? "" : " ").append(shortest(value));
    }
    return attribute(name, joined.toString());
  }

  /**
   * Writes a vector.
   *
   * @param name name of the attribute
   * @param value its value
   * @return this text
   */
  public XmlText attribute(String name, Vec3 value) {
    return attribute(name, value.x(), value.y(), value.z());
  }

  /**
   * Writes a rotation, w first.
   *
   * @param name name of the attribute
   * @param value its value
   * @return this text
   */
  public XmlText attribute(String name, Quat value) {
    return attribute(name, value.w(), value.x(), value.y(), value.z());
  }

  /** Whole numbers without a fraction; they read back as the same double. */
  private static String shortest(double value) {
    String written = Double.toString(value + 0.0); // no negative zero
    return written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
  }

  private void escape(int c, String attribute) {
    switch (c) {
      case '&' -> text.append("&amp;");
      case '<' -> text.append("&lt;");
      case '>' -> text.append("&gt;");
      case '"' -> text.append("&quot;");
      default -> {
        if (c < ' ' || c == 0xFFFE || c == 0xFFFF || (c >= 0xD800 && c <= 0xDFFF)) {
          throw new IllegalArgumentException(
              "the attribute "
                  + attribute
                  + " would hold the character "
                  + Integer.toHexString(c)
                  + ", which XML has no place for; rename what it names");
        }
        text.appendCodePoint(c);
      }
    }
  }

  private void closeTag() {
    if (inTag) {
      text.append(">\n");
      inTag = false;
    }
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("element " + open.peek() + " is still open");
    }
    return text.toString();
  }
}
