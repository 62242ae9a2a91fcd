package org.dextwin.learning.network;

/**
 * A way through a network and back, with room for the activations in between.
 *
 * <p><i>Thread safety</i>: confined.
 */
public interface Pass {

  /**
   * Computes outputs, and keeps what the way back needs.
   *
   * @param weights weights of this network; not modified
   * @param inputs row-major, shape (samples, inputs); not modified
   * @param samples number of samples
   * @param outputs overwritten, row-major, shape (samples, outputs)
   */
  void forward(Weights weights, float[] inputs, int samples, float[] outputs);

  /**
   * Goes back from the outputs of the last {@link #forward} to the parameters.
   *
   * @param weights the same weights; not modified
   * @param outputGradient derivatives of a loss with respect to the outputs, shape (samples,
   *     outputs); not modified
   * @param gradient derivatives with respect to the parameters; added to
   */
  void backward(Weights weights, float[] outputGradient, float[] gradient);

  /**
   * Goes back from the outputs of the last {@link #forward} to the inputs.
   *
   * @param weights the same weights; not modified
   * @param outputGradient derivatives of a loss with respect to the outputs, shape (samples,
   *     outputs); not modified
   * @param inputGradient derivatives with respect to the inputs, shape (samples, inputs);
   *     overwritten
   */
  void backwardToInputs(Weights weights, float[] outputGradient, float[] inputGradient);
}
