package org.dextwin.mechanics.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The header of a PLY file.
 *
 * @param encoding how the values are written
 * @param elements what the file holds, in its order
 * @param dataOffset offset of the first value's byte
 * @param dataLine line of the first value
 */
record PlyHeader(Encoding encoding, List<Element> elements, int dataOffset, int dataLine) {

  /** How values are written. */
  enum Encoding {
    ASCII,
    BINARY_LITTLE_ENDIAN,
    BINARY_BIG_ENDIAN
  }

  /** Types of values; each has two names. */
  enum Type {
    INT8("char", 1),
    UINT8("uchar", 1),
    INT16("short", 2),
    UINT16("ushort", 2),
    INT32("int", 4),
    UINT32("uint", 4),
    FLOAT32("float", 4),
    FLOAT64("double", 8);

    private final String otherName;
    private final int bytes;

    Type(String otherName, int bytes) {
      this.otherName = otherName;
      this.bytes = bytes;
    }

    int bytes() {
      return bytes;
    }
  }

  /**
   * One value, or one list of values, of every row.
   *
   * @param name its name
   * @param countType type of the list's length; null for a single value
   * @param type type of the value or values
   */
  record Property(String name, @Nullable Type countType, Type type) {

    /** Returns the least number of bytes in a binary file. */
    int leastBytes() {
      return countType == null ? type.bytes() : countType.bytes();
    }
  }

  /**
   * A table.
   *
   * @param name its name, such as vertex
   * @param count number of rows
   * @param properties its columns
   */
  record Element(String name, int count, List<Property> properties) {

    int leastRowBytes() {
      return properties.stream().mapToInt(Property::leastBytes).sum();
    }
  }

  static PlyHeader parse(MeshSource source) {
    TextScanner text = new TextScanner(source, 0, 1);
    text.nextLine(); // "ply", as the caller has seen
    Encoding encoding = null;
    List<Element> elements = new ArrayList<>();
    List<Property> properties = new ArrayList<>();
    while (text.nextLine()) {
      String keyword = text.word();
      switch (keyword) {
        case "comment", "obj_info", "" -> {}
        case "format" -> encoding = encoding(text);
        case "element" -> {
          properties = new ArrayList<>();
          elements.add(new Element(text.word(), count(text), properties));
        }
        case "property" -> {
          if (elements.isEmpty()) {
            throw text.problem("found a property before any element; export the mesh anew");
          }
          properties.add(property(text));
        }
        case "end_header" -> {
          if (encoding == null) {
            throw text.problem("the header names no format; expected ascii or binary");
          }
          return new PlyHeader(encoding, elements, text.nextOffset(), text.line() + 1);
        }
        default ->
            throw text.problem(
                "found "
                    + TextScanner.quoted(keyword)
                    + " in the header; expected format, element, property, comment or end_header");
      }
    }
    throw text.problem("the file ends within the header; expected end_header; it may be cut off");
  }

  private static Encoding encoding(TextScanner text) {
    String name = text.word();
    return switch (name) {
      case "ascii" -> Encoding.ASCII;
      case "binary_little_endian" -> Encoding.BINARY_LITTLE_ENDIAN;
      case "binary_big_endian" -> Encoding.BINARY_BIG_ENDIAN;
      default ->
          throw text.problem(
              "found the format "
                  + TextScanner.quoted(name)
                  + "; expected ascii, binary_little_endian or binary_big_endian");
    };
  }

  private static int count(TextScanner text) {
    String word = text.word();
    try {
      int count = Integer.parseInt(word);
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // reported below like a negative number
    }
    throw text.problem(
        "found the count " + TextScanner.quoted(word) + "; expected 0 to " + Integer.MAX_VALUE);
  }

  private static Property property(TextScanner text) {
    String word = text.word();
    if (word.equals("list")) {
      Type countType = type(text, text.word());
      Type type = type(text, text.word());
      return new Property(text.word(), countType, type);
    }
    Type type = type(text, word);
    return new Property(text.word(), null, type);
  }

  private static Type type(TextScanner text, String name) {
    for (Type type : Type.values()) {
      if (name.equals(type.otherName) || name.equals(type.name().toLowerCase(Locale.ROOT))) {
        return type;
      }
    }
    throw text.problem(
        "found the type "
            + TextScanner.quoted(name)
            + "; expected char, uchar, short, ushort, int, uint, float, double, or int8 to float64");
  }
}
