package org.dextwin.sim.mujoco.internal.library;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;

/**
 * Binds classes of native methods to one library. Direct mapping binds a class once and for all;
 * this loader therefore defines a copy of the class of its own, so that several versions of MuJoCo
 * can be open in one JVM.
 */
final class CallBinding extends ClassLoader {

  private final NativeLibrary library;

  CallBinding(NativeLibrary library) {
    super(CallBinding.class.getClassLoader());
    this.library = library;
  }

  /**
   * Defines a copy of a class and binds its native methods.
   *
   * @throws UnsatisfiedLinkError if the library lacks one of the functions
   */
  <T> T bind(Class<? extends T> type, Class<T> seenAs) {
    byte[] code = codeOf(type);
    // the copy lies in a run-time package of its own, so it is made through reflection
    Class<?> copy = defineClass(type.getName(), code, 0, code.length, type.getProtectionDomain());
    Native.register(copy, library);
    try {
      Constructor<?> constructor = copy.getDeclaredConstructor();
      constructor.setAccessible(true);
      return seenAs.cast(constructor.newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made: " + e, e);
    }
  }

  private static byte[] codeOf(Class<?> type) {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      if (in == null) {
        throw new IllegalStateException("the code of " + type + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
