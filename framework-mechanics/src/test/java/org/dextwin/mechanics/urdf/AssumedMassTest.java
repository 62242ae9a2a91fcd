package org.dextwin.mechanics.urdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
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

class AssumedMassTest {

  private static final MassProperties KILOGRAM =
      new MassProperties(1, Vec3.ZERO, SymmetricMatrix3.diagonal(1, 1, 1));

  private static Link link(String name, boolean heavy, Shape... shapes) {
    List<Collider> colliders =
        List.of(shapes).stream()
            .map(shape -> new Collider("shape", shape, Vec3.Z, Quat.IDENTITY))
            .toList();
    return new Link(name, heavy ? Optional.of(KILOGRAM) : Optional.empty(), colliders);
  }

  private static Joint joint(Joint.Type type, String parent, String child) {
    return new Joint(child, type, parent, child, Vec3.ZERO, Quat.IDENTITY, Vec3.X, 0, 1, 0, 0, 0);
  }

  private static RobotModel robot(List<Link> links, List<Joint> joints) {
    return new RobotModel("r", links.get(0).name(), links, joints, List.of());
  }

  @Test
  void aRobotWhoseJointsAllMoveMassStaysAsItIs() {
    RobotModel robot =
        robot(
            List.of(link("base", false), link("a", false), link("b", true), link("tip", false)),
            List.of(
                joint(Joint.Type.REVOLUTE, "base", "a"), // moves what b weighs
                joint(Joint.Type.REVOLUTE, "a", "b"),
                joint(Joint.Type.FIXED, "b", "tip")));

    assertThat(AssumedMass.weightless(robot.links(), robot.joints())).isEmpty();
    assertThat(AssumedMass.filled(robot)).isSameAs(robot);
  }

  @Test
  void shapesThatMoveWithoutMassAreFilledWithWater() {
    RobotModel robot =
        robot(
            List.of(
                link("base", false, new Shape.Box(1, 1, 1)),
                link("a", false, new Shape.Box(0.05, 0.05, 0.05)),
                link("pad", false, new Shape.Box(0.05, 0.05, 0.05)),
                link("b", true, new Shape.Box(1, 1, 1))),
            List.of(
                joint(Joint.Type.REVOLUTE, "base", "a"),
                joint(Joint.Type.FIXED, "a", "pad"),
                joint(Joint.Type.REVOLUTE, "base", "b")));

    assertThat(AssumedMass.weightless(robot.links(), robot.joints())).containsExactly("a");
    RobotModel filled = AssumedMass.filled(robot);
    assertThat(filled.link("base").mass()).as("what does not move").isEmpty();
    assertThat(filled.link("a").mass().orElseThrow().mass()).isCloseTo(1, within(1e-12));
    assertThat(filled.link("a").mass().orElseThrow().centerOfMass()).isEqualTo(Vec3.Z);
    assertThat(filled.link("pad").mass()).isPresent();
    assertThat(filled.link("b").mass()).as("what has mass").contains(KILOGRAM);
  }

  @Test
  void aBallStandsInForLinksWithoutShape() {
    RobotModel robot =
        robot(
            List.of(link("base", false), link("a", false), link("tip", false)),
            List.of(joint(Joint.Type.PRISMATIC, "base", "a"), joint(Joint.Type.FIXED, "a", "tip")));

    RobotModel filled = AssumedMass.filled(robot);
    assertThat(filled.link("a").mass().orElseThrow().mass())
        .isCloseTo(4e-3 * Math.PI / 3, within(1e-12));
    assertThat(filled.link("tip").mass()).isEmpty();
  }
}
