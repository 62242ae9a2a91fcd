package org.dextwin.mechanics.xml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.spi.InvalidInputException;

/**
 * An element of an XML file: its attributes, its child elements, and where it stands. Text between
 * elements is not kept.
 *
 * <p><i>Thread safety</i>: immutable once it is read.
 */
public final class XmlElement {

  private static final int SHOWN = 40;

  private final Path file;
  private final int line;
  private final String name;
  private final Map<String, String> attributes;
  private final List<XmlElement> children = new ArrayList<>();

  XmlElement(Path file, int line, String name, Map<String, String> attributes) {
    this.file = file;
    this.line = line;
    this.name = name;
    this.attributes = attributes;
  }

  void add(XmlElement child) {
    children.add(child);
  }

  /**
   * Returns an element like this one with other children, for files that include others.
   *
   * @param others the children
   * @return the element
   */
  public XmlElement withChildren(List<XmlElement> others) {
    XmlElement copy = new XmlElement(file, line, name, attributes);
    copy.children.addAll(others);
    return copy;
  }

  /**
   * Returns the file.
   *
   * @return the file this element stands in
   */
  public Path file() {
    return file;
  }

  /**
   * Returns the line.
   *
   * @return the line on which the element's tag ends, from 1
   */
  public int line() {
    return line;
  }

  /**
   * Returns the tag.
   *
   * @return the name of the element
   */
  public String name() {
    return name;
  }

  /**
   * Returns the attributes.
   *
   * @return names and values, in the order of the file
   */
  public Map<String, String> attributes() {
    return Collections.unmodifiableMap(attributes);
  }

  /**
   * Returns the child elements.
   *
   * @return all of them, in order
   */
  public List<XmlElement> children() {
    return Collections.unmodifiableList(children);
  }

  /**
   * Returns the child elements of a name.
   *
   * @param tag the name
   * @return those of them, in order
   */
  public List<XmlElement> children(String tag) {
    return children.stream().filter(child -> child.name.equals(tag)).toList();
  }

  /**
   * Says whether an attribute is there.
   *
   * @param attribute its name
   * @return true if it is, even if empty
   */
  public boolean has(String attribute) {
    return attributes.containsKey(attribute);
  }

  /**
   * Returns an attribute.
   *
   * @param attribute its name
   * @return its value; empty if it is not there
   */
  public Optional<String> text(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /**
   * Returns an attribute that must be there.
   *
   * @param attribute its name
   * @return its value
   * @throws InvalidInputException if it is missing or empty
   */
  public String required(String attribute) {
    String value = attributes.get(attribute);
    if (value == null || value.isBlank()) {
      throw problem("found no " + attribute + "; expected one; add " + attribute + "=\"...\"");
    }
    return value;
  }

  /**
   * Returns a number.
   *
   * @param attribute name of its attribute
   * @return the number; empty if the attribute is not there
   * @throws InvalidInputException if it is no single finite number
   */
  public OptionalDouble number(String attribute) {
    double[] numbers = numbers(attribute, 1, 1);
    return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(numbers[0]);
  }

  /**
   * Returns a vector.
   *
   * @param attribute name of its attribute
   * @return the vector; empty if the attribute is not there
   * @throws InvalidInputException if it is not three finite numbers
   */
  public Optional<Vec3> vector(String attribute) {
    double[] numbers = numbers(attribute, 3, 3);
    return numbers.length == 0 ? Optional.empty() : Optional.of(Vec3.of(numbers, 0));
  }

  /**
   * Returns numbers, which white space separates.
   *
   * @param attribute name of their attribute
   * @param least smallest count
   * @param most largest count
   * @return the numbers; none if the attribute is not there
   * @throws InvalidInputException if the count is wrong or one is no finite number
   */
  public double[] numbers(String attribute, int least, int most) {
    String value = attributes.get(attribute);
    if (value == null) {
      return new double[0];
    }
    String[] words = value.isBlank() ? new String[0] : value.strip().split("\\s+", -1);
    if (words.length < least || words.length > most) {
      throw problem(
          attribute
              + " is "
              + quoted(value)
              + ", "
              + words.length
              + " numbers; expected "
              + (least == most
                  ? least
                  : least
                      + (most < Integer.MAX_VALUE ? " to " + most : "")
                      + (most < Integer.MAX_VALUE ? "" : " or more")));
    }
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = number(attribute, words[i]);
    }
    return numbers;
  }

  private double number(String attribute, String word) {
    double value;
    try {
      value = Double.parseDouble(word);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    char last = word.charAt(word.length() - 1);
    boolean decimal = (Character.isDigit(last) || last == '.') && word.indexOf('x') < 0;
    if (!Double.isFinite(value) || !decimal || word.indexOf('X') >= 0) {
      throw problem(attribute + " holds " + quoted(word) + "; expected a finite number");
    }
    return value;
  }

  /**
   * Describes what is wrong with this element.
   *
   * @param message found, expected, remedy
   * @return an exception whose message names file, line and element
   */
  public InvalidInputException problem(String message) {
    return new InvalidInputException(file + ":" + line + ": <" + name + ">: " + message);
  }

  /**
   * Quotes a value for a message.
   *
   * @param value any text
   * @return the text in quotation marks, cut if long, without control characters
   */
  public static String quoted(String value) {
    String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
    return "'" + shown.replaceAll("\\p{Cntrl}", " ") + "'";
  }

  @Override
  public String toString() {
    return "<" + name + "> in " + file + ":" + line;
  }
}
