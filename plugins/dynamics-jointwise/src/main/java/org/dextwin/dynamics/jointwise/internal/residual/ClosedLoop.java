package org.dextwin.dynamics.jointwise.internal.residual;

import java.util.List;
import org.dextwin.api.learning.DifferentiableDynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.kernels.DenseLayer;
import org.dextwin.learning.network.Network;
import org.dextwin.learning.network.Pass;
import org.dextwin.learning.network.ResidualMlp;
import org.dextwin.learning.network.Weights;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.training.Normalisation;

/**
 * Corrections and the dynamics of the other world in a loop: what the network answers moves the
 * targets, the dynamics move the joints, and the network sees where they are. The way back goes
 * through all of it, so that corrections are learnt for what they themselves bring about. The
 * dynamics stay as they are; the weights are those of the network alone.
 *
 * <p>A sample is a {@link Stretches stretch} of what the base policy did. Its outputs are the joint
 * positions after each step, q_(t+1) = f({q_j, s_j}), then the corrections of each step, both of
 * shape (steps, joints) [rad]. The targets s_t follow a_t + a_res_t as far as an action can move
 * them.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * <p><i>References</i>: Liu et al., DexNDM, 2025, Section 3.3; there each prediction begins with
 * what was recorded, here with what was predicted.
 */
final class ClosedLoop implements Network {

  private final ResidualShape shape;
  private final ResidualMlp network;
  private final Stretches.Layout layout;
  private final Normalisation scaling;
  private final DifferentiableDynamicsModel model;
  private final DynamicsSpec spec;
  private final Proprioception body;
  private final int joints;

  ClosedLoop(
      ResidualShape shape,
      Stretches.Layout layout,
      Normalisation scaling,
      DifferentiableDynamicsModel model) {
    this.shape = shape;
    this.network = shape.network();
    this.layout = layout;
    this.scaling = scaling;
    this.model = model;
    spec = model.spec();
    body = shape.body();
    joints = shape.joints();
  }

  @Override
  public int inputs() {
    return layout.inputs();
  }

  @Override
  public int outputs() {
    return 2 * layout.steps() * joints;
  }

  @Override
  public List<DenseLayer> layers() {
    return network.layers();
  }

  @Override
  public int chunk() {
    return network.chunk();
  }

  @Override
  public Pass open(DenseKernel kernel, int samples) {
    return new Loop(kernel, samples);
  }

  /**
   * How far a target went: all the way, as far as an action moves it, or to the limit of the joint.
   */
  private enum Reach {
    WANTED,
    ACTION,
    LIMIT
  }

  private final class Loop implements Pass {

    private final int rows = layout.past() + layout.steps();
    private final Pass[] passes = new Pass[layout.steps()];

    /** Of each step what the dynamics saw, shape (samples, window, 2, joints). */
    private final float[][] histories = new float[layout.steps()][];

    /** Of each step what the network answered, shape (samples, joints). */
    private final float[][] answers = new float[layout.steps()][];

    /** Of each sample the joint positions at each reading, shape (rows, joints). */
    private final float[][] positions;

    /** Of each sample the targets in force until each reading, shape (rows, joints). */
    private final float[][] sent;

    /** Of each sample how far targets went. */
    private final Reach[][] reached;

    private final float[] observation = new float[body.spec().observationSize()];
    private final float[] seen;
    private final float[] seenGradient;
    private final float[] answerGradient;
    private int samples;

    Loop(DenseKernel kernel, int capacity) {
      for (int t = 0; t < passes.length; t++) {
        passes[t] = network.open(kernel, capacity);
        histories[t] = new float[capacity * spec.historySize()];
        answers[t] = new float[capacity * joints];
      }
      positions = new float[capacity][rows * joints];
      sent = new float[capacity][rows * joints];
      reached = new Reach[capacity][rows * joints];
      seen = new float[capacity * network.inputs()];
      seenGradient = new float[capacity * network.inputs()];
      answerGradient = new float[capacity * joints];
    }

    @Override
    public void forward(Weights weights, float[] inputs, int count, float[] outputs) {
      samples = count;
      int past = layout.past() * joints;
      for (int i = 0; i < count; i++) {
        int at = i * inputs();
        System.arraycopy(inputs, at + layout.positions(), positions[i], 0, past);
        System.arraycopy(inputs, at + layout.targets(), sent[i], 0, past);
      }
      for (int t = 0; t < passes.length; t++) {
        int reading = layout.past() + t;
        for (int i = 0; i < count; i++) {
          see(inputs, i * inputs(), i, t);
        }
        passes[t].forward(weights, seen, count, answers[t]);
        for (int i = 0; i < count; i++) {
          move(inputs, i * inputs() + layout.targets(), i, t, outputs);
          remember(i, t);
        }
        float[] next = predict(t);
        for (int i = 0; i < count; i++) {
          stop(next, i);
          System.arraycopy(next, i * joints, positions[i], reading * joints, joints);
          System.arraycopy(next, i * joints, outputs, i * outputs() + t * joints, joints);
        }
      }
    }

    /** Where the joints are, what the base policy's own targets were, and what they will be. */
    private void see(float[] inputs, int at, int i, int t) {
      int first = layout.past() + t - body.window();
      int own = at + layout.targets();
      for (int k = 0; k < body.window(); k++) {
        int from = (first + k) * joints;
        System.arraycopy(positions[i], from, observation, body.positionAt(k, 0), joints);
        System.arraycopy(inputs, own + from, observation, body.targetAt(k, 0), joints);
      }
      int context = body.context();
      int to = body.positionAt(body.window(), 0);
      System.arraycopy(inputs, at + layout.contexts() + t * context, observation, to, context);
      int next = own + (layout.past() + t) * joints;
      shape.encode(observation, 0, inputs, next, seen, i * network.inputs());
      scaling.apply(seen, i * network.inputs());
    }

    /** Moves the targets to a + a_res as far as an action can, {@link Proprioception}. */
    private void move(float[] inputs, int own, int i, int t, float[] outputs) {
      int now = (layout.past() + t) * joints;
      int corrections = i * outputs() + (layout.steps() + t) * joints;
      double farthest = body.bound() * body.stride();
      for (int j = 0; j < joints; j++) {
        float correction = shape.correction(answers[t][i * joints + j]);
        outputs[corrections + j] = correction;
        float wanted = inputs[own + now + j] + correction;
        double before = sent[i][now - joints + j];
        double inLimits = Math.max(body.lower().get(j), Math.min(body.upper().get(j), wanted));
        double moved = Math.max(before - farthest, Math.min(before + farthest, inLimits));
        sent[i][now + j] = (float) moved;
        reached[i][now + j] =
            moved != inLimits ? Reach.ACTION : inLimits != wanted ? Reach.LIMIT : Reach.WANTED;
      }
    }

    private void remember(int i, int t) {
      for (int k = 0; k < spec.window(); k++) {
        int reading = (layout.past() + t - spec.window() + k) * joints;
        int to = i * spec.historySize() + spec.positionAt(k, 0);
        System.arraycopy(positions[i], reading, histories[t], to, joints);
        // in force from this reading until the next
        System.arraycopy(sent[i], reading + joints, histories[t], to + joints, joints);
      }
    }

    /** Joints stop at their limits; what a model predicts from beyond is worth nothing. */
    private void stop(float[] next, int i) {
      for (int j = 0; j < joints; j++) {
        double low = body.lower().get(j);
        double high = body.upper().get(j);
        next[i * joints + j] = (float) Math.max(low, Math.min(high, next[i * joints + j]));
      }
    }

    private float[] predict(int t) {
      synchronized (model) { // it serves one thread at a time
        return model.predict(histories[t], samples);
      }
    }

    @Override
    public void backward(Weights weights, float[] outputGradient, float[] gradient) {
      float[][] byPosition = new float[samples][rows * joints];
      float[][] bySent = new float[samples][rows * joints];
      float[] cotangents = new float[samples * joints];
      for (int t = passes.length - 1; t >= 0; t--) {
        int now = (layout.past() + t) * joints;
        for (int i = 0; i < samples; i++) {
          for (int j = 0; j < joints; j++) {
            float q = positions[i][now + j];
            boolean stopped =
                q <= body.lower().get(j).floatValue() || q >= body.upper().get(j).floatValue();
            cotangents[i * joints + j] =
                stopped
                    ? 0
                    : byPosition[i][now + j] + outputGradient[i * outputs() + t * joints + j];
          }
        }
        float[] pulled;
        synchronized (model) {
          pulled = model.pullBack(histories[t], cotangents, samples);
        }
        for (int i = 0; i < samples; i++) {
          recall(pulled, i, t, byPosition[i], bySent[i]);
          int corrections = i * outputs() + (layout.steps() + t) * joints;
          for (int j = 0; j < joints; j++) {
            Reach reach = reached[i][now + j];
            if (reach == Reach.ACTION) { // as far as an action moves it
              bySent[i][now - joints + j] += bySent[i][now + j];
            }
            float through = reach == Reach.WANTED ? bySent[i][now + j] : 0;
            int answer = i * joints + j;
            answerGradient[answer] =
                (float)
                    ((through + outputGradient[corrections + j]) * shape.slope(answers[t][answer]));
          }
        }
        passes[t].backward(weights, answerGradient, gradient);
        passes[t].backwardToInputs(weights, answerGradient, seenGradient);
        for (int i = 0; i < samples; i++) {
          unsee(i, t, byPosition[i]);
        }
      }
    }

    /** The way back from {@link #remember}. */
    private void recall(float[] pulled, int i, int t, float[] byPosition, float[] bySent) {
      for (int k = 0; k < spec.window(); k++) {
        int reading = (layout.past() + t - spec.window() + k) * joints;
        int from = i * spec.historySize() + spec.positionAt(k, 0);
        for (int j = 0; j < joints; j++) {
          byPosition[reading + j] += pulled[from + j];
          bySent[reading + joints + j] += pulled[from + joints + j];
        }
      }
    }

    /** The way back from {@link #see}. */
    private void unsee(int i, int t, float[] byPosition) {
      int size = shape.code().size();
      for (int k = 0; k < size; k++) {
        seenGradient[i * network.inputs() + k] /= scaling.scale()[k];
      }
      shape.code().pullBack(seenGradient, i * network.inputs(), observation, 0);
      int first = layout.past() + t - body.window();
      for (int k = 0; k < body.window(); k++) {
        for (int j = 0; j < joints; j++) {
          byPosition[(first + k) * joints + j] += observation[body.positionAt(k, j)];
        }
      }
    }

    @Override
    public void backwardToInputs(Weights weights, float[] outputGradient, float[] inputGradient) {
      throw new UnsupportedOperationException("stretches are recordings, which stay as they are");
    }
  }
}
