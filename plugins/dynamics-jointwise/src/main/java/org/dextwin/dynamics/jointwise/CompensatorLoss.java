package org.dextwin.dynamics.jointwise;

import java.util.List;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.learning.training.Loss;

/**
 * How far the source world, its targets changed, goes from where the other world went: the mean of
 * k (q - f(q, a + delta))^2, with k = 1 for the hand and k_o for the object.
 */
final class CompensatorLoss implements Loss {

  private final CompensatorShape shape;
  private final FactorisedModel source;
  private final boolean[] isObject;
  private volatile double objectWeight = ObjectCurriculum.FIRST;

  CompensatorLoss(CompensatorShape shape, FactorisedModel source, List<String> objectJoints) {
    this.shape = shape;
    this.source = source;
    isObject = new boolean[shape.joints()];
    objectJoints.forEach(name -> isObject[shape.spec().joints().indexOf(name)] = true);
  }

  /** Sets the weight of the object in training; what is set aside is judged by the last one. */
  void begin(int epoch) {
    objectWeight = ObjectCurriculum.weight(epoch);
  }

  /** Numbers per sample: the history, and the positions after it. */
  int targets() {
    return shape.spec().historySize() + shape.joints();
  }

  @Override
  public double evaluate(
      float[] outputs, int at, float[] targets, int targetsAt, double scale, float[] gradient) {
    DynamicsSpec spec = shape.spec();
    int n = shape.joints();
    float[] history = new float[spec.historySize()];
    System.arraycopy(targets, targetsAt, history, 0, history.length);
    for (int j = 0; j < n; j++) {
      history[shape.lastTarget(j)] += shape.change(outputs[at + j]);
    }
    double unit = 1 / (shape.bound() * shape.bound() * n);
    double loss = 0;
    float[] cotangents = new float[n];
    float[] pulled = new float[0];
    synchronized (source) { // it serves one thread at a time
      float[] next = source.predict(history, 1);
      for (int j = 0; j < n; j++) {
        double weight = unit * weight(j, scale != 0);
        double difference = (double) next[j] - targets[targetsAt + history.length + j];
        loss += weight * difference * difference;
        cotangents[j] = (float) (2 * weight * difference);
      }
      if (scale != 0) {
        pulled = source.pullBack(history, cotangents, 1);
      }
    }
    for (int j = 0; scale != 0 && j < n; j++) {
      double derivative = pulled[shape.lastTarget(j)] * shape.slope(outputs[at + j]);
      gradient[at + j] = (float) (scale * derivative);
    }
    return loss;
  }

  private double weight(int joint, boolean training) {
    if (!isObject[joint]) {
      return 1;
    }
    return training ? objectWeight : ObjectCurriculum.LAST;
  }
}
