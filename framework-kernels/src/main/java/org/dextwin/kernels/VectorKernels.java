package org.dextwin.kernels;

/**
 * Opens the kernel on the Vector API.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class VectorKernels {

  private static final String MODULE = "jdk.incubator.vector";

  private VectorKernels() {}

  /**
   * Says whether this JVM has the Vector API.
   *
   * @return true if it was started with {@code --add-modules jdk.incubator.vector}
   */
  public static boolean areAvailable() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  /**
   * Opens a kernel.
   *
   * @return a kernel for one thread
   * @throws IllegalStateException if this JVM lacks the Vector API
   */
  public static DenseKernel open() {
    if (!areAvailable()) {
      throw new IllegalStateException("start the JVM with --add-modules " + MODULE);
    }
    return new VectorKernel();
  }
}
