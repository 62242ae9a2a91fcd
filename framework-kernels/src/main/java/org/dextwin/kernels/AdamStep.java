package org.dextwin.kernels;

/**
 * One update of the Adam optimiser, with the numbers in the places where PyTorch has them:
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g
 * v = beta2 v + (1 - beta2) g^2
 * p = p - rate / (1 - beta1^t) * m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)
 * </pre>
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * <p><i>References</i>: Kingma and Ba, Adam: a method for stochastic optimization, ICLR 2015,
 * Algorithm 1.
 *
 * @param restOfMean 1 - beta1
 * @param decayOfSquare beta2
 * @param restOfSquare 1 - beta2; not 1 minus the rounded beta2
 * @param stepSize rate / (1 - beta1^t)
 * @param rootCorrection sqrt(1 - beta2^t)
 * @param epsilon keeps the divisor from zero
 */
public record AdamStep(
    float restOfMean,
    float decayOfSquare,
    float restOfSquare,
    float stepSize,
    float rootCorrection,
    float epsilon) {

  /**
   * Prepares an update.
   *
   * @param rate learning rate
   * @param beta1 decay of the mean of gradients
   * @param beta2 decay of the mean of squared gradients
   * @param epsilon keeps the divisor from zero
   * @param step number of the update, 1 for the first
   * @return the update
   */
  public static AdamStep of(double rate, double beta1, double beta2, double epsilon, long step) {
    double stepSize = rate / (1 - Math.pow(beta1, (double) step));
    double rootCorrection = Math.sqrt(1 - Math.pow(beta2, (double) step));
    return new AdamStep(
        (float) (1 - beta1),
        (float) beta2,
        (float) (1 - beta2),
        (float) stepSize,
        (float) rootCorrection,
        (float) epsilon);
  }

  /**
   * Updates numbers one by one.
   *
   * @param from first index
   * @param to index after the last
   * @param p parameters; updated
   * @param g gradient; not modified
   * @param m mean of gradients; updated
   * @param v mean of squared gradients; updated
   */
  public void apply(int from, int to, float[] p, float[] g, float[] m, float[] v) {
    for (int i = from; i < to; i++) {
      m[i] += restOfMean * (g[i] - m[i]);
      v[i] = decayOfSquare * v[i] + restOfSquare * g[i] * g[i];
      p[i] -= stepSize * m[i] / ((float) Math.sqrt(v[i]) / rootCorrection + epsilon);
    }
  }
}
