package org.dextwin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The tasks are those that can be solved. */
class ArmAndHandTest {

  @Test
  void almostAllTasksAreSolved() {
    try (ArmAndHand parts = new ArmAndHand()) {
      List<Solved> rows = parts.measure(50);
      assertThat(rows).hasSize(4);
      for (Solved row : rows) {
        assertThat(row.solved()).as(row.kind()).isGreaterThanOrEqualTo(row.tasks() * 9 / 10);
        assertThat(row.residual()).as(row.kind()).isLessThan(1e-4);
      }
      assertThat(Solved.table(rows)).contains("Panda, pose of the flange");
    }
  }
}
