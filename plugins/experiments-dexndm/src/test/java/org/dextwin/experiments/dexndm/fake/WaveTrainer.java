package org.dextwin.experiments.dexndm.fake;

import java.nio.file.Path;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.learning.TrainingRun;

/** Has policies that wave, whatever they are trained for. */
public final class WaveTrainer implements PolicyTrainer {

  @Override
  public Policy train(Task task, TrainingRun run) {
    return new Wave(task.spec());
  }

  @Override
  public Policy load(Path checkpoint, PolicySpec spec) {
    return new Wave(spec);
  }

  @Override
  public void close() {
    // holds nothing
  }

  private static final class Wave implements Policy {

    private final PolicySpec spec;
    private long phase;
    private int step;

    Wave(PolicySpec spec) {
      this.spec = spec;
    }

    @Override
    public PolicySpec spec() {
      return spec;
    }

    @Override
    public void reset(long seed) {
      phase = seed % 100;
      step = 0;
    }

    @Override
    public float[] act(float[] observation) {
      float[] action = new float[spec.actionSize()];
      step++;
      for (int j = 0; j < action.length; j++) {
        action[j] = (float) (0.5 * Math.cos(0.4 * step + j + phase));
      }
      return action;
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
