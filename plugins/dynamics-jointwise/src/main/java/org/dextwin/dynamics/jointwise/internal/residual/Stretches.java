package org.dextwin.dynamics.jointwise.internal.residual;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.learning.training.Normalisation;
import org.dextwin.learning.training.Samples;

/**
 * Rollouts of a base policy cut into stretches that overlap by half: where the joints were until
 * then, where the base policy put its targets all along, what else it saw, and where the joints
 * came in its own world, which is the target of learning.
 */
final class Stretches {

  private final ResidualShape shape;
  private final Layout layout;
  private final List<Rollout> rollouts;
  private final List<Start> starts = new ArrayList<>();

  /** Where a stretch begins. */
  private record Start(int rollout, int step) {}

  /**
   * Where the numbers of a stretch stand. There are {@code past} readings before its first step and
   * one after each step.
   *
   * @param past readings before the first step, the last of them right before it
   * @param steps steps
   * @param joints joints
   * @param context numbers of the context
   */
  record Layout(int past, int steps, int joints, int context) {

    int inputs() {
      return contexts() + steps * context;
    }

    /** Joint positions at the past readings, shape (past, joints). */
    int positions() {
      return 0;
    }

    /** Base policy's targets in force until each reading, shape (past + steps, joints). */
    int targets() {
      return past * joints;
    }

    /** Context of each step, shape (steps, context). */
    int contexts() {
      return targets() + (past + steps) * joints;
    }
  }

  /**
   * Cuts rollouts.
   *
   * @param shape what corrections are computed from
   * @param window steps that the dynamics see
   * @param steps steps of a stretch
   * @param rollouts the rollouts
   */
  Stretches(ResidualShape shape, int window, int steps, List<Rollout> rollouts) {
    this.shape = shape;
    this.rollouts = List.copyOf(rollouts);
    int past = Math.max(window, shape.body().window());
    layout = new Layout(past, steps, shape.joints(), shape.body().context());
    for (int r = 0; r < rollouts.size(); r++) {
      int last = rollouts.get(r).steps() - steps;
      for (int step = 0; step < last; step += (steps + 1) / 2) {
        starts.add(new Start(r, step));
      }
      if (last >= 0) {
        starts.add(new Start(r, last));
      }
    }
  }

  Layout layout() {
    return layout;
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
        int size = shape.body().spec().observationSize();
        shape.encode(
            rollout.observations(),
            t * size,
            rollout.targets(),
            t * shape.joints(),
            inputs,
            row * shape.inputs());
        row++;
      }
    }
    return Normalisation.of(rows, shape.inputs(), inputs);
  }

  /** The stretches in the order of {@link Layout}; targets are the positions after each step. */
  Samples samples() {
    return new Samples() {
      @Override
      public int size() {
        return starts.size();
      }

      @Override
      public void read(int index, float[] inputs, int inputsAt, float[] targets, int targetsAt) {
        Start start = starts.get(index);
        Rollout rollout = rollouts.get(start.rollout);
        int n = layout.joints();
        int first = start.step - layout.past() + 1; // what the first reading is called there
        for (int r = 0; r < layout.past(); r++) {
          rollout.copyPosition(first + r, inputs, inputsAt + layout.positions() + r * n);
        }
        for (int r = 0; r < layout.past() + layout.steps(); r++) {
          rollout.copyTarget(first + r - 1, inputs, inputsAt + layout.targets() + r * n);
        }
        for (int t = 0; t < layout.steps(); t++) {
          int to = inputsAt + layout.contexts() + t * layout.context();
          int from = (start.step + t) * shape.body().spec().observationSize();
          int context = from + shape.body().positionAt(shape.body().window(), 0);
          System.arraycopy(rollout.observations(), context, inputs, to, layout.context());
          rollout.copyPosition(start.step + t + 1, targets, targetsAt + t * n);
        }
      }
    };
  }
}
