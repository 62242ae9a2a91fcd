package org.dextwin.dynamics.jointwise.internal.residual;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.dynamics.jointwise.SyntheticHand;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;

/** Moving a synthetic hand for some steps from a random position. */
record SpringTask(SyntheticHand hand, int steps) implements ProprioceptiveTask {

  private static final int WINDOW = 4;
  private static final int CONTEXT = 2;

  @Override
  public Proprioception proprioception() {
    return new Proprioception(
        hand.order(),
        SyntheticHand.PERIOD,
        WINDOW,
        CONTEXT,
        0.3,
        2,
        Collections.nCopies(hand.joints(), -2.0),
        Collections.nCopies(hand.joints(), 2.0));
  }

  @Override
  public PolicySpec spec() {
    return proprioception().spec();
  }

  @Override
  public List<Demonstration> demonstrations() {
    return List.of();
  }

  @Override
  public Environment open() {
    return new Motion();
  }

  @Override
  public void close() {
    // holds nothing
  }

  private final class Motion implements Environment {

    private final Proprioception body = proprioception();
    private final int n = hand.joints();
    private final float[] observation = new float[body.spec().observationSize()];
    private final float[] targets = new float[n];
    private final double[] position = new double[n];
    private final double[] before = new double[n];
    private int step;

    @Override
    public float[] reset(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      step = 0;
      for (int j = 0; j < n; j++) {
        position[j] = 0.2 * (random.nextDouble() - 0.5);
        before[j] = position[j];
        targets[j] = (float) position[j];
      }
      for (int k = 0; k < WINDOW; k++) {
        write(k);
      }
      return observation.clone();
    }

    private void write(int reading) {
      for (int j = 0; j < n; j++) {
        observation[body.positionAt(reading, j)] = (float) position[j];
        observation[body.targetAt(reading, j)] = targets[j];
      }
    }

    @Override
    public StepOutcome step(float[] action) {
      body.advance(targets, action);
      for (int j = 0; j < n; j++) {
        double next = hand.next(j, before[j], position[j], targets[j]);
        before[j] = position[j];
        position[j] = next;
      }
      System.arraycopy(observation, 2 * n, observation, 0, 2 * n * (WINDOW - 1));
      write(WINDOW - 1);
      step++;
      Optional<StepOutcome.Ending> ending =
          step < steps ? Optional.empty() : Optional.of(new StepOutcome.Ending(true, "time"));
      return new StepOutcome(Arrays.copyOf(observation, observation.length), 0, ending, Map.of());
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
