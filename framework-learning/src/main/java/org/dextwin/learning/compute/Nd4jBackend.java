package org.dextwin.learning.compute;

import org.bytedeco.openblas.global.openblas;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Loads ND4J. Whoever uses ND4J directly calls {@link #load} before: loaded first from a thread
 * whose context loader does not see it, ND4J is of no use for the rest of the JVM's life.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class Nd4jBackend {

  private static boolean loaded;

  private Nd4jBackend() {}

  /**
   * Loads ND4J and its natives, once per JVM. Its loops run on one thread: threads are ours.
   *
   * @throws ComponentUnavailableException if there are no natives for this machine
   */
  public static synchronized void load() {
    if (loaded) {
      return;
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Nd4jBackend.class.getClassLoader());
    try {
      Nd4j.create(DataType.FLOAT, 1).close();
      NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
      openblas.blas_set_num_threads(1);
      loaded = true;
    } catch (RuntimeException | LinkageError e) {
      throw new ComponentUnavailableException(
          "ND4J has no natives for this machine: " + rootOf(e),
          "build with -Djavacpp.platform=PLATFORM, such as linux-arm64, or start the JVM with"
              + " --add-modules jdk.incubator.vector");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Throwable rootOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
