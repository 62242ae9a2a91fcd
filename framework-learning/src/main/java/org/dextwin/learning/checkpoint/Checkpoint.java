package org.dextwin.learning.checkpoint;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.network.Weights;

/**
 * Texts and tensors by name, in a file of the safetensors format: numbers that are read without
 * executing anything, by other programs as well. A checksum over everything tells a damaged file.
 *
 * <p><i>Thread safety</i>: immutable; do not write to the arrays.
 */
public final class Checkpoint {

  /** Version of what stands in the file; a reader refuses others. */
  static final String FORMAT = "1";

  private static final String KIND = "kind";

  private final Path file;
  private final Map<String, String> texts;
  private final Map<String, Tensor> tensors;

  /**
   * Numbers with a shape, row-major.
   *
   * @param shape extents
   * @param values the numbers
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Tensor(int[] shape, float[] values) {

    Tensor {
      long size = 1;
      for (int extent : shape) {
        size *= extent;
      }
      if (size != values.length) {
        throw new IllegalArgumentException("a tensor's shape does not fit its numbers");
      }
    }
  }

  Checkpoint(Path file, Map<String, String> texts, Map<String, Tensor> tensors) {
    this.file = file;
    this.texts = Map.copyOf(texts);
    this.tensors = Map.copyOf(tensors);
  }

  /**
   * Starts a checkpoint.
   *
   * @param kind what is checkpointed, such as the name of a trainer
   * @return an empty checkpoint
   */
  public static Builder of(String kind) {
    return new Builder().text(KIND, kind);
  }

  /**
   * Reads a checkpoint.
   *
   * @param file the file
   * @param kind what has to be checkpointed in it
   * @return the checkpoint
   * @throws InvalidInputException if the file cannot be read, is damaged, too large, of another
   *     version or kind
   */
  public static Checkpoint read(Path file, String kind) {
    Checkpoint checkpoint = SafeTensors.read(file);
    String found = checkpoint.text(KIND);
    if (!found.equals(kind)) {
      throw new InvalidInputException(
          file + ": is a checkpoint of '" + found + "', but one of '" + kind + "' is needed");
    }
    return checkpoint;
  }

  /**
   * Says what is checkpointed in a file.
   *
   * @param file the file
   * @return the kind
   * @throws InvalidInputException if the file cannot be read, is damaged, too large or of another
   *     version
   */
  public static String kind(Path file) {
    return SafeTensors.read(file).text(KIND);
  }

  /**
   * Returns a text.
   *
   * @param name its name
   * @return the text
   * @throws InvalidInputException if it is missing
   */
  public String text(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new InvalidInputException(
          file + ": lacks '" + name + "', so it was made by another trainer; train again");
    }
    return text;
  }

  /**
   * Says whether there is a text.
   *
   * @param name its name
   * @return true if there is
   */
  public boolean has(String name) {
    return texts.containsKey(name);
  }

  /**
   * Returns a text that must be as expected.
   *
   * @param name its name
   * @param expected what it must be
   * @param remedy what to do if it is not
   * @throws InvalidInputException if it is missing or different
   */
  public void require(String name, String expected, String remedy) {
    String found = text(name);
    if (!found.equals(expected)) {
      throw new InvalidInputException(
          file + ": " + name + " is " + found + ", but must be " + expected + "; " + remedy);
    }
  }

  /**
   * Returns a whole number.
   *
   * @param name name of its text
   * @return the number
   * @throws InvalidInputException if it is missing or none
   */
  public long integer(String name) {
    String text = text(name);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          file + ": " + name + " is '" + text + "', not a whole number", e);
    }
  }

  /**
   * Returns a number, exactly as it was.
   *
   * @param name name of its text
   * @return the number
   * @throws InvalidInputException if it is missing or none
   */
  public double number(String name) {
    String text = text(name);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(file + ": " + name + " is '" + text + "', not a number", e);
    }
  }

  /**
   * Returns numbers.
   *
   * @param name their name
   * @param length how many there must be
   * @return the numbers; do not write to them
   * @throws InvalidInputException if they are missing or of another length
   */
  public float[] numbers(String name, int length) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new InvalidInputException(
          file + ": lacks the numbers '" + name + "', so it was made for another configuration");
    }
    if (tensor.values.length != length) {
      throw new InvalidInputException(
          file
              + ": '"
              + name
              + "' has "
              + tensor.values.length
              + " numbers, but the configuration needs "
              + length
              + "; use the configuration of the training, or train again");
    }
    return tensor.values;
  }

  /**
   * Returns the numbers of each layer of a network.
   *
   * @param prefix put before the names of {@link Weights#compact}
   * @param weights weights of the network
   * @return numbers by name, of the right lengths
   * @throws InvalidInputException if the file was made for another network
   */
  public Map<String, float[]> weights(String prefix, Weights weights) {
    Map<String, float[]> found = new LinkedHashMap<>();
    weights
        .compact(weights.values())
        .forEach((name, values) -> found.put(name, numbers(prefix + name, values.length)));
    return found;
  }

  /** A checkpoint that is being put together. */
  public static final class Builder {

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, Tensor> tensors = new TreeMap<>();

    private Builder() {}

    /**
     * Adds a text.
     *
     * @param name its name
     * @param text the text
     * @return this builder
     */
    public Builder text(String name, String text) {
      texts.put(name, text);
      return this;
    }

    /**
     * Adds a list of numbers.
     *
     * @param name their name
     * @param values the numbers; copied
     * @return this builder
     */
    public Builder numbers(String name, float[] values) {
      tensors.put(name, new Tensor(new int[] {values.length}, values.clone()));
      return this;
    }

    /**
     * Adds the numbers of each layer of a network.
     *
     * @param prefix put before the names
     * @param weights weights of the network
     * @param values numbers in their layout: the weights themselves, or moments of them
     * @return this builder
     */
    public Builder weights(String prefix, Weights weights, float[] values) {
      Map<String, float[]> compact = weights.compact(values);
      compact.forEach(
          (name, numbers) -> {
            boolean isMatrix = name.endsWith(".weight");
            float[] bias = compact.getOrDefault(name.replace(".weight", ".bias"), numbers);
            int[] shape =
                isMatrix
                    ? new int[] {numbers.length / bias.length, bias.length}
                    : new int[] {numbers.length};
            tensors.put(prefix + name, new Tensor(shape, numbers));
          });
      return this;
    }

    /**
     * Writes the file: as a whole or not at all.
     *
     * @param file where to; replaced if it exists
     * @throws java.io.UncheckedIOException if writing fails
     */
    public void write(Path file) {
      SafeTensors.write(file, texts, tensors);
    }
  }
}
