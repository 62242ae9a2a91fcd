package org.dextwin.learning.proprioception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.model.JointOrder;
import org.junit.jupiter.api.Test;

class ProprioceptionTest {

  private static final JointOrder JOINTS = new JointOrder("two", List.of("a", "b"));
  private static final Proprioception HAND =
      new Proprioception(JOINTS, 0.05, 3, 7, 0.04, 2, List.of(-1.0, 0.0), List.of(1.0, 0.5));

  @Test
  void specCountsHistoryAndContext() {
    assertThat(HAND.spec().observationSize()).isEqualTo(3 * 2 * 2 + 7);
    assertThat(HAND.spec().actionSize()).isEqualTo(2);
    assertThat(HAND.targetAt(2, 1)).isEqualTo(11);
  }

  @Test
  void targetsMoveByStridesWithinLimits() {
    float[] targets = {0.5f, 0.49f};
    HAND.advance(targets, new float[] {-0.5f, 7});
    assertThat(targets).containsExactly(0.48f, 0.5f);
    HAND.advance(targets, new float[] {-7, 0});
    assertThat(targets)
        .as("two strides down")
        .containsExactly(new float[] {0.4f, 0.5f}, Offset.offset(1e-6f));
  }

  @Test
  void actionLeadsFromTargetsToTargets() {
    float[] targets = {0.2f, 0.3f};
    float[] wanted = {0.21f, 0.28f};
    HAND.advance(targets, HAND.actionBetween(targets.clone(), wanted));
    assertThat(targets).containsExactly(wanted, Offset.offset(1e-6f));
    assertThat(HAND.actionBetween(new float[] {0, 0.3f}, new float[] {-9, 9}))
        .containsExactly(-1, 1);
    assertThat(HAND.correctedActionBetween(new float[] {0, 0.3f}, new float[] {-9, 9}))
        .containsExactly(-2, 2);
  }

  @Test
  void limitsMustFitTheJoints() {
    assertThatThrownBy(
            () -> new Proprioception(JOINTS, 0.05, 3, 7, 0.04, 2, List.of(-1.0), List.of(1.0)))
        .isInstanceOf(DimensionMismatchException.class);
    assertThatThrownBy(
            () ->
                new Proprioception(
                    JOINTS, 0.05, 3, 7, 0.04, 2, List.of(1.0, 0.0), List.of(1.0, 1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'a'");
  }
}
