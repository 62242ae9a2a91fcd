package org.dextwin.mechanics.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanePolygonTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void repeatedAndCollinearPointsUpToRoundingDoNotLeadAstray(long seed) {
    Random random = new Random(seed);
    Quat turn = Quat.normalizing(random.nextGaussian(), 1, random.nextGaussian(), 0.2);
    List<Vec3> points = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      // on the rim of a rectangle of 2 by 1, on a coarse grid, so that places repeat
      double t = random.nextInt(9) / 8.0;
      Vec3 onRim =
          switch (random.nextInt(4)) {
            case 0 -> new Vec3(2 * t, 0, 0);
            case 1 -> new Vec3(2 * t, 1, 0);
            case 2 -> new Vec3(0, t, 0);
            default -> new Vec3(2, t, 0);
          };
      double noise = 1e-16 * random.nextGaussian();
      points.add(turn.rotate(onRim.plus(new Vec3(noise, -noise, noise))));
    }
    Vec3 normal = turn.rotate(Vec3.Z);

    PlanePolygon polygon = PlanePolygon.hullOf(points, normal, 0.3);

    assertThat(polygon.area()).isCloseTo(2, within(1e-8));
    assertThat(polygon.corners())
        .allSatisfy(corner -> assertThat(normal.dot(corner)).isCloseTo(0.3, within(1e-14)));
    Vec3 inside = turn.rotate(new Vec3(0.25, 0.5, 7));
    assertThat(polygon.signedDistanceInside(inside)).isCloseTo(0.25, within(1e-8));
    Vec3 outside = turn.rotate(new Vec3(1, -0.5, 7));
    assertThat(polygon.signedDistanceInside(outside)).isCloseTo(-0.5, within(1e-8));
  }

  @Test
  void cornersOfARectangleAreItsHull() {
    List<Vec3> points =
        List.of(
            Vec3.ZERO, Vec3.X, new Vec3(1, 1, 0), Vec3.Y, new Vec3(0.5, 0.5, 0), Vec3.X, Vec3.ZERO);

    assertThat(PlanePolygon.hullOf(points, Vec3.Z, 0).corners())
        .containsExactlyInAnyOrder(Vec3.ZERO, Vec3.X, new Vec3(1, 1, 0), Vec3.Y);
  }

  @Test
  void pointsOnALineHaveNoArea() {
    assertThat(PlanePolygon.hullOf(List.of(Vec3.ZERO, Vec3.X, Vec3.X), Vec3.Z, 0).area()).isZero();
    assertThat(PlanePolygon.hullOf(List.of(Vec3.X, Vec3.X), Vec3.Z, 0).corners()).hasSize(1);
  }
}
