package org.dextwin.testkit.learning;

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
 * Going to a mark on a line: an observation is the place of the mark and one's own, an action is a
 * velocity.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class FakeTask implements Task {

  private static final PolicySpec SPEC = new PolicySpec(2, 1, 1);
  private static final double STRIDE = 0.3;
  private static final double NEAR = 0.1;
  private static final int LONGEST = 20;

  /** Makes a task. */
  public FakeTask() {}

  @Override
  public PolicySpec spec() {
    return SPEC;
  }

  @Override
  public Environment open() {
    return new Line();
  }

  @Override
  public List<Demonstration> demonstrations() {
    SplittableRandom random = new SplittableRandom(1);
    List<Demonstration> demonstrations = new ArrayList<>();
    for (int n = 0; n < 50; n++) {
      float mark = (float) (2 * random.nextDouble() - 1);
      float place = (float) (2 * random.nextDouble() - 1);
      float velocity = Math.max(-1, Math.min(1, mark - place));
      demonstrations.add(
          new Demonstration("line " + n, new float[] {mark, place}, new float[] {velocity}));
    }
    return demonstrations;
  }

  @Override
  public void close() {}

  private static final class Line implements Environment {

    private SplittableRandom random = new SplittableRandom(0);
    private double mark;
    private double place;
    private int steps;
    private boolean underWay;

    @Override
    public float[] reset(long seed) {
      random = new SplittableRandom(seed);
      mark = 2 * random.nextDouble() - 1;
      place = 2 * random.nextDouble() - 1;
      steps = 0;
      underWay = true;
      return observation();
    }

    private float[] observation() {
      return new float[] {(float) mark, (float) place};
    }

    @Override
    public StepOutcome step(float[] action) {
      if (!underWay) {
        throw new IllegalStateException("no episode is under way; call reset");
      }
      if (action.length != 1 || !Float.isFinite(action[0])) {
        throw new IllegalArgumentException("an action is one finite number");
      }
      place += STRIDE * Math.max(-1, Math.min(1, action[0])) + 0.02 * (random.nextDouble() - 0.5);
      steps++;
      double distance = Math.abs(mark - place);
      Optional<StepOutcome.Ending> ending = Optional.empty();
      if (distance < NEAR) {
        ending = Optional.of(new StepOutcome.Ending(true, "arrived"));
      } else if (steps == LONGEST) {
        ending = Optional.of(new StepOutcome.Ending(false, "time"));
      }
      underWay = ending.isEmpty();
      return new StepOutcome(observation(), -distance, ending, Map.of("distance_m", distance));
    }

    @Override
    public void close() {
      underWay = false;
    }
  }
}
