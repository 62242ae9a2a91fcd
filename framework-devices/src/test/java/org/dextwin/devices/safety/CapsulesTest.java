package org.dextwin.devices.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Shape;
import org.junit.jupiter.api.Test;

class CapsulesTest {

  @Test
  void aBoxIsCoveredButForItsEdges() {
    RandomGenerator random = new SplittableRandom(4);
    Vec3 half = new Vec3(0.0204, 0.0565, 0.0475);
    Quat turn = Quat.aboutAxis(Vec3.Y, 0.3);
    Vec3 centre = new Vec3(0.1, 0.2, 0.3);
    List<Capsules.Capsule> capsules =
        Capsules.of(
            new Collider("palm", new Shape.Box(half.x(), half.y(), half.z()), centre, turn));
    assertThat(capsules).hasSizeBetween(3, 4);
    for (int i = 0; i < 5000; i++) {
      Vec3 inBox =
          new Vec3(
              random.nextDouble(-1, 1) * half.x(),
              random.nextDouble(-1, 1) * half.y(),
              random.nextDouble(-1, 1) * half.z());
      Vec3 p = centre.plus(turn.rotate(inBox));
      double outside = capsules.stream().mapToDouble(c -> distance(p, c)).min().orElseThrow();
      assertThat(outside).as("point %s", inBox).isLessThan(0.74 * half.x()); // sqrt(3) - 1
    }
  }

  private static double distance(Vec3 p, Capsules.Capsule c) {
    Vec3 axis = c.to().minus(c.from());
    double[] segment = {c.from().x(), c.from().y(), c.from().z(), axis.x(), axis.y(), axis.z()};
    double[] point = {p.x(), p.y(), p.z(), 0, 0, 0};
    return Math.sqrt(SegmentDistance.squared(segment, 0, point, 0)) - c.radius();
  }

  @Test
  void roundShapesStayWhatTheyAre() {
    assertThat(Capsules.of(Collider.centred("ball", new Shape.Sphere(0.1))))
        .containsExactly(new Capsules.Capsule(Vec3.ZERO, Vec3.ZERO, 0.1));
    assertThat(Capsules.of(Collider.centred("rod", new Shape.Capsule(0.1, 0.5))))
        .containsExactly(new Capsules.Capsule(new Vec3(0, 0, -0.5), new Vec3(0, 0, 0.5), 0.1));
    assertThat(Capsules.of(Collider.centred("floor", new Shape.Plane()))).isEmpty();
  }
}
