package org.dextwin.api.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class QuatTest {

  private static final double TIGHT = 1e-12;

  private final Random random = new Random(1);

  private Quat anyRotation() {
    return Quat.normalizing(
        random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }

  private Vec3 anyVector() {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }

  private static void assertClose(Vec3 actual, Vec3 expected) {
    assertThat(actual.distanceTo(expected)).isLessThan(TIGHT);
  }

  @Test
  void quarterTurnAboutZTakesXToY() {
    assertClose(Quat.aboutAxis(Vec3.Z, Math.PI / 2).rotate(Vec3.X), Vec3.Y);
  }

  @Test
  void productAppliesTheRightFactorFirst() {
    for (int i = 0; i < 100; i++) {
      Quat a = anyRotation();
      Quat b = anyRotation();
      Vec3 v = anyVector();
      assertClose(a.times(b).rotate(v), a.rotate(b.rotate(v)));
    }
  }

  @Test
  void matrixAndBackIsTheSameRotationInAllFourBranches() {
    for (int i = 0; i < 200; i++) {
      Quat q = anyRotation();
      assertThat(Quat.fromMatrix(q.toMatrix()).angleTo(q)).isLessThan(1e-7);
    }
    for (Vec3 axis : new Vec3[] {Vec3.X, Vec3.Y, Vec3.Z}) {
      Quat half = Quat.aboutAxis(axis, Math.PI);
      assertThat(Quat.fromMatrix(half.toMatrix()).angleTo(half)).isLessThan(1e-7);
    }
  }

  @Test
  void logInvertsExp() {
    for (double angle : new double[] {0, 1e-12, 1e-7, 0.1, 3.1}) {
      Vec3 rotation = anyVector().normalized().times(angle);
      assertClose(Quat.exp(rotation).log(), rotation);
    }
  }

  @Test
  void betweenTurnsOneDirectionIntoAnotherEvenOpposite() {
    assertClose(Quat.between(Vec3.X, Vec3.X.negated()).rotate(Vec3.X), Vec3.X.negated());
    for (int i = 0; i < 100; i++) {
      Vec3 from = anyVector();
      Vec3 to = anyVector();
      assertClose(Quat.between(from, to).rotate(from.normalized()), to.normalized());
    }
  }

  @Test
  void rollPitchYawIsAboutFixedAxes() {
    Quat q = Quat.fromRollPitchYaw(0.3, -0.4, 0.5);
    Vec3 v = anyVector();
    Vec3 step = Quat.aboutAxis(Vec3.X, 0.3).rotate(v);
    step = Quat.aboutAxis(Vec3.Y, -0.4).rotate(step);
    assertClose(q.rotate(v), Quat.aboutAxis(Vec3.Z, 0.5).rotate(step));
  }

  @Test
  void refusesWhatIsNoRotation() {
    assertThatThrownBy(() -> new Quat(1, 1, 0, 0)).hasMessageContaining("length 1.41");
    assertThatThrownBy(() -> new Quat(Double.NaN, 0, 0, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Quat.fromMatrix(new double[] {1, 0, 0, 0, 1, 0, 0, 0, -1}))
        .hasMessageContaining("reflection");
    assertThatThrownBy(() -> Quat.fromMatrix(new double[] {1, 0.1, 0, 0, 1, 0, 0, 0, 1}))
        .hasMessageContaining("off orthonormal");
    assertThatThrownBy(() -> Quat.fromMatrix(new double[8]))
        .isInstanceOf(DimensionMismatchException.class);
  }

  @Test
  void anglesAreAccurateNearZero() {
    Quat small = Quat.aboutAxis(Vec3.Y, 1e-9);
    assertThat(small.angleTo(Quat.IDENTITY)).isCloseTo(1e-9, within(1e-18));
  }
}
