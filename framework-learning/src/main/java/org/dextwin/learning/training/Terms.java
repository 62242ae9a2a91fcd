package org.dextwin.learning.training;

/** Terms that losses are put together from. Each writes its part of the gradient. */
public final class Terms {

  private Terms() {}

  /**
   * Mean of squared differences.
   *
   * @param outputs outputs
   * @param at first output
   * @param targets targets
   * @param targetsAt first target
   * @param size how many
   * @param scale factor of the gradient
   * @param gradient derivatives times the factor; written from {@code at} on
   * @return sum (y - t)^2 / size
   */
  public static double meanSquare(
      float[] outputs,
      int at,
      float[] targets,
      int targetsAt,
      int size,
      double scale,
      float[] gradient) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double difference = (double) outputs[at + i] - targets[targetsAt + i];
      sum += difference * difference;
      gradient[at + i] = (float) (scale * 2 * difference / size);
    }
    return sum / size;
  }

  /**
   * Mean binary cross-entropy of logits: the outputs before their sigmoid, where it does not
   * overflow.
   *
   * @param logits outputs before the sigmoid
   * @param at first output
   * @param targets targets in [0, 1]
   * @param targetsAt first target
   * @param size how many
   * @param scale factor of the gradient
   * @param gradient derivatives with respect to the logits times the factor; written from {@code
   *     at} on
   * @return sum (log(1 + exp(z)) - t z) / size
   */
  public static double binaryCrossEntropy(
      float[] logits,
      int at,
      float[] targets,
      int targetsAt,
      int size,
      double scale,
      float[] gradient) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double z = logits[at + i];
      double t = targets[targetsAt + i];
      sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - t * z;
      gradient[at + i] = (float) (scale * (sigmoid(z) - t) / size);
    }
    return sum / size;
  }

  /**
   * Mean of squared differences of sigmoids.
   *
   * @param logits outputs before the sigmoid
   * @param at first output
   * @param targets targets in [0, 1]
   * @param targetsAt first target
   * @param size how many
   * @param scale factor of the gradient
   * @param gradient derivatives with respect to the logits times the factor; written from {@code
   *     at} on
   * @return sum (sigmoid(z) - t)^2 / size
   */
  public static double sigmoidMeanSquare(
      float[] logits,
      int at,
      float[] targets,
      int targetsAt,
      int size,
      double scale,
      float[] gradient) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double y = sigmoid(logits[at + i]);
      double difference = y - targets[targetsAt + i];
      sum += difference * difference;
      gradient[at + i] = (float) (scale * 2 * difference * y * (1 - y) / size);
    }
    return sum / size;
  }

  /**
   * The logistic function.
   *
   * @param z any number
   * @return 1 / (1 + exp(-z))
   */
  public static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
