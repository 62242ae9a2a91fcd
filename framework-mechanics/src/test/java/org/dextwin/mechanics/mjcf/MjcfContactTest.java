package org.dextwin.mechanics.mjcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dextwin.api.model.Material;
import org.junit.jupiter.api.Test;

class MjcfContactTest {

  private static final double MASS = 0.5;
  private static final double TIME_STEP = 0.001;

  @Test
  void frequencyAndDampingAreThoseOfASpringBetweenTheMasses() {
    double[] solref = MjcfContact.solref(new Material(0.5, 2000, 60), MASS, 0, TIME_STEP);
    assertThat(solref[0]).isCloseTo(-2000 / MASS, within(1e-9));
    assertThat(solref[1]).isCloseTo(-60 / MASS, within(1e-9));
  }

  @Test
  void aStiffMaterialIsSoftenedAtItsDampingRatio() {
    double damping = 1.4 * Math.sqrt(1e8 * MASS);
    double[] solref = MjcfContact.solref(new Material(0.5, 1e8, damping), MASS, 0, TIME_STEP);
    double frequency = 1 / (2 * TIME_STEP);
    assertThat(solref[0]).isCloseTo(-frequency * frequency, within(1e-6));
    assertThat(solref[1]).isCloseTo(-1.4 * frequency, within(1e-6));
  }

  @Test
  void dampingIsBoundedByTheTimeStep() {
    double[] solref = MjcfContact.solref(new Material(0.5, 2000, 1e9), MASS, 0, TIME_STEP);
    assertThat(solref[1]).isEqualTo(-1 / TIME_STEP);
  }

  @Test
  void frictionNeedsDampingAndAnElasticTouchWithoutFrictionStaysElastic() {
    double frequency = Math.sqrt(2000 / MASS);
    assertThat(MjcfContact.solref(new Material(0.5, 2000, 0), MASS, 0, TIME_STEP)[1])
        .isCloseTo(-0.4 * frequency, within(1e-9)); // twice the least ratio
    assertThat(MjcfContact.solref(new Material(0, 2000, 0), MASS, 0, TIME_STEP)[1]).isZero();
  }

  @Test
  void whatSlidesUnderItsWeightStaysInTouch() {
    double[] solref = MjcfContact.solref(new Material(0.4, 1e5, 200), MASS, 9.81, TIME_STEP);
    double slidingSpeed = 0.2;
    double lift = 0.4 * -solref[1] * slidingSpeed;
    assertThat(lift).isLessThanOrEqualTo(9.81).isCloseTo(9.81, within(0.11 * 9.81));
    double ratio = -solref[1] / (2 * Math.sqrt(-solref[0]));
    assertThat(ratio).as("damping ratio").isCloseTo(0.2, within(1e-9));
    assertThat(9.81 / -solref[0]).as("depth at rest [m]").isLessThan(2e-4);
  }

  @Test
  void withoutFrictionTheNormalDirectionIsAlone() {
    assertThat(MjcfContact.dimensions(new Material(0, 1, 1))).isEqualTo(1);
    assertThat(MjcfContact.dimensions(new Material(0.1, 1, 1))).isEqualTo(3);
    assertThat(MjcfContact.friction(new Material(0.1, 1, 1))).startsWith(0.1, 0.1);
  }

  @Test
  void oneTimeConstantIsCriticallyDampedAndNearlyRigid() {
    assertThat(MjcfContact.solref(0.02)).containsExactly(0.02, 1);
    assertThat(MjcfContact.rigidSolimp()[0]).isGreaterThan(MjcfContact.solimp()[1]);
  }
}
