/**
 * The arithmetic of small neural networks. {@link org.dextwin.kernels.VectorKernels} does it on the
 * Vector API where the JVM was started with {@code --add-modules jdk.incubator.vector}.
 */
@NullMarked
package org.dextwin.kernels;

import org.jspecify.annotations.NullMarked;
