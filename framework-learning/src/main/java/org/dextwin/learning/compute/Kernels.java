package org.dextwin.learning.compute;

import org.dextwin.kernels.DenseKernel;
import org.dextwin.kernels.VectorKernels;

/**
 * The ways to compute dense layers. Both give the same results up to rounding.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public enum Kernels {
  /** Register-blocked kernels on the JDK's Vector API. */
  VECTOR,
  /** Matrix products of ND4J, on OpenBLAS; slower for small networks, works everywhere. */
  ND4J;

  /**
   * Returns the fastest way of this JVM.
   *
   * @return the Vector API if the JVM was started with it, otherwise ND4J
   */
  public static Kernels best() {
    return VECTOR.isAvailable() ? VECTOR : ND4J;
  }

  /**
   * Says whether this JVM has it; natives are not loaded to find out.
   *
   * @return true if {@link #open} can work
   */
  public boolean isAvailable() {
    return this == ND4J || VectorKernels.areAvailable();
  }

  /**
   * Opens a kernel. The first of ND4J loads its natives, which takes seconds.
   *
   * @return a kernel for one thread at a time; the caller closes it
   * @throws IllegalStateException if this JVM lacks it
   * @throws org.dextwin.api.spi.ComponentUnavailableException if ND4J has no natives for this
   *     machine
   */
  public DenseKernel open() {
    return switch (this) {
      case VECTOR -> VectorKernels.open();
      case ND4J -> new Nd4jKernel();
    };
  }
}
