package org.dextwin.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dextwin.api.math.DimensionMismatchException;
import org.junit.jupiter.api.Test;

class JointOrderTest {

  private final JointOrder motor = new JointOrder("motor", List.of("side", "forward", "pip"));
  private final JointOrder tree = new JointOrder("tree", List.of("forward", "side", "pip"));

  @Test
  void convertsBetweenOrdersAndBack() {
    JointVector inMotor = new JointVector(motor, new double[] {1, 2, 3});

    JointVector inTree = inMotor.in(tree);

    assertThat(inTree.values(tree)).containsExactly(2, 1, 3);
    assertThat(inTree.get("side")).isEqualTo(1);
    assertThat(inTree.in(motor)).isEqualTo(inMotor);
  }

  @Test
  void readingInTheWrongOrderIsAnError() {
    JointVector inMotor = new JointVector(motor, new double[] {1, 2, 3});

    assertThatThrownBy(() -> inMotor.values(tree))
        .isInstanceOf(JointOrderException.class)
        .hasMessage(
            "cannot read joint values: expected order 'tree' [forward, side, pip],"
                + " found 'motor' [side, forward, pip]");
  }

  @Test
  void refusesOtherJointsWrongLengthsAndNaN() {
    JointOrder other = new JointOrder("other", List.of("a", "b", "c"));

    assertThatThrownBy(() -> motor.permutationTo(other)).isInstanceOf(JointOrderException.class);
    assertThatThrownBy(() -> new JointVector(motor, new double[2]))
        .isInstanceOf(DimensionMismatchException.class);
    assertThatThrownBy(() -> new JointVector(motor, new double[] {0, Double.NaN, 0}))
        .hasMessage("joint 'forward' is NaN");
    assertThatThrownBy(() -> new JointOrder("twice", List.of("a", "a")))
        .hasMessageContaining("names a joint twice");
    assertThatThrownBy(() -> motor.indexOf("dip")).hasMessageContaining("no joint 'dip'");
  }

  @Test
  void valuesAreCopies() {
    double[] numbers = {1, 2, 3};
    JointVector vector = new JointVector(motor, numbers);
    numbers[0] = 9;
    vector.values(motor)[1] = 9;
    assertThat(vector.values(motor)).containsExactly(1, 2, 3);
  }
}
