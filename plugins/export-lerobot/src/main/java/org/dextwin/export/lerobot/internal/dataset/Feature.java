package org.dextwin.export.lerobot.internal.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.export.lerobot.internal.parquet.Column;
import org.dextwin.export.lerobot.internal.parquet.Type;

/**
 * A feature of a dataset, in LeRobot's terms.
 *
 * @param key its name, which is the column's
 * @param dtype type of its numbers
 * @param shape how many there are
 * @param names what they are called; empty if that goes without saying
 */
record Feature(String key, Dtype dtype, List<Integer> shape, List<String> names) {

  /** Members of the struct that stands for an image: the whole file, and a name for it. */
  private static final Type IMAGE =
      new Type.Struct(
          List.of(
              new Column("bytes", Type.Primitive.BYTES), new Column("path", Type.Primitive.TEXT)));

  enum Dtype {
    FLOAT32,
    INT64,
    IMAGE;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static Feature vector(String key, List<String> names) {
    return new Feature(key, Dtype.FLOAT32, List.of(names.size()), names);
  }

  static Feature scalar(String key, Dtype dtype) {
    return new Feature(key, dtype, List.of(1), List.of());
  }

  static Feature image(String key, int height, int width) {
    return new Feature(
        key, Dtype.IMAGE, List.of(height, width, 3), List.of("height", "width", "channels"));
  }

  /** LeRobot keeps features of one number as numbers, not as lists. */
  boolean isScalar() {
    return shape.equals(List.of(1));
  }

  Column column() {
    if (dtype == Dtype.IMAGE) {
      return new Column(key, IMAGE);
    }
    Type number = dtype == Dtype.INT64 ? Type.Primitive.INT64 : Type.Primitive.FLOAT;
    return new Column(key, isScalar() ? number : new Type.ListOf(number));
  }

  /** What {@code info.json} says of it. */
  Map<String, Object> info() {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("dtype", dtype.word());
    info.put("shape", shape);
    info.put("names", names.isEmpty() ? null : names);
    return info;
  }

  /** What the library {@code datasets}, on which LeRobot builds, calls it. */
  Map<String, Object> huggingFace() {
    if (dtype == Dtype.IMAGE) {
      return Map.of("_type", "Image");
    }
    Map<String, Object> number = new LinkedHashMap<>();
    number.put("dtype", dtype.word());
    number.put("_type", "Value");
    if (isScalar()) {
      return number;
    }
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("feature", number);
    list.put("length", shape.get(0));
    list.put("_type", "Sequence");
    return list;
  }
}
