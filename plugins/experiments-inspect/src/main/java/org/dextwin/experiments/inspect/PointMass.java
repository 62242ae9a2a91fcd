package org.dextwin.experiments.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;

/**
 * The smallest task that is one: a mass of 1 kg on a line is to be pushed to the origin and stopped
 * there. Observed are its position [m] and velocity [m/s], acted is by a force [N]. A trainer that
 * does not learn this learns nothing.
 *
 * <p><i>Thread safety</i>: thread-safe; the environments it opens are confined.
 */
final class PointMass implements Task {

  private static final PolicySpec SPEC = new PolicySpec(2, 1, 1);
  private static final double PERIOD = 0.05; // [s]
  private static final double SLOW = 0.05; // [m/s]
  private static final int DEMONSTRATIONS = 100;

  private final PointMassConfig config;

  PointMass(PointMassConfig config) {
    this.config = config;
  }

  @Override
  public PolicySpec spec() {
    return SPEC;
  }

  /** What a critically damped spring of 1 N/m does. */
  @Override
  public List<Demonstration> demonstrations() {
    SplittableRandom random = new SplittableRandom(DEMONSTRATIONS);
    List<Demonstration> examples = new ArrayList<>();
    for (int i = 0; i < DEMONSTRATIONS; i++) {
      float x = (float) random.nextDouble(-1, 1);
      float v = (float) random.nextDouble(-1, 1);
      float force = Math.max(-1, Math.min(1, -x - 2 * v));
      examples.add(new Demonstration("spring " + i, new float[] {x, v}, new float[] {force}));
    }
    return examples;
  }

  @Override
  public Environment open() {
    return new World();
  }

  @Override
  public void close() {}

  private final class World implements Environment {

    private double x;
    private double v;
    private double time;
    private boolean underWay;

    @Override
    public float[] reset(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      x = random.nextDouble(-1, 1);
      v = random.nextDouble(-0.2, 0.2);
      time = 0;
      underWay = true;
      return observation();
    }

    private float[] observation() {
      return new float[] {(float) x, (float) v};
    }

    @Override
    public StepOutcome step(float[] action) {
      if (!underWay) {
        throw new IllegalStateException("no episode is under way; call reset first");
      }
      if (action.length != 1 || !Float.isFinite(action[0])) {
        throw new IllegalArgumentException("expected one finite number as the action");
      }
      v += PERIOD * Math.max(-1, Math.min(1, action[0]));
      x += PERIOD * v;
      time += PERIOD;
      Optional<StepOutcome.Ending> ending = ending();
      underWay = ending.isEmpty();
      return new StepOutcome(
          observation(), -PERIOD * Math.abs(x), ending, Map.of("distance_m", Math.abs(x)));
    }

    private Optional<StepOutcome.Ending> ending() {
      if (Math.abs(x) < config.toleranceM() && Math.abs(v) < SLOW) {
        return Optional.of(new StepOutcome.Ending(true, "stopped"));
      }
      return time < config.longestS()
          ? Optional.empty()
          : Optional.of(new StepOutcome.Ending(false, "time"));
    }

    @Override
    public void close() {}
  }
}
