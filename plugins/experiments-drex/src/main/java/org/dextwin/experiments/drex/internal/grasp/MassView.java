package org.dextwin.experiments.drex.internal.grasp;

import java.util.List;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;

/**
 * Changes what a policy is told of an object's mass, which is the last number of what it sees. All
 * else stays, the object's mass in the world above all.
 *
 * @param massKg the mass that is told [kg]
 */
record MassView(float massKg) {

  /** What stands for an unknown mass. */
  static final MassView HIDDEN = new MassView(0);

  private float[] seen(float[] observation) {
    float[] seen = observation.clone();
    seen[seen.length - 1] = massKg;
    return seen;
  }

  /** Returns a policy that is told this mass; it closes the other one. */
  Policy of(Policy policy) {
    return new Policy() {
      @Override
      public PolicySpec spec() {
        return policy.spec();
      }

      @Override
      public void reset(long seed) {
        policy.reset(seed);
      }

      @Override
      public float[] act(float[] observation) {
        return policy.act(seen(observation));
      }

      @Override
      public void close() {
        policy.close();
      }
    };
  }

  /** Returns a task in which every policy is told this mass. */
  Task of(Task task) {
    return new Task() {
      @Override
      public PolicySpec spec() {
        return task.spec();
      }

      @Override
      public Environment open() {
        Environment environment = task.open();
        return new Environment() {
          @Override
          public float[] reset(long seed) {
            return seen(environment.reset(seed));
          }

          @Override
          public StepOutcome step(float[] action) {
            StepOutcome outcome = environment.step(action);
            return new StepOutcome(
                seen(outcome.observation()),
                outcome.reward(),
                outcome.ending(),
                outcome.measures());
          }

          @Override
          public void close() {
            environment.close();
          }
        };
      }

      @Override
      public List<Demonstration> demonstrations() {
        return task.demonstrations().stream()
            .map(it -> new Demonstration(it.source(), seen(it.observation()), it.action()))
            .toList();
      }

      @Override
      public void close() {
        // the task belongs to the assembly
      }
    };
  }
}
