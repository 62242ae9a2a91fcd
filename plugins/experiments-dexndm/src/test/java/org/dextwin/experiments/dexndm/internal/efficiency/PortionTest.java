package org.dextwin.experiments.dexndm.internal.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.learning.Transitions.Episode;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.Test;

/** Portions have the steps that are asked for, in the order of the recording. */
class PortionTest {

  private static final Transitions ALL =
      new Transitions(
          new JointOrder("one", List.of("joint")),
          0.05,
          List.of(episode("a", 3), episode("b", 2), episode("c", 4)));

  private static Episode episode(String name, int steps) {
    float[] positions = new float[steps + 1];
    for (int i = 0; i <= steps; i++) {
      positions[i] = i;
    }
    return new Episode(name, steps, positions, new float[steps]);
  }

  @Test
  void theLastEpisodeIsCutOff() {
    List<Episode> taken = Portion.of(ALL, 0, 4).episodes();
    assertThat(taken).extracting(Episode::source).containsExactly("a", "b");
    assertThat(taken.get(1).steps()).isEqualTo(1);
    assertThat(taken.get(1).positions()).containsExactly(0, 1);
    assertThat(taken.get(1).targets()).hasSize(1);
  }

  @Test
  void theFirstFollowsTheLast() {
    assertThat(Portion.of(ALL, 2, 9).episodes())
        .extracting(Episode::source)
        .containsExactly("c", "a", "b");
  }

  @Test
  void tooShortARecordingIsRefused() {
    assertThatThrownBy(() -> Portion.of(ALL, 0, 10))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("9")
        .hasMessageContaining("10");
  }
}
