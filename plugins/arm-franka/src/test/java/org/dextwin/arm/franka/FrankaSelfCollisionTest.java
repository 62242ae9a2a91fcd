package org.dextwin.arm.franka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.collision.RobotClearance;
import org.dextwin.mechanics.kinematics.JointRanges;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random postures that our shapes call a self-collision beside those that Franka's own do: the
 * capsules of {@code franka_arm.xacro} of frankaemika/franka_description, without a safety
 * distance. Theirs of links 0, 3 and 4 overlap neighbours over much of the range, and are left out.
 */
class FrankaSelfCollisionTest {

  private static final int POSTURES = 4000;

  private static final Map<String, List<Collider>> PUBLISHED =
      Map.of(
          "link1", List.of(upright(0, -0.1915, 0.06, 0.283)),
          "link2", List.of(upright(0, 0, 0.06, 0.12)),
          "link5", List.of(upright(0, -0.26, 0.06, 0.1), upright(0.08, -0.13, 0.025, 0.14)),
          "link6", List.of(upright(0, -0.03, 0.05, 0.08)),
          "link7", List.of(upright(0, 0.01, 0.04, 0.14)));

  /** A capsule along z; {@code length} is that of its cylinder. */
  private static Collider upright(double y, double z, double radius, double length) {
    return new Collider(
        "volume", new Shape.Capsule(radius, length / 2), new Vec3(0, y, z), Quat.IDENTITY);
  }

  private static RobotClearance clearance(RobotModel robot) {
    return new RobotClearance(
        new KinematicTree(robot), Pose.identity(Pose.WORLD, robot.root()), List.of());
  }

  private static RobotModel published(RobotModel ours) {
    List<Link> links =
        ours.links().stream()
            .map(it -> new Link(it.name(), it.mass(), PUBLISHED.getOrDefault(it.name(), List.of())))
            .toList();
    return new RobotModel(ours.name(), ours.root(), links, ours.joints(), ours.actuators());
  }

  @ParameterizedTest
  @EnumSource(FrankaConfig.Variant.class)
  void fewPosturesCollideAndThoseThatFrankaSaysDo(FrankaConfig.Variant variant) {
    RobotModel robot = new FrankaModel(variant).build().robot();
    RobotClearance ours = clearance(robot);
    RobotClearance theirs = clearance(published(robot));
    JointRanges ranges = new JointRanges(robot);
    SplittableRandom random = new SplittableRandom(3);
    int own = 0;
    int reference = 0;
    int both = 0;
    int wrist = 0;
    for (int i = 0; i < POSTURES; i++) {
      double[] q = ranges.draw(random);
      boolean found = ours.clearance(q) < 0;
      boolean expected = theirs.clearance(q) < 0;
      own += found ? 1 : 0;
      reference += expected ? 1 : 0;
      both += found && expected ? 1 : 0;
      String closest = found ? ours.describeClosest(q) : "";
      wrist += closest.contains("'link5'") && closest.contains("'link7'") ? 1 : 0;
    }
    assertThat(wrist).as("postures in which links 5 and 7 are the closest").isZero();
    assertThat((double) reference / POSTURES).as("share of Franka's").isBetween(0.01, 0.05);
    assertThat((double) own / POSTURES).as("share of ours").isBetween(0.02, 0.06);
    assertThat((double) both / reference).as("Franka's that are ours as well").isGreaterThan(0.8);
  }
}
