package org.dextwin.mechanics.urdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written reads back as what it was. */
class UrdfRoundTripTest {

  /** Rounding of angles. */
  private static final double ROUNDING = 1e-12;

  @TempDir Path folder;

  @Test
  void randomRobotsReadBackAsTheyWere() {
    for (int seed = 0; seed < 200; seed++) {
      RobotModel robot = new RandomRobot(seed).create(true);
      Path file = folder.resolve("robot-" + seed + ".urdf");
      UrdfWriter.write(file, robot);
      UrdfRobot read = UrdfReader.read(file);

      assertAlike(read.model(), robot);
      assertThat(read.notes()).isEmpty();
      for (Joint joint : robot.movingJoints()) {
        Optional<Actuator> motor =
            robot.actuators().stream().filter(it -> it.joint().equals(joint.name())).findFirst();
        assertThat(read.motors())
            .containsEntry(
                joint.name(),
                new UrdfRobot.Motor(
                    motor.map(Actuator::torqueLimit), motor.map(Actuator::velocityLimit)));
      }
    }
  }

  @Test
  void kinematicsSurvive() {
    Random random = new Random(4);
    for (int seed = 0; seed < 100; seed++) {
      RobotModel robot = new RandomRobot(seed).create(false);
      Path file = folder.resolve("robot.urdf");
      UrdfWriter.write(file, robot);
      double[] q = random.doubles(robot.movingJoints().size(), -3, 3).toArray();

      KinematicTree expectedTree = new KinematicTree(robot);
      LinkPoses expected = expectedTree.newPoses();
      expectedTree.forward(q, 0, expected);
      KinematicTree foundTree = new KinematicTree(UrdfReader.read(file).model());
      LinkPoses found = foundTree.newPoses();
      foundTree.forward(q, 0, found);
      Vec3 p = new Vec3(0.3, 0.2, 0.1);
      for (Link link : robot.links()) {
        assertThat(
                found
                    .point(foundTree.linkIndex(link.name()), p)
                    .distanceTo(expected.point(expectedTree.linkIndex(link.name()), p)))
            .as("seed %s, a point of %s [m]", seed, link.name())
            .isLessThan(1e-9);
      }
    }
  }

  @Test
  void rollPitchYawIsExactWhereRollAndYawMerge() {
    Random random = new Random(6);
    for (int i = 0; i < 1000; i++) {
      double near = i % 2 == 0 ? 0 : Math.pow(10, -random.nextInt(16));
      Quat R =
          Quat.fromRollPitchYaw(
              6 * random.nextDouble(), Math.PI / 2 + near, 6 * random.nextDouble());
      Vec3 rpy = UrdfOrigin.rollPitchYaw(R);
      Quat back = Quat.fromRollPitchYaw(rpy.x(), rpy.y(), rpy.z());
      Quat difference = R.inverse().times(back);
      assertThat(Math.hypot(difference.x(), Math.hypot(difference.y(), difference.z())))
          .as("half the angle between %s and %s", R, back)
          .isLessThan(1e-15 * 100);
    }
  }

  @Test
  void textNeedsFilesForMeshesOnly() {
    assertThat(UrdfWriter.text(new RandomRobot(3).create(false))).startsWith("<?xml");
    RobotModel plane =
        new RobotModel(
            "ground",
            "floor",
            List.of(
                new Link(
                    "floor",
                    Optional.empty(),
                    List.of(Collider.centred("surface", new Shape.Plane())))),
            List.of(),
            List.of());
    assertThatThrownBy(() -> UrdfWriter.text(plane))
        .hasMessageContaining("floor")
        .hasMessageContaining("surface")
        .hasMessageContaining("use a box");
  }

  @Test
  void failedWritingLeavesTheOldFile() throws Exception {
    Path file = Files.writeString(folder.resolve("robot.urdf"), "old");
    RobotModel half =
        new RobotModel(
            "half",
            "a",
            List.of(
                new Link("a", Optional.empty(), List.of()),
                new Link("b", Optional.empty(), List.of())),
            List.of(
                new Joint(
                    "j",
                    Joint.Type.REVOLUTE,
                    "a",
                    "b",
                    Vec3.ZERO,
                    Quat.IDENTITY,
                    Vec3.Z,
                    0,
                    Double.POSITIVE_INFINITY,
                    0,
                    0,
                    0)),
            List.of());

    assertThatThrownBy(() -> UrdfWriter.write(file, half))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'j'")
        .hasMessageContaining("Infinity");
    assertThat(file).hasContent("old");
  }

  private static void assertAlike(RobotModel found, RobotModel expected) {
    assertThat(found.name()).isEqualTo(expected.name());
    assertThat(found.root()).isEqualTo(expected.root());
    assertThat(found.joints()).extracting(Joint::name).isEqualTo(names(expected.joints()));
    for (int i = 0; i < expected.joints().size(); i++) {
      assertAlike(found.joints().get(i), expected.joints().get(i));
    }
    assertThat(found.links()).extracting(Link::name).containsExactlyElementsOf(linkNames(expected));
    for (Link link : expected.links()) {
      assertAlike(found.link(link.name()), link);
    }
  }

  private static List<String> names(List<Joint> joints) {
    return joints.stream().map(Joint::name).toList();
  }

  private static List<String> linkNames(RobotModel robot) {
    return robot.links().stream().map(Link::name).toList();
  }

  private static void assertAlike(Joint found, Joint expected) {
    assertThat(found.type()).isEqualTo(expected.type());
    assertThat(found.parent()).isEqualTo(expected.parent());
    assertThat(found.child()).isEqualTo(expected.child());
    assertThat(found.position()).isEqualTo(expected.position());
    assertAlike(found.rotation(), expected.rotation());
    assertThat(found.axis().distanceTo(expected.axis())).isLessThan(ROUNDING);
    assertThat(found.lower()).isEqualTo(expected.lower());
    assertThat(found.upper()).isEqualTo(expected.upper());
    assertThat(found.damping()).isEqualTo(expected.damping());
    assertThat(found.friction()).isEqualTo(expected.friction());
  }

  private static void assertAlike(Link found, Link expected) {
    assertThat(found.mass()).isEqualTo(expected.mass());
    assertThat(found.colliders()).hasSameSizeAs(expected.colliders());
    for (int i = 0; i < expected.colliders().size(); i++) {
      Collider a = found.colliders().get(i);
      Collider b = expected.colliders().get(i);
      assertThat(a.name()).isEqualTo(b.name());
      assertThat(a.position()).isEqualTo(b.position());
      assertAlike(a.rotation(), b.rotation());
      assertThat(a.shape()).isEqualTo(b.shape());
    }
  }

  private static void assertAlike(Quat found, Quat expected) {
    Quat difference = expected.inverse().times(found);
    assertThat(Math.abs(difference.w())).isCloseTo(1, within(ROUNDING));
    assertThat(Math.hypot(difference.x(), Math.hypot(difference.y(), difference.z())))
        .isLessThan(ROUNDING);
  }
}
