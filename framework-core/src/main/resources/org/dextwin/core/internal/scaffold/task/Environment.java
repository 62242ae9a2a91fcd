package @package@;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.StepOutcome;

/**
 * A mass of 1 kg on a line without friction.
 *
 * <p><i>Thread safety</i>: confined to one thread.
 */
final class @Class@Environment implements Environment {

  private static final double PERIOD = 0.05; // [s]
  private static final double SLOW = 0.05; // [m/s]

  private final @Class@Config config;
  private double position;
  private double velocity;
  private double time;
  private boolean underWay;

  @Class@Environment(@Class@Config config) {
    this.config = config;
  }

  @Override
  public float[] reset(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    position = config.goalM() + random.nextDouble(-1, 1);
    velocity = random.nextDouble(-0.2, 0.2);
    time = 0;
    underWay = true;
    return observation();
  }

  private float[] observation() {
    return new float[] {(float) (config.goalM() - position), (float) velocity};
  }

  @Override
  public StepOutcome step(float[] action) {
    if (!underWay) {
      throw new IllegalStateException("no episode is under way; call reset first");
    }
    if (action.length != 1 || !Float.isFinite(action[0])) {
      throw new IllegalArgumentException("expected one finite number as the action");
    }
    double force = Math.max(-1, Math.min(1, action[0]));
    velocity += PERIOD * force;
    position += PERIOD * velocity;
    time += PERIOD;
    double distance = Math.abs(config.goalM() - position);
    Optional<StepOutcome.Ending> ending = ending(distance);
    underWay = ending.isEmpty();
    return new StepOutcome(
        observation(), -PERIOD * distance, ending, Map.of("distance_m", distance));
  }

  private Optional<StepOutcome.Ending> ending(double distance) {
    if (distance < config.toleranceM() && Math.abs(velocity) < SLOW) {
      return Optional.of(new StepOutcome.Ending(true, "stopped"));
    }
    return time < config.longestS()
        ? Optional.empty()
        : Optional.of(new StepOutcome.Ending(false, "time"));
  }

  @Override
  public void close() {}
}
