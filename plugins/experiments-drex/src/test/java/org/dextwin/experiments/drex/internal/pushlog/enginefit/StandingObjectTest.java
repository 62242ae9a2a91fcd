package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.junit.jupiter.api.Test;

class StandingObjectTest {

  /** A wedge, 0.1 m high, that leans forward: its rear goes from -0.04 m to 0. */
  private static final StandingObject WEDGE =
      new StandingObject(
          new MassProperties(1, Vec3.ZERO, SymmetricMatrix3.diagonal(1e-3, 1e-3, 1e-3)),
          List.of(),
          0.04,
          List.of(
              new Vec3(-0.04, 0, -0.04),
              new Vec3(0.05, 0, -0.04),
              new Vec3(0, 0, 0.06),
              new Vec3(0.05, 0, 0.06)));

  @Test
  void rearFollowsTheHull() {
    assertThat(WEDGE.height()).isCloseTo(0.1, within(1e-12));
    assertThat(WEDGE.rear(0)).isCloseTo(-0.04, within(1e-12));
    assertThat(WEDGE.rear(0.025)).isCloseTo(-0.03, within(1e-12));
    assertThat(WEDGE.rear(0.1)).isCloseTo(0, within(1e-12));
  }

  @Test
  void aboveTheTopTheTopCounts() {
    assertThat(WEDGE.rear(0.2)).isEqualTo(WEDGE.rear(0.1));
  }
}
