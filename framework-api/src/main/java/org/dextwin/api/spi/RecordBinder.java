package org.dextwin.api.spi;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Fills configuration records from settings, as their {@link Key} annotations say. It reads every
 * key before it gives up on one, so that all problems of a block are found together.
 */
final class RecordBinder {

  private RecordBinder() {}

  /**
   * Reads a block into a record.
   *
   * @throws IllegalArgumentException if a constructor refuses the values
   */
  static <R extends Record> R bind(Settings settings, Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new @Nullable Object[components.length];
    Attempts attempts = new Attempts();
    for (int i = 0; i < components.length; i++) {
      int place = i;
      RecordComponent component = components[i];
      types[i] = component.getType();
      if (isRoleOptions(component)) {
        values[i] = settings.options(component.getType().asSubclass(Record.class));
        continue;
      }
      Key rules = rulesOf(component);
      Value value = new Value(settings, KeyDoc.keyOf(component.getName()), rules);
      attempts.attempt(() -> values[place] = value.as(component.getGenericType()));
    }
    attempts.end();
    return construct(type, types, values);
  }

  /** A record without {@link Key} stands for what the role's own block holds. */
  static boolean isRoleOptions(RecordComponent component) {
    return component.getType().isRecord() && !component.isAnnotationPresent(Key.class);
  }

  static Key rulesOf(RecordComponent component) {
    Key rules = component.getAnnotation(Key.class);
    if (rules == null) {
      throw new IllegalStateException(
          "component '"
              + component.getName()
              + "' of "
              + component.getDeclaringRecord().getName()
              + " lacks @Key");
    }
    return rules;
  }

  private static <R extends Record> R construct(
      Class<R> type, Class<?>[] types, @Nullable Object[] values) {
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(
          "constructor of " + type.getName() + " failed: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " cannot be made: " + e, e);
    }
  }

  /** Keeps the first refusal while what stands behind it is read: it may be wrong as well. */
  private static final class Attempts {

    private @Nullable IllegalArgumentException first;

    void attempt(Runnable reading) {
      try {
        reading.run();
      } catch (IllegalArgumentException e) {
        first = first == null ? e : first;
      }
    }

    void end() {
      if (first != null) {
        throw first;
      }
    }
  }

  /** One key of a block together with its rules. */
  private record Value(Settings settings, String key, Key rules) {

    Object as(Type type) {
      Class<?> raw = KeyDoc.rawType(type);
      if (raw == Optional.class) {
        return settings.has(key) ? Optional.of(as(KeyDoc.argument(type, 0))) : Optional.empty();
      }
      boolean fallsBack = !settings.has(key) && !rules.byDefault().equals(Key.REQUIRED);
      return fallsBack
          ? new Value(Fallback.of(settings, key, rules.byDefault()), key, rules).read(raw, type)
          : read(raw, type);
    }

    private Object read(Class<?> raw, Type type) {
      if (raw == double.class || raw == Double.class) {
        return inRange(settings.number(key));
      } else if (raw == int.class || raw == Integer.class) {
        return intInRange(settings.integer(key));
      } else if (raw == long.class || raw == Long.class) {
        return longInRange(settings.integer(key));
      } else if (raw == boolean.class || raw == Boolean.class) {
        return settings.flag(key);
      } else if (raw == String.class) {
        return settings.text(key);
      } else if (raw.isEnum()) {
        return constant(raw);
      } else if (raw == Path.class) {
        return switch (rules.path()) {
          case FILE -> settings.file(key);
          case FOLDER -> settings.folder(key);
          case FILE_OR_FOLDER -> settings.fileOrFolder(key);
          case ANY -> settings.path(key);
        };
      } else if (raw == Vec3.class) {
        double[] v = vector(3, "[x, y, z]");
        return new Vec3(v[0], v[1], v[2]);
      } else if (raw == Quat.class) {
        return rotation(vector(4, "[w, x, y, z]"));
      } else if (raw == ComponentRef.class) {
        return settings.component(key, roleOf(KeyDoc.argument(type, 0)));
      } else if (raw.isRecord()) {
        return nested(settings.block(key), raw.asSubclass(Record.class));
      } else if (raw == List.class) {
        return list(KeyDoc.argument(type, 0));
      } else if (raw == Map.class) {
        return map((ParameterizedType) type);
      }
      throw new IllegalStateException(
          "key '" + key + "' of " + settings.path() + " has the unsupported type " + type);
    }

    private double inRange(double number) {
      boolean fits =
          number >= rules.atLeast()
              && number <= rules.atMost()
              && (number > rules.above() || rules.above() == Double.NEGATIVE_INFINITY)
              && (number < rules.below() || rules.below() == Double.POSITIVE_INFINITY);
      if (!fits) {
        settings.reject(
            key, "is " + KeyDoc.plain(number) + ", but must be " + KeyDoc.rangeOf(rules));
      }
      return number;
    }

    private long longInRange(long number) {
      inRange((double) number);
      return number;
    }

    private int intInRange(long number) {
      if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
        settings.reject(
            key,
            "is "
                + number
                + ", but must be between "
                + Integer.MIN_VALUE
                + " and "
                + Integer.MAX_VALUE);
        return 0;
      }
      inRange((double) number);
      return (int) number;
    }

    private Object constant(Class<?> type) {
      String text = settings.text(key);
      Object[] constants = type.getEnumConstants();
      for (Object constant : constants) {
        if (KeyDoc.constantOf((Enum<?>) constant).equals(text)) {
          return constant;
        }
      }
      settings.reject(
          key, "is \"" + text + "\", but must be one of " + String.join(", ", KeyDoc.words(type)));
      return constants[0];
    }

    private double[] vector(int size, String form) {
      List<Double> numbers = settings.numbers(key);
      if (numbers.size() != size) {
        if (settings.has(key)) {
          settings.reject(
              key, "has " + numbers.size() + " numbers, but must have " + size + ": " + form);
        }
        double[] unit = new double[size]; // zero vector, or rotation by zero
        unit[0] = size == 4 ? 1 : 0;
        return unit;
      }
      return numbers.stream().mapToDouble(this::inRange).toArray();
    }

    private Quat rotation(double[] q) {
      try {
        return new Quat(q[0], q[1], q[2], q[3]);
      } catch (IllegalArgumentException e) {
        settings.reject(key, String.valueOf(e.getMessage()));
        return Quat.IDENTITY;
      }
    }

    /**
     * A refused record has no stand-in: its problem is recorded here, and ends the outer record.
     */
    private <R extends Record> R nested(Settings block, Class<R> type) {
      try {
        return block.as(type);
      } catch (IllegalArgumentException e) {
        settings.reject(key, String.valueOf(e.getMessage()));
        throw e;
      }
    }

    private List<Object> list(Type element) {
      if (element == String.class) {
        return List.copyOf(settings.texts(key));
      }
      if (element == Double.class) {
        return List.copyOf(settings.numbers(key).stream().map(this::inRange).toList());
      }
      Settings elements = settings.elements(key);
      List<Object> values = new ArrayList<>();
      Attempts attempts = new Attempts();
      for (int i = 0; elements.has(String.valueOf(i)); i++) {
        Value value = new Value(elements, String.valueOf(i), rules);
        attempts.attempt(() -> values.add(value.as(element)));
      }
      attempts.end();
      return List.copyOf(values);
    }

    private Map<String, Object> map(ParameterizedType type) {
      if (type.getActualTypeArguments()[0] != String.class) {
        throw new IllegalStateException("key '" + key + "': keys of a Map must be String");
      }
      Settings block = settings.block(key);
      Map<String, Object> values = new LinkedHashMap<>();
      Attempts attempts = new Attempts();
      for (String name : block.keys()) {
        Value value = new Value(block, name, rules);
        attempts.attempt(() -> values.put(name, value.as(KeyDoc.argument(type, 1))));
      }
      attempts.end();
      return Collections.unmodifiableMap(values);
    }

    private Class<? extends Component> roleOf(Type type) {
      return KeyDoc.rawType(type).asSubclass(Component.class);
    }
  }
}
