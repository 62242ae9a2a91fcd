package org.dextwin.experiments.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.ProviderContract;
import org.junit.jupiter.api.Test;

class PointMassTest extends ProviderContract<Task, PointMassConfig> {

  @Override
  protected ComponentProvider<Task, PointMassConfig> provider() {
    return new PointMassProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Map.of("longest-s", 1.0);
  }

  @Test
  void theSameSeedGivesTheSameEpisode() {
    try (Environment one = create().open();
        Environment other = create().open()) {
      other.reset(1);
      other.step(new float[] {1});
      assertThat(one.reset(5)).isEqualTo(other.reset(5));
      for (int i = 0; i < 10; i++) {
        float[] action = {0.1f * i};
        assertThat(one.step(action).observation()).isEqualTo(other.step(action).observation());
      }
    }
  }

  @Test
  void endsInTimeAndThenAsksForAReset() {
    try (Environment world = create().open()) {
      world.reset(3);
      StepOutcome outcome = world.step(new float[] {1});
      for (int i = 0; outcome.ending().isEmpty(); i++) {
        assertThat(i).as("steps of 0.05 s in an episode of 1 s").isLessThan(21);
        outcome = world.step(new float[] {1});
      }
      assertThat(outcome.ending()).contains(new StepOutcome.Ending(false, "time"));
      assertThatThrownBy(() -> world.step(new float[] {1}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("call reset first");
    }
  }

  @Test
  void actionsAreClippedAndCheckedAsPromised() {
    try (Environment one = create().open();
        Environment other = create().open()) {
      one.reset(5);
      other.reset(5);
      assertThat(one.step(new float[] {7}).observation())
          .isEqualTo(other.step(new float[] {1}).observation());
      assertThatThrownBy(() -> one.step(new float[] {Float.NaN}))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void demonstrationsPushAgainstTheWayToTheGoal() {
    for (Demonstration example : create().demonstrations()) {
      float x = example.observation()[0];
      float v = example.observation()[1];
      assertThat(example.action()[0])
          .as("force of %s", example.source())
          .isEqualTo(Math.max(-1, Math.min(1, -x - 2 * v)));
    }
  }
}
