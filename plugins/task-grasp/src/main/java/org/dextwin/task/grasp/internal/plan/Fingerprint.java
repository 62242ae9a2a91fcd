package org.dextwin.task.grasp.internal.plan;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.model.TriangleMesh;

/** A checksum over values, bit for bit: of records, lists and what they hold. */
final class Fingerprint {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** Adds a value. */
  Fingerprint add(Object value) {
    try {
      write(value);
      return this;
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("no fingerprint of " + value.getClass(), e);
    }
  }

  private void write(Object value) throws IOException, ReflectiveOperationException {
    if (value instanceof Double number) {
      out.writeLong(Double.doubleToRawLongBits(number));
    } else if (value instanceof Number || value instanceof Boolean || value instanceof String) {
      text(value.toString());
    } else if (value instanceof Enum<?> constant) {
      text(constant.name());
    } else if (value instanceof Optional<?> optional) {
      write(optional.<List<?>>map(List::of).orElse(List.of()));
    } else if (value instanceof List<?> list) {
      out.writeInt(list.size());
      for (Object element : list) {
        write(element);
      }
    } else if (value instanceof TriangleMesh mesh) {
      write(mesh.vertices());
      write(mesh.triangles());
    } else if (value instanceof double[] numbers) {
      out.writeInt(numbers.length);
      for (double number : numbers) {
        write(number);
      }
    } else if (value instanceof int[] numbers) {
      out.writeInt(numbers.length);
      for (int number : numbers) {
        out.writeInt(number);
      }
    } else if (value instanceof Record whole) {
      text(whole.getClass().getName());
      for (RecordComponent component : whole.getClass().getRecordComponents()) {
        write(component.getAccessor().invoke(whole));
      }
    } else {
      throw new IllegalArgumentException("no fingerprint of " + value.getClass());
    }
  }

  /** The length tells a text from what comes after it. */
  private void text(String text) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }

  /** Returns the checksum in hexadecimal digits. */
  @Override
  public String toString() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
