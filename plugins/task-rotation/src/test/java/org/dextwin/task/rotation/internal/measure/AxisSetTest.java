package org.dextwin.task.rotation.internal.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Vec3;
import org.junit.jupiter.api.Test;

class AxisSetTest {

  @Test
  void generalAxesFillTheGapsBetweenThePrincipalOnes() {
    List<Vec3> all = new ArrayList<>(AxisSet.PRINCIPAL.axes());
    all.addAll(AxisSet.GENERAL.axes());
    assertThat(all).hasSize(32);
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).norm()).isCloseTo(1, within(1e-12));
      for (int j = 0; j < i; j++) {
        double gap = Math.acos(all.get(i).dot(all.get(j)));
        // 32 points cannot all be more than 38 degrees apart
        assertThat(Math.toDegrees(gap)).as("gap of %d and %d", i, j).isGreaterThan(28);
      }
    }
  }

  @Test
  void axesAreTheSameEachTime() {
    for (AxisSet set : AxisSet.values()) {
      List<Vec3> again = set.axes();
      assertThat(again).isEqualTo(set.axes());
    }
  }
}
