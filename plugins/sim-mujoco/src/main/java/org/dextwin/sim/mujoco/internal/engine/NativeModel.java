package org.dextwin.sim.mujoco.internal.engine;

import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.dextwin.sim.mujoco.internal.layout.Layout;
import org.dextwin.sim.mujoco.internal.library.EngineCalls;
import org.dextwin.sim.mujoco.internal.library.EngineError;
import org.dextwin.sim.mujoco.internal.library.MujocoLibrary;
import org.dextwin.sim.mujoco.internal.library.NativeThread;
import org.dextwin.sim.mujoco.internal.library.StructView;
import org.jspecify.annotations.Nullable;

/**
 * A compiled model in native memory.
 *
 * <p><i>Thread safety</i>: confined, but any number of {@link NativeData} may be stepped at a time
 * while nobody writes to the model. <i>Lifecycle</i>: close all its data first.
 */
public final class NativeModel implements AutoCloseable {

  /** Types of joints, the same in all versions. */
  public static final int FREE = 0;

  /** A joint about three axes, with a quaternion in q. */
  public static final int BALL = 1;

  private static final int MESSAGE_BYTES = 2000;

  private final MujocoLibrary library;
  private final StructView struct;
  private volatile boolean lost;
  private boolean closed;

  private NativeModel(MujocoLibrary library, long address) {
    this.library = library;
    this.struct = new StructView(library.layout(), "mjModel", address);
  }

  /**
   * Compiles a model file.
   *
   * @param library the engine
   * @param file an MJCF file
   * @return the model; the caller closes it
   * @throws ModelRefusedException if MuJoCo does not take it
   */
  public static NativeModel load(MujocoLibrary library, Path file) throws ModelRefusedException {
    byte[] message = new byte[MESSAGE_BYTES];
    long address;
    try {
      address =
          NativeThread.call(
              () -> library.calls().mj_loadXML(file.toString(), 0, message, MESSAGE_BYTES));
    } catch (EngineError e) {
      throw new ModelRefusedException(e.text());
    }
    if (address == 0) {
      throw new ModelRefusedException(text(message));
    }
    return new NativeModel(library, address);
  }

  private static String text(byte[] message) {
    int length = 0;
    while (length < message.length && message[length] != 0) {
      length++;
    }
    return new String(message, 0, length, StandardCharsets.UTF_8).strip();
  }

  /**
   * Returns the engine.
   *
   * @return the library that made the model
   */
  public MujocoLibrary library() {
    return library;
  }

  EngineCalls calls() {
    return library.calls();
  }

  /**
   * Returns where fields are.
   *
   * @return the library's layout
   */
  public Layout layout() {
    return library.layout();
  }

  /**
   * Returns the struct itself.
   *
   * @return the {@code mjModel}
   */
  public StructView struct() {
    return struct;
  }

  long address() {
    return struct.address();
  }

  /**
   * Reads a count, such as {@code nq}.
   *
   * @param name its name in {@code mjModel}
   * @return the count
   */
  public int count(String name) {
    return struct.integer(name);
  }

  /**
   * Returns an array of numbers of the model.
   *
   * @param name its name in {@code mjModel}
   * @param length how many
   * @return a view of them
   */
  public DoubleBuffer numbers(String name, int length) {
    return struct.numbers(name, length);
  }

  /**
   * Returns an array of integers of the model.
   *
   * @param name its name in {@code mjModel}
   * @param length how many
   * @return a view of them
   */
  public IntBuffer integers(String name, int length) {
    return struct.integers(name, length);
  }

  /**
   * Finds a thing by name.
   *
   * @param kind its kind, such as {@code mjOBJ_BODY}
   * @param name its name
   * @return its index; -1 if there is none
   */
  public int find(String kind, String name) {
    return calls().mj_name2id(address(), layout().number(kind), name);
  }

  /**
   * Returns the name of a thing.
   *
   * @param kind its kind, such as {@code mjOBJ_BODY}
   * @param id its index
   * @return its name, or null if it has none
   */
  public @Nullable String name(String kind, int id) {
    return calls().mj_id2name(address(), layout().number(kind), id);
  }

  /**
   * Computes again what follows from masses, inertias and lengths.
   *
   * @param scratch data to work in; overwritten
   */
  public void recompute(NativeData scratch) {
    scratch.guarded(() -> calls().mj_setConst(address(), scratch.address()));
  }

  /** Leaves the memory to the thread that died over it. */
  void lose() {
    lost = true;
  }

  @Override
  public void close() {
    if (!closed && !lost) {
      NativeThread.run(() -> calls().mj_deleteModel(address()));
    }
    closed = true;
  }
}
