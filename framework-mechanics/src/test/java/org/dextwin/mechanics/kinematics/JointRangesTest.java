package org.dextwin.mechanics.kinematics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.junit.jupiter.api.Test;

class JointRangesTest {

  private static final double NONE = Double.POSITIVE_INFINITY;

  /** One joint within limits, one with an upper limit alone, one that turns on and on. */
  private final JointRanges ranges =
      new JointRanges(
          new RobotModel(
              "robot",
              "a",
              List.of(link("a"), link("b"), link("c"), link("d")),
              List.of(
                  joint("a", "b", 1, 3), joint("b", "c", -NONE, 2), joint("c", "d", -NONE, NONE)),
              List.of()));

  @Test
  void positionsAreDrawnFromTheRanges() {
    SplittableRandom random = new SplittableRandom(1);
    double[] least = {NONE, NONE, NONE};
    double[] most = {-NONE, -NONE, -NONE};
    for (int k = 0; k < 1000; k++) {
      double[] q = ranges.draw(random);
      for (int i = 0; i < 3; i++) {
        least[i] = Math.min(least[i], q[i]);
        most[i] = Math.max(most[i], q[i]);
      }
    }
    assertThat(least[0]).isBetween(1.0, 1.1);
    assertThat(most[0]).isBetween(2.9, 3.0);
    assertThat(least[1]).isBetween(-Math.PI, -3.0);
    assertThat(most[1]).isEqualTo(2);
    assertThat(least[2]).isBetween(-Math.PI, -3.0);
    assertThat(most[2]).isBetween(3.0, Math.PI);
  }

  @Test
  void whatIsOutOfLimitsMovesToTheNearest() {
    double[] q = {0, 5, -50};
    ranges.clamp(q);
    assertThat(q).containsExactly(1, 2, -50);
    assertThat(ranges.middle(0, 7)).isEqualTo(2);
    assertThat(ranges.middle(1, 7)).isEqualTo(7);
  }

  private static Link link(String name) {
    return new Link(name, Optional.empty(), List.of());
  }

  private static Joint joint(String parent, String child, double lower, double upper) {
    return new Joint(
        parent + child,
        Joint.Type.REVOLUTE,
        parent,
        child,
        Vec3.ZERO,
        Quat.IDENTITY,
        Vec3.X,
        lower,
        upper,
        0,
        0,
        0);
  }
}
