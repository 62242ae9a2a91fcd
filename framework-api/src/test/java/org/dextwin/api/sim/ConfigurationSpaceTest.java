package org.dextwin.api.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.junit.jupiter.api.Test;

class ConfigurationSpaceTest {

  private final ConfigurationSpace space = new ConfigurationSpace(2, 3);
  private final Random random = new Random(3);

  private double[] tangent(double size) {
    return random.doubles(space.nv()).map(x -> size * (2 * x - 1)).toArray();
  }

  private double[] configuration() {
    double[] q = new MotionState(space).q();
    space.displace(q, tangent(1), 1, q);
    return q;
  }

  @Test
  void differenceInvertsDisplace() {
    double[] q = configuration();
    double[] tangent = tangent(1.5);
    double[] moved = new double[space.nq()];
    double[] back = new double[space.nv()];

    space.displace(q, tangent, 1, moved);
    space.difference(q, moved, back);

    assertThat(back).containsExactly(tangent, within(1e-12));
  }

  @Test
  void rotationsAreAppliedOnTheLeft() {
    double[] q = configuration();
    double[] tangent = tangent(1);
    double[] moved = new double[space.nq()];
    space.displace(q, tangent, 0.5, moved);

    Quat expected = Quat.exp(Vec3.of(tangent, 6).times(0.5)).times(Quat.of(q, 7));

    assertThat(Quat.of(moved, 7).angleTo(expected)).isLessThan(1e-9);
    assertThat(Vec3.of(moved, 11)).isEqualTo(Vec3.of(q, 11).plus(Vec3.of(tangent, 9).times(0.5)));
  }

  @Test
  void layoutNamesItsEntries() {
    StateLayout layout = new StateLayout(List.of("box", "ball"), List.of("hand/j0"), List.of());

    assertThat(layout.bodyPosition("ball")).isEqualTo(7);
    assertThat(layout.bodyVelocity("ball")).isEqualTo(6);
    assertThat(layout.jointPosition("hand/j0")).isEqualTo(14);
    assertThat(layout.jointVelocity("hand/j0")).isEqualTo(12);
    assertThatThrownBy(() -> layout.bodyPosition("cup"))
        .hasMessage("the scene has no free body 'cup'; it has [box, ball]");
  }

  @Test
  void refusesWrongLengthsAndNonFiniteControls() {
    assertThatThrownBy(() -> space.displace(new double[3], tangent(1), 1, new double[3]))
        .isInstanceOf(DimensionMismatchException.class);
    assertThatThrownBy(() -> new Actuation(0, Double.NaN))
        .hasMessage("target of actuator 1 is NaN; it must be finite");
    assertThatThrownBy(() -> new WrenchSignal("box", new double[7]))
        .hasMessageContaining("no multiple of 6");
    assertThatThrownBy(
            () ->
                new ControlSequence(
                    2, 0, new double[0], List.of(new WrenchSignal("box", new double[6]))))
        .hasMessage("wrench signal on 'box' has 1 entries; expected 2");
  }
}
