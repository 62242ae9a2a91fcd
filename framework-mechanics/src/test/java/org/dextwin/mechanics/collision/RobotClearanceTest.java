package org.dextwin.mechanics.collision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dextwin.api.math.FrameMismatchException;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.Panda;
import org.junit.jupiter.api.Test;

class RobotClearanceTest {

  private static final KinematicTree PANDA = new KinematicTree(Panda.model());

  @Test
  void ballsAreAsFarFromShapesAsTheyAre() {
    Shape ball = new Shape.Sphere(0.1);

    assertThat(clearance(ball, new Shape.Plane(), 0, 0, -0.5)).isCloseTo(0.4, offset(1e-9));
    assertThat(clearance(ball, new Shape.Sphere(0.2), 0.3, 0.4, 0)).isCloseTo(0.2, offset(1e-9));
    assertThat(clearance(ball, new Shape.Capsule(0.2, 1), 0.3, 0.4, 0.9))
        .isCloseTo(0.2, offset(1e-9));
    assertThat(clearance(ball, new Shape.Box(0.1, 0.2, 0.3), 0.4, 0.6, 0))
        .isCloseTo(0.4, offset(1e-9));
    assertThat(clearance(ball, new Shape.Box(0.1, 0.2, 0.3), 0.05, 0, 0))
        .isCloseTo(-0.15, offset(1e-9));
    // a cylinder counts as the box round it, never less than itself
    assertThat(clearance(ball, new Shape.Cylinder(0.2, 0.3), 1, 0, 0)).isCloseTo(0.7, offset(1e-9));
  }

  @Test
  void capsulesAreAsFarFromShapesAsTheyAre() {
    Shape capsule = new Shape.Capsule(0.1, 0.5);

    assertThat(clearance(capsule, new Shape.Plane(), 0, 0, -1)).isCloseTo(0.4, offset(1e-6));
    assertThat(clearance(capsule, new Shape.Box(0.2, 0.2, 0.2), 0.5, 0, 0.1))
        .isCloseTo(0.2, offset(1e-6));
    assertThat(clearance(capsule, new Shape.Sphere(0.1), 0.3, 0, 0.9)).isCloseTo(0.3, offset(1e-6));
    assertThat(clearance(capsule, new Shape.Capsule(0.1, 0.5), 0.3, 0.4, 0.2))
        .isCloseTo(0.3, offset(1e-6));
  }

  /** No point of a shape comes nearer to an obstacle than the clearance says. */
  @Test
  void clearanceIsNeverTooLarge() {
    Random random = new Random(1);
    for (int trial = 0; trial < 200; trial++) {
      Vec3 half =
          new Vec3(
              random.nextDouble(0.02, 0.3),
              random.nextDouble(0.02, 0.3),
              random.nextDouble(0.02, 0.3));
      boolean isBox = trial % 2 == 0;
      Shape shape =
          isBox
              ? new Shape.Box(half.x(), half.y(), half.z())
              : new Shape.Cylinder(half.x(), half.z());
      Vec3 centre = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
      Shape obstacle = new Shape.Box(0.3, 0.2, 0.1);
      double clearance = clearance(shape, obstacle, centre.x(), centre.y(), centre.z());
      for (int k = 0; k < 1000; k++) {
        double x = random.nextDouble(-1, 1);
        double y = random.nextDouble(-1, 1);
        if (!isBox && Math.hypot(x, y) > 1) {
          continue;
        }
        double sideY = isBox ? half.y() : half.x();
        Vec3 p = new Vec3(x * half.x(), y * sideY, random.nextDouble(-1, 1) * half.z());
        assertThat(clearance).isLessThanOrEqualTo(boxDistance(p.minus(centre), 0.3, 0.2, 0.1));
      }
    }
  }

  private static double boxDistance(Vec3 p, double x, double y, double z) {
    double dx = Math.abs(p.x()) - x;
    double dy = Math.abs(p.y()) - y;
    double dz = Math.abs(p.z()) - z;
    double inside = Math.max(dx, Math.max(dy, dz));
    return inside <= 0
        ? inside
        : Math.sqrt(
            Math.pow(Math.max(dx, 0), 2)
                + Math.pow(Math.max(dy, 0), 2)
                + Math.pow(Math.max(dz, 0), 2));
  }

  @Test
  void gradientsAreThoseOfTheDistances() {
    RobotClearance field = new RobotClearance(PANDA, Panda.base(), obstacles());
    @SuppressWarnings("UnnecessaryMethodReference") // its default gradient is the numeric one
    ClearanceField numeric = field::clearance;
    Random random = new Random(3);
    int compared = 0;
    for (int trial = 0; trial < 300; trial++) {
      double[] q = Panda.random(PANDA.model(), random).values(PANDA.order());
      double clearance = field.clearance(q);
      double[] expected = new double[7];
      numeric.forEachNearer(q, 10, (d, g) -> System.arraycopy(g, 0, expected, 0, 7));
      double[] found = new double[7];
      double[] least = {Double.POSITIVE_INFINITY};
      field.forEachNearer(
          q,
          clearance + 1e-3,
          (d, g) -> {
            if (d < least[0]) {
              least[0] = d;
              System.arraycopy(g, 0, found, 0, 7);
            }
          });
      assertThat(least[0]).isCloseTo(clearance, offset(1e-9));
      double error = 0;
      for (int i = 0; i < 7; i++) {
        error = Math.max(error, Math.abs(found[i] - expected[i]));
      }
      compared += error < 1e-3 ? 1 : 0;
    }
    // the closest pair or face may change within the difference, where there is no gradient
    assertThat(compared).isGreaterThan(290);
  }

  /** The bound by which planners prove lines free. */
  @Test
  void clearanceChangesNoFasterThanItsBound() {
    RobotClearance field = new RobotClearance(PANDA, Panda.base(), obstacles());
    Random random = new Random(4);
    for (int trial = 0; trial < 1000; trial++) {
      double[] from = Panda.random(PANDA.model(), random).values(PANDA.order());
      double[] to = from.clone();
      for (int i = 0; i < 7; i++) {
        to[i] += 0.2 * random.nextGaussian();
      }
      assertThat(Math.abs(field.clearance(to) - field.clearance(from)))
          .isLessThanOrEqualTo(field.largestChange(from, to) + 1e-6);
    }
  }

  @Test
  void foldedArmTouchesItselfAndSaysWhere() {
    RobotClearance field = new RobotClearance(PANDA, Panda.base(), List.of());
    double[] folded = {0, 0, 0, -3.07, 0, 0, 0};

    assertThat(field.clearance(Panda.READY)).isPositive();
    assertThat(field.clearance(folded)).isNegative();
    assertThat(field.describeClosest(folded)).matches("'[1-7]' and '[1-7]', -0\\.\\d{4} m apart");
  }

  /**
   * At zero the forearm lies along the upper arm and reaches the foot; that it does is no excuse.
   */
  @Test
  void whatTouchesAtZeroAloneIsCompared() {
    Shape bar = new Shape.Capsule(0.03, 0.2);
    Collider along = new Collider("bar", bar, new Vec3(0, 0, 0.25), Quat.IDENTITY);
    Quat back = Quat.aboutAxis(Vec3.Y, Math.PI);
    RobotClearance field =
        chain(
            new Shape.Sphere(0.1),
            along,
            along,
            hinge("shoulder", "foot", "upper", Vec3.ZERO, Quat.IDENTITY),
            hinge("elbow", "upper", "fore", new Vec3(0, 0, 0.5), back));

    assertThat(field.clearance(new double[] {0, 0})).isNegative();
    assertThat(field.clearance(new double[] {0, 1.5})).isPositive();
  }

  @Test
  void whatOverlapsByConstructionIsNotCompared() {
    Collider ball = Collider.centred("ball", new Shape.Sphere(0.1));
    RobotClearance field =
        chain(
            new Shape.Sphere(0.1),
            ball,
            ball,
            hinge("shoulder", "foot", "upper", Vec3.ZERO, Quat.IDENTITY),
            hinge("elbow", "upper", "fore", new Vec3(0, 0, 0.1), Quat.IDENTITY));

    assertThat(field.clearance(new double[2])).isInfinite();
    assertThat(field.describeClosest(new double[2])).isEqualTo("nothing to touch");
  }

  private static RobotClearance chain(
      Shape foot, Collider upper, Collider fore, Joint shoulder, Joint elbow) {
    RobotModel robot =
        new RobotModel(
            "chain",
            "foot",
            List.of(
                new Link("foot", Optional.empty(), List.of(Collider.centred("foot", foot))),
                new Link("upper", Optional.empty(), List.of(upper)),
                new Link("fore", Optional.empty(), List.of(fore))),
            List.of(shoulder, elbow),
            List.of());
    return new RobotClearance(
        new KinematicTree(robot), Pose.identity(Pose.WORLD, "foot"), List.of());
  }

  private static Joint hinge(
      String name, String parent, String child, Vec3 position, Quat rotation) {
    return new Joint(
        name, Joint.Type.REVOLUTE, parent, child, position, rotation, Vec3.Y, 0, 3, 0, 0, 0);
  }

  @Test
  void segmentsAreAsFarApartAsTheirClosestSamples() {
    Random random = new Random(6);
    double[] places = new double[2];
    for (int trial = 0; trial < 500; trial++) {
      double[] axes = random.doubles(12, -1, 1).toArray();
      if (trial % 5 == 0) { // parallel
        System.arraycopy(axes, 3, axes, 9, 3);
      }
      double found = Math.sqrt(Segments.closest(axes, 0, 6, places));
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i <= 60; i++) {
        for (int j = 0; j <= 60; j++) {
          double squared = 0;
          for (int k = 0; k < 3; k++) {
            double d = axes[k] + i / 60.0 * axes[3 + k] - axes[6 + k] - j / 60.0 * axes[9 + k];
            squared += d * d;
          }
          least = Math.min(least, Math.sqrt(squared));
        }
      }
      assertThat(found).isBetween(least - 0.03, least + 1e-12);
    }
  }

  @Test
  void obstaclesStandInTheWorld() {
    assertThatThrownBy(() -> new Obstacle("cup", new Shape.Sphere(1), Pose.identity("hand", "cup")))
        .isInstanceOf(FrameMismatchException.class)
        .hasMessageContaining("cup");
  }

  /** Clearance of a shape at the origin from an obstacle whose centre is given. */
  private static double clearance(Shape shape, Shape obstacle, double x, double y, double z) {
    RobotModel robot =
        new RobotModel(
            "slider",
            "rail",
            List.of(
                new Link("rail", Optional.empty(), List.of()),
                new Link("slide", Optional.empty(), List.of(Collider.centred("shape", shape)))),
            List.of(
                new Joint(
                    "slide",
                    Joint.Type.PRISMATIC,
                    "rail",
                    "slide",
                    Vec3.ZERO,
                    Quat.IDENTITY,
                    Vec3.X,
                    -1,
                    1,
                    0,
                    0,
                    0)),
            List.of());
    return new RobotClearance(
            new KinematicTree(robot),
            Pose.identity(Pose.WORLD, "rail"),
            List.of(
                new Obstacle(
                    "obstacle",
                    obstacle,
                    Pose.inWorld("obstacle", new Vec3(x, y, z), Quat.IDENTITY))))
        .clearance(new double[1]);
  }

  private static List<Obstacle> obstacles() {
    return List.of(
        new Obstacle("table", new Shape.Plane(), Pose.identity(Pose.WORLD, "table")),
        new Obstacle(
            "box",
            new Shape.Box(0.1, 0.3, 0.2),
            Pose.inWorld("box", new Vec3(0.5, 0, 0.2), Quat.aboutAxis(new Vec3(1, 2, 3), 0.7))),
        new Obstacle(
            "pole",
            new Shape.Capsule(0.05, 0.3),
            Pose.inWorld("pole", new Vec3(-0.1, 0.5, 0.6), Quat.aboutAxis(Vec3.Y, 0.4))));
  }
}
