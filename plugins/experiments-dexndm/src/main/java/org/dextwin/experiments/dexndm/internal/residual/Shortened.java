package org.dextwin.experiments.dexndm.internal.residual;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;

/**
 * A task whose episodes end after some steps, for trying things out.
 *
 * <p><i>Thread safety</i>: as the task.
 *
 * @param task the task
 * @param steps most steps of an episode
 */
public record Shortened(ProprioceptiveTask task, int steps) implements ProprioceptiveTask {

  @Override
  public Proprioception proprioception() {
    return task.proprioception();
  }

  @Override
  public PolicySpec spec() {
    return task.spec();
  }

  @Override
  public List<Demonstration> demonstrations() {
    return task.demonstrations();
  }

  @Override
  public Environment open() {
    Environment whole = task.open();
    return new Environment() {

      private int step;

      @Override
      public float[] reset(long seed) {
        step = 0;
        return whole.reset(seed);
      }

      @Override
      public StepOutcome step(float[] action) {
        StepOutcome outcome = whole.step(action);
        step++;
        return outcome.ending().isPresent() || step < steps
            ? outcome
            : new StepOutcome(
                outcome.observation(),
                outcome.reward(),
                Optional.of(new StepOutcome.Ending(true, "time")),
                outcome.measures());
      }

      @Override
      public void close() {
        whole.close();
      }
    };
  }

  @Override
  public void close() {
    // the task belongs to the assembly
  }
}
