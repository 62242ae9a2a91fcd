package org.dextwin.experiments.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.format.MeshWriter;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.mechanics.mesh.SolidMass;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.robot.OneJointHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes are what their configurations say. */
class SceneBuilderTest {

  private final List<String> notes = new ArrayList<>();
  @TempDir private Path temp;

  private SceneBody body(Object... keys) {
    Map<String, Object> object =
        Blocks.with(
            Map.of("name", "thing", "mass-kg", 0.3, "position-m", List.of(0.1, 0.2, 0.3)), keys);
    MapSettings settings = MapSettings.of(Blocks.scene(object));
    SceneConfig config = settings.as(SceneConfig.class);
    assertThat(settings.problems()).isEmpty();
    Scene scene = new SceneBuilder(config, notes).build(Optional.empty(), Map.of());
    return scene.body("thing");
  }

  private static Shape shape(SceneBody body) {
    return body.colliders().get(0).shape();
  }

  @Test
  void armsStandWhereTheyArePlacedWithTheHandTheyCarry() {
    Map<String, Object> block =
        Blocks.with(
            Blocks.scene(),
            "arm",
            Map.of(
                "position-m",
                List.of(0.1, 0.2, 0.3),
                "rotation-deg",
                List.of(0.0, 0.0, 90.0),
                "friction",
                0.9));
    MapSettings settings = MapSettings.of(block);
    SceneConfig config = settings.as(SceneConfig.class);
    assertThat(settings.problems()).isEmpty();
    RobotModel hand = new OneJointHand().model().robot();
    SceneRobot robot =
        new SceneBuilder(config, notes)
            .build(Optional.of(hand), Map.of(OneJointHand.JOINT, 0.4))
            .robots()
            .get(0);

    assertThat(robot.name()).isEqualTo(SceneConfig.ARM);
    assertThat(robot.model()).isEqualTo(hand);
    assertThat(robot.base().position()).isEqualTo(new Vec3(0.1, 0.2, 0.3));
    assertThat(robot.base().rotation().rotate(Vec3.X).distanceTo(Vec3.Y)).isLessThan(1e-12);
    assertThat(robot.material().friction()).isEqualTo(0.9);
    assertThat(robot.positions().get(OneJointHand.JOINT)).isEqualTo(0.4);
  }

  @Test
  void sizesAreWholeExtents() {
    assertThat(shape(body("shape", "box", "size-m", List.of(0.02, 0.04, 0.06))))
        .isEqualTo(new Shape.Box(0.01, 0.02, 0.03));
    assertThat(shape(body("shape", "sphere", "radius-m", 0.03))).isEqualTo(new Shape.Sphere(0.03));
    assertThat(shape(body("shape", "cylinder", "radius-m", 0.03, "length-m", 0.1)))
        .isEqualTo(new Shape.Cylinder(0.03, 0.05));
    Shape.Capsule capsule =
        (Shape.Capsule) shape(body("shape", "capsule", "radius-m", 0.03, "length-m", 0.1));
    assertThat(capsule.radius() + capsule.halfLength()).isCloseTo(0.05, within(1e-15));
  }

  @Test
  void posesTurnAboutTheWorldsAxes() {
    SceneBody body = body("shape", "sphere", "radius-m", 0.03, "rotation-deg", List.of(90, 0, 90));
    assertThat(body.pose().position()).isEqualTo(new Vec3(0.1, 0.2, 0.3));
    // the body's y goes up by the roll; then the yaw takes its x to the world's y
    assertThat(body.pose().rotation().rotate(Vec3.Y).distanceTo(Vec3.Z)).isLessThan(1e-15);
    assertThat(body.pose().rotation().rotate(Vec3.X).distanceTo(Vec3.Y)).isLessThan(1e-15);
  }

  @Test
  void frictionOfItsOwnGoesBeforeTheCommonOne() {
    assertThat(body("shape", "sphere", "radius-m", 0.03).material().friction()).isEqualTo(0.5);
    SceneBody smooth = body("shape", "sphere", "radius-m", 0.03, "friction", 0.1);
    assertThat(smooth.material().friction()).isEqualTo(0.1);
    assertThat(smooth.material().stiffness()).isEqualTo(2000);
  }

  @Test
  void fixedObjectsHaveNoMass() {
    Map<String, Object> post =
        Blocks.with(Blocks.without(Blocks.BALL, "mass-kg"), "name", "post", "fixed", true);
    SceneConfig config = MapSettings.of(Blocks.scene(Blocks.BALL, post)).as(SceneConfig.class);
    Scene scene = new SceneBuilder(config, notes).build(Optional.empty(), Map.of());
    assertThat(scene.body("post").mass()).isEmpty();
    assertThat(scene.body("ball").mass().orElseThrow().mass()).isEqualTo(0.1);
  }

  @Test
  void solidMeshesAreSolids() {
    Path file = temp.resolve("letter.stl");
    MeshWriter.write(file, MeshShapes.letterA(0.08, 0.1, 0.03));
    MassProperties mass = body("shape", "mesh", "mesh", file).mass().orElseThrow();
    MassProperties solid = SolidMass.uniform(MeshShapes.letterA(0.08, 0.1, 0.03), 0.3);
    assertThat(mass.centerOfMass().distanceTo(solid.centerOfMass())).isLessThan(1e-8);
    assertThat(notes).isEmpty();
  }

  @Test
  void openMeshesAreFilledAndNoted() {
    TriangleMesh box = MeshShapes.box(0.04, 0.06, 0.08);
    int[] triangles = box.triangles();
    Path file = temp.resolve("open.obj");
    MeshWriter.write(
        file, new TriangleMesh(box.vertices(), Arrays.copyOf(triangles, triangles.length - 6)));
    MassProperties mass = body("shape", "mesh", "mesh", file).mass().orElseThrow();
    assertThat(mass.inertia().xx()).isCloseTo(0.3 / 12 * (0.06 * 0.06 + 0.08 * 0.08), within(1e-9));
    assertThat(notes).hasSize(1);
    assertThat(notes.get(0))
        .startsWith("open.obj is no solid: ")
        .endsWith("The mass of 'thing' is spread over its convex hull instead.");
  }

  @Test
  void aMissingMeshIsNamed() {
    assertThatThrownBy(() -> body("shape", "mesh", "mesh", temp.resolve("no.stl")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no.stl");
  }
}
