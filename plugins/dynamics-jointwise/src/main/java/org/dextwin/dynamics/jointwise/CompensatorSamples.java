package org.dextwin.dynamics.jointwise;

import org.dextwin.api.learning.Transitions;
import org.dextwin.learning.training.Normalisation;
import org.dextwin.learning.training.Samples;

/** Histories of all joints with the positions that followed, cut out of recordings on demand. */
final class CompensatorSamples {

  private static final int MEASURED = 5000;

  private final Transitions transitions;
  private final CompensatorShape shape;
  private final int[] episodes;
  private final int[] steps;

  CompensatorSamples(Transitions transitions, CompensatorShape shape) {
    this.transitions = transitions;
    this.shape = shape;
    int window = shape.spec().window();
    int size = Math.toIntExact(transitions.count(window));
    episodes = new int[size];
    steps = new int[size];
    int sample = 0;
    for (int e = 0; e < transitions.episodes().size(); e++) {
      for (int t = window - 1; t < transitions.episodes().get(e).steps(); t++) {
        episodes[sample] = e;
        steps[sample] = t;
        sample++;
      }
    }
  }

  private void history(int index, float[] out, int at) {
    transitions.history(episodes[index], steps[index], shape.spec().window(), out, at);
  }

  /** Measures what the network sees. */
  Normalisation scaling() {
    int rows = Math.min(MEASURED, steps.length);
    int inputs = shape.network().inputs();
    float[] coded = new float[rows * inputs];
    float[] history = new float[shape.spec().historySize()];
    for (int n = 0; n < rows; n++) {
      history((int) ((long) n * steps.length / rows), history, 0);
      shape.encode(history, 0, coded, n * inputs);
    }
    return switch (shape.kind()) {
      case ASAP -> GroupScaling.bounded(Normalisation.of(rows, inputs, coded));
      case UAN -> {
        // one network for all joints sees them at one scale
        int width = shape.code().size();
        yield repeated(
            GroupScaling.bounded(Normalisation.of(rows * shape.joints(), width, coded)),
            shape.joints());
      }
    };
  }

  private static Normalisation repeated(Normalisation one, int times) {
    int width = one.mean().length;
    float[] mean = new float[times * width];
    float[] scale = new float[times * width];
    for (int i = 0; i < times; i++) {
      System.arraycopy(one.mean(), 0, mean, i * width, width);
      System.arraycopy(one.scale(), 0, scale, i * width, width);
    }
    return new Normalisation(mean, scale);
  }

  /** Scales the samples for the network. */
  Samples scaled(Normalisation scaling) {
    return scaled(scaling, Straying.NONE);
  }

  /** Scales the samples for the network; positions have strayed. */
  Samples scaled(Normalisation scaling, Straying straying) {
    int n = shape.joints();
    int size = shape.spec().historySize();
    return new Samples() {
      @Override
      public int size() {
        return steps.length;
      }

      @Override
      public void read(int index, float[] inputs, int inputsAt, float[] targets, int targetsAt) {
        history(index, targets, targetsAt);
        straying.disturb(index, targets, targetsAt, shape.spec().window(), n);
        shape.encode(targets, targetsAt, inputs, inputsAt);
        scaling.apply(inputs, inputsAt);
        float[] positions = transitions.episodes().get(episodes[index]).positions();
        System.arraycopy(positions, (steps[index] + 1) * n, targets, targetsAt + size, n);
      }
    };
  }
}
