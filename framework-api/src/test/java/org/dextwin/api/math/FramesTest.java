package org.dextwin.api.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FramesTest {

  private final Pose X_WC =
      new Pose("world", "camera", new Vec3(1, 2, 3), Quat.aboutAxis(Vec3.Z, 0.7));
  private final Pose X_CO =
      new Pose("camera", "object", new Vec3(-1, 0.5, 2), Quat.aboutAxis(Vec3.X, -1.1));

  @Test
  void chainsPosesWhoseInnerFramesCancel() {
    Pose X_WO = X_WC.times(X_CO);
    Vec3 point = new Vec3(0.1, -0.2, 0.3);

    assertThat(X_WO.frame()).isEqualTo("world");
    assertThat(X_WO.body()).isEqualTo("object");
    assertThat(X_WO.transform(point).distanceTo(X_WC.transform(X_CO.transform(point))))
        .isLessThan(1e-12);
  }

  @Test
  void refusesToChainPosesOfOtherFrames() {
    assertThatThrownBy(() -> X_CO.times(X_WC))
        .isInstanceOf(FrameMismatchException.class)
        .hasMessage("cannot chain poses: expected frame 'object', found 'world'");
  }

  @Test
  void inverseLeadsBack() {
    Pose back = X_WC.times(X_WC.inverse());

    assertThat(back.frame()).isEqualTo("world");
    assertThat(back.body()).isEqualTo("world");
    assertThat(back.position().norm()).isLessThan(1e-12);
    assertThat(back.rotation().angleTo(Quat.IDENTITY)).isLessThan(1e-12);
  }

  @Test
  void twistGivesVelocitiesOfPoints() {
    Twist spin = new Twist("world", "top", Vec3.Z, new Vec3(0, 0, 5));
    assertThat(spin.velocityOfPoint(Vec3.X)).isEqualTo(new Vec3(0, 1, 5));
  }

  @Test
  void forceAtAPointHasATorque() {
    Wrench wrench = Wrench.ofForceAt("world", "box", Vec3.X, Vec3.Y);
    assertThat(wrench.torque()).isEqualTo(Vec3.Z);
    assertThatThrownBy(() -> wrench.plus(new Wrench("camera", "box", Vec3.ZERO, Vec3.X)))
        .isInstanceOf(FrameMismatchException.class);
    assertThatThrownBy(() -> wrench.plus(new Wrench("world", "ball", Vec3.ZERO, Vec3.X)))
        .hasMessageContaining("expected frame 'box', found 'ball'");
  }

  @Test
  void vectorsRefuseNaN() {
    assertThatThrownBy(() -> new Vec3(0, Double.NaN, 0)).hasMessageContaining("NaN");
  }

  @Test
  void symmetricMatrixInverts() {
    SymmetricMatrix3 m = new SymmetricMatrix3(3, 4, 5, 0.3, -0.2, 0.5);
    Vec3 v = new Vec3(1, 2, 3);
    assertThat(m.inverse().times(m.times(v)).distanceTo(v)).isLessThan(1e-12);
    assertThat(m.isPositiveDefinite()).isTrue();
    assertThatThrownBy(() -> SymmetricMatrix3.diagonal(1, 0, 1).inverse())
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void rotatedInertiaIsThatOfTheRotatedBody() {
    Quat R = Quat.exp(new Vec3(0.4, -1.2, 0.6));
    Vec3 r = new Vec3(0.3, -0.7, 1.1);
    SymmetricMatrix3 expected = SymmetricMatrix3.ofPoint(R.rotate(r));
    SymmetricMatrix3 actual = SymmetricMatrix3.ofPoint(r).rotated(R);
    for (Vec3 axis : new Vec3[] {Vec3.X, Vec3.Y, Vec3.Z}) {
      assertThat(actual.times(axis).distanceTo(expected.times(axis))).isLessThan(1e-12);
    }
  }
}
