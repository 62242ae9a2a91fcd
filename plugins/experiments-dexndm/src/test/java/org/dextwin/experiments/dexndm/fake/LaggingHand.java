package org.dextwin.experiments.dexndm.fake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.model.JointOrder;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.rotation.RotationMeasures;

/**
 * A hand whose joints go part of the way to their targets in each step, and something on it that
 * turns as its first joint moves.
 *
 * @param lag part of the way
 * @param load what keeps the joints from their targets [rad]
 * @param steps steps of an episode
 */
public record LaggingHand(double lag, double load, int steps) implements ProprioceptiveTask {

  private static final JointOrder JOINTS = new JointOrder("fake", List.of("one", "two"));
  private static final Proprioception BODY =
      new Proprioception(JOINTS, 0.05, 3, 2, 0.2, 2, List.of(-1.0, -1.0), List.of(1.0, 1.0));

  @Override
  public Proprioception proprioception() {
    return BODY;
  }

  @Override
  public PolicySpec spec() {
    return BODY.spec();
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

    private final float[] seen = new float[BODY.spec().observationSize()];
    private final float[] targets = new float[JOINTS.size()];
    private final double[] q = new double[JOINTS.size()];
    private double turned;
    private int step;

    @Override
    public float[] reset(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      step = 0;
      turned = 0;
      for (int j = 0; j < q.length; j++) {
        q[j] = 0.1 * (random.nextDouble() - 0.5);
        targets[j] = (float) q[j];
      }
      for (int k = 0; k < BODY.window(); k++) {
        write(k);
      }
      return seen.clone();
    }

    private void write(int reading) {
      for (int j = 0; j < q.length; j++) {
        seen[BODY.positionAt(reading, j)] = (float) q[j];
        seen[BODY.targetAt(reading, j)] = targets[j];
      }
    }

    @Override
    public StepOutcome step(float[] action) {
      BODY.advance(targets, action);
      double before = q[0];
      for (int j = 0; j < q.length; j++) {
        q[j] += lag * (targets[j] - load - q[j]);
      }
      int reading = 2 * q.length;
      System.arraycopy(seen, reading, seen, 0, reading * (BODY.window() - 1));
      write(BODY.window() - 1);
      step++;
      turned += Math.abs(q[0] - before);
      Map<String, Double> measures = new HashMap<>();
      measures.put(RotationMeasures.TTF, (double) step / steps);
      measures.put(RotationMeasures.ROTR, turned / BODY.period());
      measures.put(RotationMeasures.ROTP, 0.1 + Math.abs(q[1]));
      measures.put(RotationMeasures.ROT, turned);
      Optional<StepOutcome.Ending> ending =
          step < steps ? Optional.empty() : Optional.of(new StepOutcome.Ending(true, "time"));
      return new StepOutcome(Arrays.copyOf(seen, seen.length), 0, ending, measures);
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
