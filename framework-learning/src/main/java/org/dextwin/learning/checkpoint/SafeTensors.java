package org.dextwin.learning.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;
import org.dextwin.learning.checkpoint.Checkpoint.Tensor;

/**
 * Files of the safetensors format: the length of a header (8 bytes, little-endian), the header in
 * JSON, and the numbers of all tensors without gaps. The texts stand in the header's {@code
 * __metadata__}, with a checksum over texts and numbers.
 */
final class SafeTensors {

  /** No network here comes near: 1024 x 6 layers with optimiser state have 100 MB. */
  private static final long LARGEST_FILE = 1L << 30;

  /** That of the format's own library. */
  private static final long LARGEST_HEADER = 100_000_000;

  private static final String METADATA = "__metadata__";
  private static final String VERSION = "format-version";
  private static final String CHECKSUM = "sha256";
  private static final ObjectMapper JSON = new ObjectMapper();

  private SafeTensors() {}

  static void write(Path file, Map<String, String> texts, Map<String, Tensor> tensors) {
    Map<String, String> all = new TreeMap<>(texts);
    all.put(VERSION, Checkpoint.FORMAT);
    byte[] data = bytesOf(tensors);
    all.put(CHECKSUM, checksum(all, tensors, ByteBuffer.wrap(data)));
    ObjectNode header = JSON.createObjectNode();
    ObjectNode metadata = header.putObject(METADATA);
    all.forEach(metadata::put);
    long at = 0;
    for (var entry : tensors.entrySet()) {
      ObjectNode node = header.putObject(entry.getKey());
      node.put("dtype", "F32");
      var shape = node.putArray("shape");
      for (int extent : entry.getValue().shape()) {
        shape.add(extent);
      }
      long end = at + 4L * entry.getValue().values().length;
      node.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      byte[] text = JSON.writeValueAsBytes(header);
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        writeAll(
            channel,
            ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).flip());
        writeAll(channel, ByteBuffer.wrap(text));
        writeAll(channel, ByteBuffer.wrap(data));
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written: " + IoReason.of(e), e);
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static byte[] bytesOf(Map<String, Tensor> tensors) {
    long size = tensors.values().stream().mapToLong(tensor -> 4L * tensor.values().length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
    for (Tensor tensor : tensors.values()) {
      for (float value : tensor.values()) {
        bytes.putFloat(value);
      }
    }
    return bytes.array();
  }

  /** Over the texts and tensors in alphabetical order, names and shapes included. */
  private static String checksum(
      Map<String, String> texts, Map<String, Tensor> tensors, ByteBuffer data) {
    StringBuilder head = new StringBuilder();
    new TreeMap<>(texts)
        .forEach((name, text) -> head.append(name).append('\0').append(text).append('\0'));
    tensors.forEach(
        (name, tensor) -> {
          head.append(name);
          for (int extent : tensor.shape()) {
            head.append('\0').append(extent);
          }
          head.append('\0');
        });
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(head.toString().getBytes(StandardCharsets.UTF_8));
      digest.update(data);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  static Checkpoint read(Path file) {
    ByteBuffer bytes = bytesOf(file);
    if (bytes.remaining() < 8) {
      throw damaged(file, "is too short");
    }
    long length = bytes.getLong();
    if (length < 2 || length > Math.min(LARGEST_HEADER, bytes.remaining())) {
      throw damaged(file, "does not begin with the length of a header");
    }
    byte[] text = new byte[(int) length];
    bytes.get(text);
    JsonNode header = parse(file, text);
    Map<String, String> texts = textsOf(file, header.path(METADATA));
    String version = texts.getOrDefault(VERSION, "none");
    if (!version.equals(Checkpoint.FORMAT)) {
      throw new InvalidInputException(
          file
              + ": is in version "
              + version
              + " of the format, but this DexTwin reads version "
              + Checkpoint.FORMAT
              + "; train again, or use the DexTwin that wrote it");
    }
    ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    Map<String, Tensor> tensors = new TreeMap<>();
    header
        .properties()
        .forEach(
            field -> {
              if (!field.getKey().equals(METADATA)) {
                tensors.put(field.getKey(), tensorOf(file, field.getKey(), field.getValue(), data));
              }
            });
    String expected = texts.remove(CHECKSUM);
    if (!checksum(texts, tensors, data.duplicate()).equals(expected)) {
      throw damaged(file, "does not have the checksum that it names");
    }
    return new Checkpoint(file, texts, tensors);
  }

  private static ByteBuffer bytesOf(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() > LARGEST_FILE) {
        throw new InvalidInputException(
            file + ": has " + channel.size() + " bytes, more than a checkpoint can have");
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) channel.size()).order(ByteOrder.LITTLE_ENDIAN);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
      return bytes.flip();
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(file + ": there is no such checkpoint", e);
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read: " + IoReason.of(e), e);
    }
  }

  private static JsonNode parse(Path file, byte[] text) {
    try {
      JsonNode header = JSON.readTree(text);
      if (header != null && header.isObject()) {
        return header;
      }
    } catch (JsonProcessingException e) {
      throw damaged(file, "has a header that is no JSON (" + e.getOriginalMessage() + ")");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw damaged(file, "has a header that is no object");
  }

  private static Map<String, String> textsOf(Path file, JsonNode metadata) {
    Map<String, String> texts = new LinkedHashMap<>();
    metadata
        .properties()
        .forEach(
            field -> {
              if (!field.getValue().isTextual()) {
                throw damaged(file, "has '" + field.getKey() + "' that is no text");
              }
              texts.put(field.getKey(), field.getValue().textValue());
            });
    return texts;
  }

  private static Tensor tensorOf(Path file, String name, JsonNode node, ByteBuffer data) {
    JsonNode offsets = node.path("data_offsets");
    long begin = offsets.path(0).asLong(-1);
    long end = offsets.path(1).asLong(-1);
    long size = 1;
    int[] shape = new int[node.path("shape").size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = node.path("shape").path(i).asInt(-1);
      size = shape[i] < 0 || size < 0 || size > LARGEST_FILE ? -1 : size * shape[i];
    }
    if (!node.path("dtype").asText().equals("F32")
        || begin < 0
        || end > data.limit()
        || end - begin != 4 * size) {
      throw damaged(file, "has a tensor '" + name + "' that does not fit its numbers");
    }
    float[] values = new float[(int) size];
    data.duplicate()
        .order(ByteOrder.LITTLE_ENDIAN)
        .position((int) begin)
        .asFloatBuffer()
        .get(values);
    return new Tensor(shape, values);
  }

  private static InvalidInputException damaged(Path file, String how) {
    return new InvalidInputException(
        file + ": is no checkpoint or is damaged: it " + how + "; use a copy, or train again");
  }
}
