package org.dextwin.learning.network;

import java.util.List;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.kernels.DenseLayer;

/**
 * The shape of a network: dense layers and how they are joined. Its numbers are {@link Weights}, so
 * that one network serves many.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public interface Network {

  /**
   * Returns how many numbers a sample has.
   *
   * @return number of inputs
   */
  int inputs();

  /**
   * Returns how many numbers are computed per sample.
   *
   * @return number of outputs
   */
  int outputs();

  /**
   * Returns the layers in the order in which they compute; their numbers follow each other.
   *
   * @return the layers
   */
  List<DenseLayer> layers();

  /**
   * Returns how many samples are best computed at once: as many as keep a pass in the cache.
   *
   * @return at least 1
   */
  int chunk();

  /**
   * Opens room for passes.
   *
   * @param kernel does the arithmetic; the caller closes it
   * @param samples most samples per pass
   * @return a pass, for one thread at a time
   */
  Pass open(DenseKernel kernel, int samples);

  /**
   * Returns how many weights and biases there are, without padding.
   *
   * @return number of free parameters
   */
  default int parameters() {
    return layers().stream().mapToInt(layer -> (layer.inputs() + 1) * layer.outputs()).sum();
  }
}
