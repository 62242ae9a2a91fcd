package org.dextwin.mechanics.mjcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads back as what it was. */
class MjcfRoundTripTest {

  /** Rounding of unit vectors, quaternions and principal axes. */
  private static final double ROUNDING = 1e-12;

  @TempDir Path folder;

  private MjcfRobot readBack(RobotModel robot) throws IOException {
    return MjcfReader.read(Files.writeString(folder.resolve("robot.xml"), MjcfWriter.write(robot)));
  }

  private static void assertAlike(RobotModel found, RobotModel expected) {
    assertThat(found.name()).isEqualTo(expected.name());
    assertThat(found.root()).isEqualTo(expected.root());
    assertThat(found.kinematicOrder().joints())
        .containsExactlyInAnyOrderElementsOf(expected.kinematicOrder().joints());
    assertThat(found.motorOrder()).isEqualTo(expected.motorOrder());
    RecursiveComparisonConfiguration rounding =
        RecursiveComparisonConfiguration.builder()
            .withComparatorForType(
                (a, b) -> a.equals(b) || Math.abs(a - b) <= ROUNDING ? 0 : Double.compare(a, b),
                Double.class)
            .withIgnoreCollectionOrder(true)
            .build();
    for (Joint joint : expected.joints()) {
      Joint same =
          found.joints().stream().filter(it -> it.child().equals(joint.child())).findFirst().get();
      assertThat(same).usingRecursiveComparison(rounding).isEqualTo(joint);
    }
    for (Link link : expected.links()) {
      assertThat(found.link(link.name()).colliders())
          .usingRecursiveFieldByFieldElementComparator(rounding)
          .containsExactlyElementsOf(link.colliders());
      assertThat(found.link(link.name()).mass().isPresent())
          .isEqualTo(
              link.mass().isPresent()
                  || expected.joints().stream()
                      .anyMatch(
                          it -> it.child().equals(link.name()) && it.type() != Joint.Type.FIXED));
      if (link.mass().isPresent()) {
        assertThat(found.link(link.name()).mass())
            .usingRecursiveComparison(rounding)
            .isEqualTo(link.mass());
      }
    }
  }

  @Test
  void aRobotReadsBackAsItWas() throws IOException {
    RobotModel robot = SampleRobot.create();
    MjcfRobot found = readBack(robot);
    assertAlike(found.model(), robot);
    assertThat(found.floating()).isFalse();
    assertThat(found.model().actuators().get(0)).isEqualTo(robot.actuators().get(0));
    Actuator unlimited = found.model().actuators().get(1);
    assertThat(unlimited.torqueLimit()).isInfinite();
    assertThat(unlimited.velocityLimit()).isEqualTo(robot.actuators().get(1).velocityLimit());
  }

  @Test
  void aConvexMeshReadsBackWithItsCorners() throws IOException {
    Shape.Mesh box = new Shape.Mesh(MeshShapes.box(0.1, 0.2, 0.3));
    RobotModel robot =
        new RobotModel(
            "meshed",
            "base",
            List.of(new Link("base", Optional.empty(), List.of(Collider.centred("hull", box)))),
            List.of(),
            List.of());
    Collider collider = readBack(robot).model().link("base").colliders().get(0);
    assertThat(collider.name()).isEqualTo("hull");
    Shape.Mesh mesh = (Shape.Mesh) collider.shape();
    assertThat(mesh.mesh().vertexCount()).isEqualTo(8);
    assertThat(mesh.mesh().triangleCount()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"allegro-right", "leap-right", "panda-nohand"})
  void publishedModelsReadBackAsTheyWere(String name) throws IOException {
    RobotModel robot =
        MjcfReader.read(
                SharedData.require("hand-models/" + name + ".xml"),
                MjcfReader.MissingMeshes.LEAVE_OUT)
            .model();
    assertAlike(readBack(robot).model(), robot);
  }
}
