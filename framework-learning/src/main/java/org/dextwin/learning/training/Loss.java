package org.dextwin.learning.training;

/**
 * What a network is to make small: the mean over samples of a function of outputs and targets.
 *
 * <p><i>Thread safety</i>: immutable.
 */
@FunctionalInterface
public interface Loss {

  /**
   * Evaluates one sample.
   *
   * @param outputs outputs of samples
   * @param at first output of this sample
   * @param targets targets of samples
   * @param targetsAt first target of this sample
   * @param scale factor of the gradient
   * @param gradient the derivatives times the factor; written from {@code at} on
   * @return the loss of the sample
   */
  double evaluate(
      float[] outputs, int at, float[] targets, int targetsAt, double scale, float[] gradient);

  /**
   * Mean squared error, as PyTorch's MSELoss.
   *
   * @param size outputs per sample, as many as targets
   * @return the loss
   */
  static Loss meanSquare(int size) {
    return (outputs, at, targets, targetsAt, scale, gradient) ->
        Terms.meanSquare(outputs, at, targets, targetsAt, size, scale, gradient);
  }
}
