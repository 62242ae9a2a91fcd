package org.dextwin.experiments.dexndm;

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
 * A hand of two joints and a knob on a ratchet: the knob turns as far as the first joint rises, and
 * is dropped when the second joint strays.
 */
public final class RatchetTask implements ProprioceptiveTask {

  private static final Proprioception BODY =
      new Proprioception(
          new JointOrder("two", List.of("pull", "hold")),
          0.05,
          2,
          0,
          1.0 / 24,
          2,
          List.of(-1.0, -1.0),
          List.of(1.0, 1.0));
  private static final double STRAYS = 0.8;
  private static final int STEPS = 60;

  @Override
  public Proprioception proprioception() {
    return BODY;
  }

  @Override
  public PolicySpec spec() {
    return BODY.spec();
  }

  @Override
  public Environment open() {
    return new Knob();
  }

  @Override
  public List<Demonstration> demonstrations() {
    return List.of();
  }

  @Override
  public void close() {
    // holds nothing
  }

  private static final class Knob implements Environment {

    private float[] targets = new float[2];
    private float[] observation = new float[BODY.spec().observationSize()];
    private double angle;
    private int steps;

    @Override
    public float[] reset(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      targets = new float[] {(float) (0.02 * random.nextDouble()), 0};
      observation = new float[BODY.spec().observationSize()];
      for (int reading = 0; reading < BODY.window(); reading++) {
        write(reading);
      }
      angle = 0;
      steps = 0;
      return observation.clone();
    }

    private void write(int reading) {
      System.arraycopy(targets, 0, observation, BODY.positionAt(reading, 0), 2);
      System.arraycopy(targets, 0, observation, BODY.targetAt(reading, 0), 2);
    }

    @Override
    public StepOutcome step(float[] action) {
      float before = targets[0];
      BODY.advance(targets, action);
      double turned = Math.max(0, targets[0] - before);
      angle += turned;
      steps++;
      observation = Arrays.copyOfRange(observation, 4, 4 + observation.length);
      write(BODY.window() - 1);
      Map<String, Double> measures = new HashMap<>();
      measures.put(RotationMeasures.SPEED, turned / BODY.period());
      measures.put(RotationMeasures.ROT, angle);
      measures.put(RotationMeasures.ROTR, angle / BODY.period());
      measures.put(RotationMeasures.ROTP, 0.0);
      measures.put(RotationMeasures.SURVIVAL_ANGLE, angle);
      measures.put(RotationMeasures.TTF, (double) steps / STEPS);
      Optional<StepOutcome.Ending> ending =
          Math.abs(targets[1]) > STRAYS
              ? Optional.of(new StepOutcome.Ending(false, "dropped"))
              : steps == STEPS
                  ? Optional.of(new StepOutcome.Ending(true, "time"))
                  : Optional.empty();
      return new StepOutcome(observation.clone(), turned, ending, measures);
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
