package org.dextwin.testkit;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.KeyDoc;

/** What the {@link Key} annotations of a configuration record promise about its keys. */
record ConfigKeys(List<Declared> keys) {

  /** A key, its annotation and its documentation. */
  record Declared(Key rules, KeyDoc doc) {

    String name() {
      return doc.name();
    }

    /** A number just outside the declared range, if there is a range. */
    Optional<Double> outOfRange() {
      if (doc.range().isEmpty()) {
        return Optional.empty();
      }
      if (rules.above() != Double.NEGATIVE_INFINITY) {
        return Optional.of(rules.above());
      }
      if (rules.atLeast() != Double.NEGATIVE_INFINITY) {
        return Optional.of(rules.atLeast() - 1);
      }
      return Optional.of(
          rules.below() != Double.POSITIVE_INFINITY ? rules.below() : rules.atMost() + 1);
    }
  }

  /** Reads the annotations of a record; a record without them promises nothing. */
  static ConfigKeys of(Class<? extends Record> type) {
    List<RecordComponent> components = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.isAnnotationPresent(Key.class)) {
        components.add(component);
      } else if (!component.getType().isRecord()) { // else the options of the role
        return new ConfigKeys(List.of());
      }
    }
    List<KeyDoc> docs = KeyDoc.of(type);
    List<Declared> keys = new ArrayList<>();
    for (int i = 0; i < docs.size(); i++) {
      keys.add(new Declared(components.get(i).getAnnotation(Key.class), docs.get(i)));
    }
    return new ConfigKeys(List.copyOf(keys));
  }
}
