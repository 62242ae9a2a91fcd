package org.dextwin.mechanics.array;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Arrays in a JSON file: an object of nested lists, or a list of such objects, one per frame, whose
 * arrays are put on top of each other. Nulls and frames that lack a name are NaN.
 */
final class JsonArrays implements ArrayFile {

  private static final int MAX_DEPTH = 12;
  private static final int MAX_FRAMES = 1_000_000;

  private final Map<String, NumberArray> arrays;

  private JsonArrays(Map<String, NumberArray> arrays) {
    this.arrays = arrays;
  }

  static JsonArrays read(Path file) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(100)
                    .maxStringLength(10_000)
                    .maxNameLength(1_000)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // as Python prints NaN
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = factory.createParser(in)) {
      return new JsonArrays(new Parser(file, json).parse());
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
      throw new InvalidInputException(
          file
              + line
              + ": "
              + e.getOriginalMessage()
              + "; expected JSON: an object of arrays, or a list of such objects",
          e);
    }
  }

  @Override
  public Set<String> names() {
    return arrays.keySet();
  }

  @Override
  public Optional<NumberArray> find(String name) {
    return Optional.ofNullable(arrays.get(name));
  }

  @Override
  public void close() {}

  /** Goes through one file. */
  private static final class Parser {

    private final Path file;
    private final JsonParser json;

    Parser(Path file, JsonParser json) {
      this.file = file;
      this.json = json;
    }

    Map<String, NumberArray> parse() throws IOException {
      Map<String, NumberArray> arrays =
          switch (next()) {
            case START_OBJECT -> object();
            case START_ARRAY -> frames();
            default -> throw problem("expected an object of arrays, or a list of such objects");
          };
      if (json.nextToken() != null) {
        throw problem("goes on after its end; remove the rest");
      }
      return arrays;
    }

    private JsonToken next() throws IOException {
      JsonToken token = json.nextToken();
      if (token == null) {
        throw problem("ends too early; write the file again");
      }
      return token;
    }

    /** Reads the names of an object; texts, truth values and nested objects are passed over. */
    private Map<String, NumberArray> object() throws IOException {
      Map<String, NumberArray> arrays = new TreeMap<>();
      while (next() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        switch (next()) {
          case START_OBJECT, VALUE_STRING -> json.skipChildren();
          case VALUE_TRUE -> arrays.put(name, single(name, 1));
          case VALUE_FALSE -> arrays.put(name, single(name, 0));
          case VALUE_NULL -> arrays.put(name, single(name, Double.NaN));
          case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> arrays.put(name, single(name, number()));
          case START_ARRAY -> array(name).ifPresent(array -> arrays.put(name, array));
          default -> throw problem("expected an array under '" + name + "'");
        }
      }
      return arrays;
    }

    private NumberArray single(String name, double value) {
      return new NumberArray(place(name), new int[0], new double[] {value});
    }

    private String place(String name) {
      return file + ": entry '" + name + "'";
    }

    private double number() throws IOException {
      return json.getDoubleValue();
    }

    /** Reads nested lists; a list of texts or objects is no array. */
    private Optional<NumberArray> array(String name) throws IOException {
      Nested nested = new Nested(name);
      boolean isNumeric = nested.list(0);
      return isNumeric ? Optional.of(nested.toArray()) : Optional.empty();
    }

    private Map<String, NumberArray> frames() throws IOException {
      Map<String, List<Optional<NumberArray>>> stacks = new TreeMap<>();
      int frame = 0;
      JsonToken token = next();
      while (token != JsonToken.END_ARRAY) {
        if (frame == MAX_FRAMES) {
          throw problem("has more than " + MAX_FRAMES + " frames; split it");
        }
        if (token != JsonToken.START_OBJECT && token != JsonToken.VALUE_NULL) {
          throw problem("frame " + frame + " is no object; expected one, or null for a gap");
        }
        if (token == JsonToken.START_OBJECT) {
          for (Map.Entry<String, NumberArray> entry : object().entrySet()) {
            List<Optional<NumberArray>> stack =
                stacks.computeIfAbsent(entry.getKey(), name -> new ArrayList<>());
            pad(stack, frame);
            stack.add(Optional.of(entry.getValue()));
          }
        }
        frame++;
        token = next();
      }
      Map<String, NumberArray> arrays = new TreeMap<>();
      for (Map.Entry<String, List<Optional<NumberArray>>> entry : stacks.entrySet()) {
        pad(entry.getValue(), frame);
        arrays.put(entry.getKey(), stacked(entry.getKey(), entry.getValue()));
      }
      return arrays;
    }

    private static void pad(List<Optional<NumberArray>> stack, int size) {
      while (stack.size() < size) {
        stack.add(Optional.empty());
      }
    }

    /** Puts frames on top of each other; one that is a single NaN is missing. */
    private NumberArray stacked(String name, List<Optional<NumberArray>> frames) {
      NumberArray model =
          frames.stream()
              .flatMap(Optional::stream)
              .filter(array -> !isMissing(array))
              .findFirst()
              .orElseGet(() -> single(name, Double.NaN));
      requireSize(name, (long) frames.size() * model.size());
      double[] values = new double[frames.size() * model.size()];
      for (int i = 0; i < frames.size(); i++) {
        Optional<NumberArray> frame = frames.get(i).filter(array -> !isMissing(array));
        if (frame.isPresent() && !frame.get().shape().equals(model.shape())) {
          throw new InvalidInputException(
              place(name)
                  + ": has the shape "
                  + frame.get().shape()
                  + " in frame "
                  + i
                  + " and "
                  + model.shape()
                  + " before; expected the same in all frames, or null");
        }
        for (int k = 0; k < model.size(); k++) {
          values[i * model.size() + k] = frame.isPresent() ? frame.get().get(k) : Double.NaN;
        }
      }
      int[] shape = new int[model.axes() + 1];
      shape[0] = frames.size();
      for (int axis = 0; axis < model.axes(); axis++) {
        shape[axis + 1] = model.length(axis);
      }
      return new NumberArray(place(name), shape, values);
    }

    private static boolean isMissing(NumberArray array) {
      return array.axes() == 0 && Double.isNaN(array.get(0));
    }

    private void requireSize(String name, long values) {
      if (values > MAX_VALUES) {
        throw new InvalidInputException(
            place(name) + ": has more than " + MAX_VALUES + " numbers; split the file");
      }
    }

    private InvalidInputException problem(String problem) {
      return new InvalidInputException(
          file + ":" + json.currentLocation().getLineNr() + ": " + problem);
    }

    /** Nested lists of one name, filled as they are met. */
    private final class Nested {

      private final String name;
      private final List<Integer> shape = new ArrayList<>();
      private double[] values = new double[64];
      private int count;

      /** Depth at which numbers stand. */
      private int deepest = -1;

      /** Lists that are null, by the place of their first number and their depth. */
      private final List<int[]> gaps = new ArrayList<>();

      Nested(String name) {
        this.name = name;
      }

      /** Reads a list that has been opened; returns false if it holds no numbers. */
      boolean list(int depth) throws IOException {
        int length = 0;
        boolean isNumeric = true;
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
          switch (token) {
            case START_ARRAY -> isNumeric &= list(depth + 1);
            case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> add(depth, number());
            case VALUE_TRUE -> add(depth, 1);
            case VALUE_FALSE -> add(depth, 0);
            case VALUE_NULL -> gaps.add(new int[] {count, depth});
            default -> {
              json.skipChildren();
              isNumeric = false;
            }
          }
          length++;
        }
        if (isNumeric) {
          setLength(depth, length);
        }
        return isNumeric;
      }

      private void add(int depth, double value) {
        if (deepest >= 0 && deepest != depth) {
          throw problem("'" + name + "' holds numbers and lists side by side; expected an array");
        }
        deepest = depth;
        if (count == values.length) {
          requireSize(name, count + 1L);
          values = Arrays.copyOf(values, Math.min(2 * count, MAX_VALUES));
        }
        values[count++] = value;
      }

      private void setLength(int depth, int length) {
        while (shape.size() <= depth) {
          shape.add(-1);
        }
        if (shape.get(depth) >= 0 && shape.get(depth) != length) {
          throw problem(
              "'"
                  + name
                  + "' has a list of "
                  + length
                  + " after one of "
                  + shape.get(depth)
                  + "; expected the same length, or null");
        }
        shape.set(depth, length);
      }

      /** Fills gaps with as many NaN as their place in the shape holds. */
      NumberArray toArray() {
        long size = 1;
        for (int length : shape) {
          size *= length;
          requireSize(name, size);
        }
        double[] filled = new double[(int) size];
        int from = 0;
        int to = 0;
        for (int[] gap : gaps) {
          int given = gap[0] - from;
          int missing = 1;
          for (int axis = gap[1] + 1; axis < shape.size(); axis++) {
            missing *= shape.get(axis);
          }
          requireFit(to + given + missing, filled.length);
          System.arraycopy(values, from, filled, to, given);
          Arrays.fill(filled, to + given, to + given + missing, Double.NaN);
          from += given;
          to += given + missing;
        }
        requireFit(to + count - from, filled.length);
        System.arraycopy(values, from, filled, to, count - from);
        if (to + count - from != filled.length) {
          throw problem("'" + name + "' is no array: its lists are not of one depth");
        }
        return new NumberArray(
            place(name), shape.stream().mapToInt(Integer::intValue).toArray(), filled);
      }

      private void requireFit(int end, int size) {
        if (end > size) {
          throw problem("'" + name + "' is no array: its lists are not of one depth");
        }
      }
    }
  }
}
