package @package@;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.Task;

/**
 * Observed are the distance to the goal [m] and the velocity [m/s]; the action is a force [N].
 *
 * <p><i>Thread safety</i>: thread-safe; the environments it opens are confined.
 */
final class @Class@Task implements Task {

  static final PolicySpec SPEC = new PolicySpec(2, 1, 1);

  private static final int DEMONSTRATIONS = 50;

  private final @Class@Config config;

  @Class@Task(@Class@Config config) {
    this.config = config;
  }

  @Override
  public PolicySpec spec() {
    return SPEC;
  }

  @Override
  public Environment open() {
    return new @Class@Environment(config);
  }

  /** What a critically damped spring would do. */
  @Override
  public List<Demonstration> demonstrations() {
    SplittableRandom random = new SplittableRandom(1);
    List<Demonstration> examples = new ArrayList<>();
    for (int i = 0; i < DEMONSTRATIONS; i++) {
      float distance = (float) random.nextDouble(-1, 1);
      float velocity = (float) random.nextDouble(-1, 1);
      float force = Math.max(-1, Math.min(1, distance - 2 * velocity));
      examples.add(
          new Demonstration(
              "spring " + i, new float[] {distance, velocity}, new float[] {force}));
    }
    return examples;
  }

  @Override
  public void close() {}
}
