package org.dextwin.dynamics.jointwise.internal.residual;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.learning.training.Normalisation;
import org.dextwin.learning.training.Samples;

/**
 * Rollouts cut into stretches, each long enough for as many predictions as the model's window has
 * steps. Corrections are computed once per step, and every prediction sees those of its window.
 */
final class Stretches {

  private final ResidualShape shape;
  private final int window;
  private final List<Rollout> rollouts;
  private final List<Start> starts = new ArrayList<>();

  /** Where a stretch begins. */
  private record Start(int rollout, int step) {}

  Stretches(ResidualShape shape, DynamicsSpec spec, List<Rollout> rollouts) {
    this.shape = shape;
    this.window = spec.window();
    this.rollouts = List.copyOf(rollouts);
    for (int r = 0; r < rollouts.size(); r++) {
      // a stretch begins where its first history does; the last may overlap the one before
      int last = rollouts.get(r).steps() - steps(window);
      for (int step = 0; step < last; step += window) {
        starts.add(new Start(r, step));
      }
      if (last >= 0) {
        starts.add(new Start(r, last));
      }
    }
  }

  /** Steps of a stretch: a history, and one step more for each further prediction. */
  static int steps(int window) {
    return 2 * window - 1;
  }

  int size() {
    return starts.size();
  }

  /** The rollout of each stretch. */
  int rollout(int index) {
    return starts.get(index).rollout;
  }

  /** Measures what the network sees in all rollouts. */
  Normalisation scaling() {
    int rows = rollouts.stream().mapToInt(Rollout::steps).sum();
    float[] inputs = new float[rows * shape.inputs()];
    int row = 0;
    for (Rollout rollout : rollouts) {
      for (int t = 0; t < rollout.steps(); t++) {
        encode(rollout, t, inputs, row * shape.inputs());
        row++;
      }
    }
    return Normalisation.of(rows, shape.inputs(), inputs);
  }

  private void encode(Rollout rollout, int step, float[] inputs, int to) {
    int size = shape.body().spec().observationSize();
    shape.encode(
        rollout.observations(), step * size, rollout.targets(), step * shape.joints(), inputs, to);
  }

  /** Inputs of each step; then the positions of the stretch and after it, then its targets. */
  Samples scaled(Normalisation scaling) {
    int steps = steps(window);
    int n = shape.joints();
    return new Samples() {
      @Override
      public int size() {
        return starts.size();
      }

      @Override
      public void read(int index, float[] inputs, int inputsAt, float[] targets, int targetsAt) {
        Start start = starts.get(index);
        Rollout rollout = rollouts.get(start.rollout);
        for (int k = 0; k < steps; k++) {
          int at = inputsAt + k * shape.inputs();
          encode(rollout, start.step + k, inputs, at);
          scaling.apply(inputs, at);
        }
        int positions = (steps + 1) * n;
        System.arraycopy(rollout.positions(), start.step * n, targets, targetsAt, positions);
        System.arraycopy(
            rollout.targets(), start.step * n, targets, targetsAt + positions, steps * n);
      }
    };
  }
}
