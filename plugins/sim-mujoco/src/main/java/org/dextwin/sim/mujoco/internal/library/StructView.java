package org.dextwin.sim.mujoco.internal.library;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import org.dextwin.sim.mujoco.internal.layout.Field;
import org.dextwin.sim.mujoco.internal.layout.Layout;

/**
 * A struct of MuJoCo in native memory, read and written through a layout. Views do not keep the
 * memory alive: whoever frees it must forget them.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class StructView {

  private final Layout layout;
  private final String struct;
  private final long address;

  /**
   * Looks at a struct.
   *
   * @param layout the layout of the library it belongs to
   * @param struct its name, such as {@code mjData}
   * @param address where it is
   */
  public StructView(Layout layout, String struct, long address) {
    this.layout = layout;
    this.struct = struct;
    this.address = address;
  }

  /**
   * Returns where the struct is.
   *
   * @return the address
   */
  public long address() {
    return address;
  }

  /**
   * Returns the layout it is read by.
   *
   * @return the layout
   */
  public Layout layout() {
    return layout;
  }

  /**
   * Says whether this version has a field.
   *
   * @param field its name within the struct
   * @return true if it has
   */
  public boolean has(String field) {
    return layout.find(struct + "." + field).isPresent();
  }

  /**
   * Reads an integer, of four or eight bytes.
   *
   * @param field its name within the struct
   * @return the value
   */
  public int integer(String field) {
    Field place = place(field);
    long value =
        place.size() == Long.BYTES
            ? pointer().getLong(place.offset())
            : pointer().getInt(place.offset());
    return Math.toIntExact(value);
  }

  /**
   * Writes an integer, of four or eight bytes.
   *
   * @param field its name within the struct
   * @param value the value
   */
  public void setInteger(String field, int value) {
    Field place = place(field);
    if (place.size() == Long.BYTES) {
      pointer().setLong(place.offset(), value);
    } else {
      pointer().setInt(place.offset(), value);
    }
  }

  /**
   * Reads a number.
   *
   * @param field its name within the struct
   * @return the value
   */
  public double number(String field) {
    return pointer().getDouble(place(field).offset());
  }

  /**
   * Writes a number.
   *
   * @param field its name within the struct
   * @param value the value
   */
  public void setNumber(String field, double value) {
    pointer().setDouble(place(field).offset(), value);
  }

  /**
   * Returns the bytes of an inline field.
   *
   * @param field its name within the struct
   * @return a view of them
   */
  public ByteBuffer inline(String field) {
    Field place = place(field);
    return bytes(address + place.offset(), place.size());
  }

  /**
   * Returns numbers that are part of the struct.
   *
   * @param field its name within the struct
   * @return a view of them
   */
  public DoubleBuffer inlineNumbers(String field) {
    return inline(field).asDoubleBuffer();
  }

  /**
   * Reads where an array is.
   *
   * @param field its name within the struct
   * @return the address; 0 if the array is empty
   */
  public long arrayAddress(String field) {
    Field place = place(field);
    if (!place.pointer()) {
      throw new IllegalArgumentException(struct + "." + field + " is no pointer");
    }
    return pointer().getLong(place.offset());
  }

  /**
   * Returns an array of numbers that the struct points to.
   *
   * @param field its name within the struct
   * @param length how many
   * @return a view of them
   */
  public DoubleBuffer numbers(String field, int length) {
    return array(field, length, Double.BYTES).asDoubleBuffer();
  }

  /**
   * Returns an array of integers that the struct points to.
   *
   * @param field its name within the struct
   * @param length how many
   * @return a view of them
   */
  public IntBuffer integers(String field, int length) {
    return array(field, length, Integer.BYTES).asIntBuffer();
  }

  /**
   * Returns an array of bytes that the struct points to.
   *
   * @param field its name within the struct
   * @param length how many
   * @return a view of them
   */
  public ByteBuffer bytes(String field, int length) {
    return array(field, length, 1);
  }

  /**
   * Returns an element of an array of structs.
   *
   * @param field the array's name within this struct
   * @param elementStruct name of the struct of the elements
   * @param index which element
   * @return the element
   */
  public StructView element(String field, String elementStruct, int index) {
    long stride = place(field).size();
    return new StructView(layout, elementStruct, arrayAddress(field) + stride * index);
  }

  private ByteBuffer array(String field, int length, int size) {
    int declared = place(field).size();
    if (declared != size) {
      throw new IllegalStateException(
          struct + "." + field + " has elements of " + declared + " bytes, not of " + size);
    }
    return bytes(length == 0 ? 0 : arrayAddress(field), (long) length * size);
  }

  private static ByteBuffer bytes(long address, long length) {
    ByteBuffer bytes =
        length == 0 ? ByteBuffer.allocate(0) : new Pointer(address).getByteBuffer(0, length);
    return bytes.order(ByteOrder.nativeOrder());
  }

  private Field place(String field) {
    return layout.field(struct + "." + field);
  }

  private Pointer pointer() {
    return new Pointer(address);
  }
}
