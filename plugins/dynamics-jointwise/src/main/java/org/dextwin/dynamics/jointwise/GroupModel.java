package org.dextwin.dynamics.jointwise;

import java.util.List;
import org.dextwin.dynamics.jointwise.internal.coding.HistoryCode;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.network.Mlp;
import org.dextwin.learning.network.Pass;
import org.dextwin.learning.network.Weights;
import org.dextwin.learning.training.Normalisation;

/**
 * Predicts how far the joints of one group move in a step, from their own history: q_(t+1) = q_t +
 * f(h_t), DexNDM Section 3.3.
 */
final class GroupModel {

  private final List<Integer> group;
  private final HistoryCode code;
  private final GroupScaling scaling;
  private final Weights weights;
  private final Pass pass;
  private final int chunk;
  private final int joints;
  private final float[] rows;
  private final float[] inputs;
  private final float[] outputs;

  /**
   * Makes a model.
   *
   * @param shape what the whole model consists of
   * @param group joints of this one
   * @param scaling scales of inputs and outputs
   * @param weights weights, shared with whoever trains them
   * @param kernel does the arithmetic
   */
  GroupModel(
      DynamicsShape shape,
      List<Integer> group,
      GroupScaling scaling,
      Weights weights,
      DenseKernel kernel) {
    this.group = group;
    this.scaling = scaling;
    this.weights = weights;
    code = shape.code(group);
    joints = shape.spec().joints().size();
    Mlp network = shape.network(group);
    chunk = network.chunk();
    pass = network.open(kernel, chunk);
    rows = new float[code.size()];
    inputs = new float[chunk * code.size()];
    outputs = new float[chunk * group.size()];
  }

  GroupScaling scaling() {
    return scaling;
  }

  Weights weights() {
    return weights;
  }

  void save(Checkpoint.Builder file, String prefix) {
    scaling.save(file, prefix);
    file.weights(prefix, weights, weights.values());
  }

  static GroupModel read(
      Checkpoint file,
      String prefix,
      DynamicsShape shape,
      List<Integer> group,
      DenseKernel kernel) {
    Weights weights = new Weights(shape.network(group));
    weights.expand(file.weights(prefix, weights), weights.values());
    weights.changed();
    GroupScaling scaling = GroupScaling.read(file, prefix, shape.code(group));
    return new GroupModel(shape, group, scaling, weights, kernel);
  }

  /** Predicts the positions of this group's joints; writes no others. */
  void predict(float[] histories, int count, float[] next) {
    for (int begin = 0; begin < count; begin += chunk) {
      int part = Math.min(chunk, count - begin);
      forward(histories, begin, part);
      for (int n = 0; n < part; n++) {
        scaling.outputs().undo(outputs, n * group.size());
        int history = (begin + n) * code.window() * 2 * joints;
        for (int i = 0; i < group.size(); i++) {
          int joint = group.get(i);
          float last = histories[history + (code.window() - 1) * 2 * joints + joint];
          next[(begin + n) * joints + joint] = last + outputs[n * group.size() + i];
        }
      }
    }
  }

  private void forward(float[] histories, int begin, int part) {
    for (int n = 0; n < part; n++) {
      int history = (begin + n) * code.window() * 2 * joints;
      for (int k = 0; k < 2 * code.window(); k++) { // positions and targets in turn
        for (int i = 0; i < group.size(); i++) {
          rows[k * group.size() + i] = histories[history + k * joints + group.get(i)];
        }
      }
      code.encode(rows, 0, inputs, n * code.size());
      scaling.inputs().apply(inputs, n * code.size());
    }
    pass.forward(weights, inputs, part, outputs);
  }

  /** Pulls cotangents of this group's positions back to their histories; writes no others. */
  void pullBack(float[] histories, float[] cotangents, int count, float[] pulled) {
    Normalisation in = scaling.inputs();
    Normalisation out = scaling.outputs();
    for (int begin = 0; begin < count; begin += chunk) {
      int part = Math.min(chunk, count - begin);
      forward(histories, begin, part);
      for (int n = 0; n < part; n++) {
        for (int i = 0; i < group.size(); i++) {
          outputs[n * group.size() + i] =
              out.scale()[i] * cotangents[(begin + n) * joints + group.get(i)];
        }
      }
      pass.backwardToInputs(weights, outputs, inputs);
      for (int n = 0; n < part; n++) {
        int at = n * code.size();
        for (int i = 0; i < code.size(); i++) {
          inputs[at + i] /= in.scale()[i];
        }
        code.pullBack(inputs, at, rows, 0);
        int history = (begin + n) * code.window() * 2 * joints;
        for (int i = 0; i < group.size(); i++) {
          rows[code.last(i)] += cotangents[(begin + n) * joints + group.get(i)]; // q_t + f(h_t)
        }
        for (int k = 0; k < 2 * code.window(); k++) {
          for (int i = 0; i < group.size(); i++) {
            pulled[history + k * joints + group.get(i)] = rows[k * group.size() + i];
          }
        }
      }
    }
  }
}
