package org.dextwin.api.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A row of named values: numbers, texts, truth values, nulls, and lists and items of these, in the
 * order in which they were put.
 *
 * <p><i>Thread safety</i>: immutable; each {@code with} returns a new item.
 */
public final class Item {

  /** The value of a cell that was not run. */
  public static final String NOT_RUN = "not-run";

  private static final Item EMPTY = new Item(new LinkedHashMap<>());

  private final Map<String, @Nullable Object> values;

  private Item(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  /**
   * Returns an item without values.
   *
   * @return the empty item
   */
  public static Item empty() {
    return EMPTY;
  }

  /**
   * Returns an item of plain values, as read from a JSON object.
   *
   * @param values numbers, texts, truth values, nulls, and lists and maps of these
   * @return the item
   * @throws IllegalArgumentException if a value is of another type
   */
  public static Item of(Map<String, ? extends @Nullable Object> values) {
    Item item = EMPTY;
    for (Map.Entry<String, ? extends @Nullable Object> entry : values.entrySet()) {
      item = item.with(entry.getKey(), entry.getValue());
    }
    return item;
  }

  /**
   * Returns this item with one more value.
   *
   * @param name name with unit, such as {@code mass_kg}
   * @param value a number (NaN and infinities become null), text, truth value, null, item, or a
   *     list or map of these
   * @return the extended item
   * @throws IllegalArgumentException if the value is of another type
   */
  public Item with(String name, @Nullable Object value) {
    Map<String, @Nullable Object> extended = new LinkedHashMap<>(values);
    extended.put(name, plain(name, value));
    return new Item(extended);
  }

  private static @Nullable Object plain(String name, @Nullable Object value) {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? (Object) number : null;
    }
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    if (value instanceof Item item) {
      return item.values();
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> plain = new ArrayList<>();
      list.forEach(element -> plain.add(plain(name, element)));
      return Collections.unmodifiableList(plain);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      map.forEach((key, element) -> plain.put(String.valueOf(key), plain(name, element)));
      return Collections.unmodifiableMap(plain);
    }
    throw new IllegalArgumentException(
        "value of '" + name + "' is a " + value.getClass().getName() + "; items hold plain values");
  }

  /**
   * Returns the values.
   *
   * @return an immutable map in the order in which they were put
   */
  public Map<String, @Nullable Object> values() {
    return Collections.unmodifiableMap(values);
  }

  /**
   * Returns a number.
   *
   * @param name its name
   * @return the number; empty if it is missing, null or no number
   */
  public OptionalDouble number(String name) {
    return values.get(name) instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  /**
   * Returns a text.
   *
   * @param name its name
   * @return the text
   * @throws IllegalArgumentException if it is missing or no text
   */
  public String text(String name) {
    if (values.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("item has no text '" + name + "'; it has " + values);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Item item && values.equals(item.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
