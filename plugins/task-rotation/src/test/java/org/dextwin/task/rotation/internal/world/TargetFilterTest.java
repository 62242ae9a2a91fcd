package org.dextwin.task.rotation.internal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.junit.jupiter.api.Test;

/** Two rods side by side that can be turned into each other. */
class TargetFilterTest {

  private static final double APART = 0.06;
  private static final double LENGTH = 0.08;
  private static final double RADIUS = 0.01;

  private static Link link(String name, Shape shape, Vec3 at) {
    MassProperties mass = new MassProperties(0.05, at, SymmetricMatrix3.diagonal(1e-5, 1e-5, 1e-5));
    return new Link(name, Optional.of(mass), List.of(new Collider(name, shape, at, Quat.IDENTITY)));
  }

  private static Joint joint(String finger, double y) {
    return new Joint(
        finger + "-joint",
        Joint.Type.REVOLUTE,
        "palm",
        finger,
        new Vec3(0, y, 0.05),
        Quat.IDENTITY,
        Vec3.X,
        -1.5,
        1.5,
        0,
        0,
        0);
  }

  private static RobotModel robot() {
    Shape rod = new Shape.Capsule(RADIUS, LENGTH / 2);
    Vec3 middle = new Vec3(0, 0, LENGTH / 2);
    return new RobotModel(
        "rods",
        "palm",
        List.of(
            link("palm", new Shape.Sphere(0.01), Vec3.ZERO),
            link("a", rod, middle),
            link("b", rod, middle)),
        List.of(joint("a", -APART / 2), joint("b", APART / 2)),
        List.of());
  }

  @Test
  void noSequenceOfActionsEndsInACollision() {
    TargetFilter filter = new TargetFilter(robot(), 0);
    SplittableRandom random = new SplittableRandom(3);
    float[] targets = new float[2];
    int shortened = 0;
    for (int i = 0; i < 100_000; i++) {
      float[] wanted = targets.clone();
      for (int j = 0; j < 2; j++) {
        double moved = wanted[j] + (2 * random.nextDouble() - 1) / 24;
        wanted[j] = (float) Math.max(-1.5, Math.min(moved, 1.5));
      }
      float[] asked = wanted.clone();
      filter.admit(targets, wanted);
      shortened += wanted[0] == asked[0] && wanted[1] == asked[1] ? 0 : 1;
      targets = wanted;
      assertThat(filter.clearance(targets)).as("step %d", i).isGreaterThanOrEqualTo(0);
    }
    assertThat(shortened).as("steps that had to be shortened").isPositive();
  }

  @Test
  void aHandWithinItselfMayMoveApart() {
    TargetFilter filter = new TargetFilter(robot(), 0);
    float[] crossed = {-0.6f, 0.6f};
    assertThat(filter.clearance(crossed)).isNegative();
    float[] apart = {-0.58f, 0.58f};
    filter.admit(crossed, apart);
    assertThat(apart).containsExactly(-0.58f, 0.58f);
    float[] deeper = {-0.62f, 0.62f};
    filter.admit(crossed, deeper);
    assertThat(filter.clearance(deeper)).isGreaterThanOrEqualTo(filter.clearance(crossed));
  }
}
