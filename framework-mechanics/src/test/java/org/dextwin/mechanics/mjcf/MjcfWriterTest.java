package org.dextwin.mechanics.mjcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.ContactPair;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.mechanics.mesh.SolidMass;
import org.dextwin.mechanics.xml.XmlElement;
import org.dextwin.mechanics.xml.XmlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MjcfWriterTest {

  private static final Material WOOD = new Material(0.4, 1e4, 40);
  private static final Material RUBBER = new Material(0.9, 4e4, 10);
  private static final MjcfOptions OPTIONS = MjcfOptions.of(MjcfDialect.V2, 0.002);

  @TempDir Path folder;

  private static SceneBody table() {
    return SceneBody.fixed(
        "table",
        List.of(Collider.centred("top", new Shape.Plane())),
        WOOD,
        Pose.identity(Pose.WORLD, "table"));
  }

  private static SceneBody free(String name, Shape shape, Vec3 position) {
    return SceneBody.free(
        name,
        SolidMass.of(shape, 0.2),
        List.of(Collider.centred("body", shape)),
        RUBBER,
        Pose.inWorld(name, position, Quat.aboutAxis(Vec3.Z, Math.PI / 2)),
        new Twist(Pose.WORLD, name, new Vec3(1, 2, 3), new Vec3(4, 5, 6)));
  }

  private static SceneRobot robot(double... positions) {
    RobotModel model = SampleRobot.create();
    return new SceneRobot(
        "arm",
        model,
        Pose.inWorld("arm", new Vec3(1, 0, 0), Quat.IDENTITY),
        WOOD,
        new JointVector(model.kinematicOrder(), positions));
  }

  private static Scene scene(List<SceneBody> bodies, ContactPair... pairs) {
    return new Scene(
        "scene", Scene.EARTH_GRAVITY, bodies, List.of(robot(1, 2, 3, 4)), List.of(pairs));
  }

  private static Scene bodies(SceneBody... bodies) {
    return new Scene("scene", Scene.EARTH_GRAVITY, List.of(bodies), List.of(), List.of());
  }

  private XmlElement parse(String xml) throws IOException {
    return XmlFile.read(Files.writeString(folder.resolve("model.xml"), xml));
  }

  private static XmlElement child(XmlElement parent, String... names) {
    XmlElement element = parent;
    for (String name : names) {
      element = element.children(name).get(0);
    }
    return element;
  }

  private static XmlElement body(XmlElement model, String name) {
    return child(model, "worldbody").children("body").stream()
        .filter(it -> it.required("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static final Shape BOX = new Shape.Box(0.01, 0.02, 0.03);

  @Test
  void aFreeBodyHasAFreeJointStatedInertiaAndGeomsThatOnlyPairsTouch() {
    String xml = MjcfWriter.write(bodies(table(), free("box", BOX, Vec3.Z)), OPTIONS).xml();
    assertThat(xml)
        .contains(
            "    <body name=\"table\" pos=\"0 0 0\" quat=\"1 0 0 0\">\n"
                + "      <geom name=\"table/top\" type=\"plane\" size=\"0 0 1\" contype=\"0\""
                + " conaffinity=\"0\"/>\n"
                + "    </body>\n")
        .contains(
            "      <freejoint name=\"box\"/>\n"
                + "      <inertial pos=\"0 0 0\" mass=\"0.2\" diaginertia=\"")
        .contains(
            "<geom name=\"box/body\" type=\"box\" size=\"0.01 0.02 0.03\" contype=\"0\""
                + " conaffinity=\"0\"/>");
  }

  @Test
  void theSameSceneGivesTheSameText() {
    Scene scene = scene(List.of(table(), free("box", BOX, Vec3.Z)));
    assertThat(MjcfWriter.write(scene, OPTIONS)).isEqualTo(MjcfWriter.write(scene, OPTIONS));
  }

  @Test
  void dialectsDifferInTheSizesAlone() throws IOException {
    Scene scene = bodies(table(), free("box", BOX, Vec3.Z));
    String v2 = MjcfWriter.write(scene, OPTIONS).xml();
    String v3 = MjcfWriter.write(scene, MjcfOptions.of(MjcfDialect.V3, 0.002)).xml();
    assertThat(child(parse(v2), "size").attributes()).containsOnlyKeys("njmax", "nconmax");
    assertThat(child(parse(v3), "size").attributes()).containsOnlyKeys("memory");
    String size = " *<size [^>]*>\n";
    assertThat(v2.replaceFirst(size, "")).isEqualTo(v3.replaceFirst(size, ""));
  }

  @Test
  void everythingThatVersionsDefaultDifferentlyIsSaid() throws IOException {
    XmlElement model = parse(MjcfWriter.write(scene(List.of(table())), OPTIONS).xml());
    assertThat(child(model, "compiler").attributes())
        .containsEntry("angle", "radian")
        .containsEntry("autolimits", "false")
        .containsEntry("inertiafromgeom", "false");
    assertThat(child(model, "actuator").children())
        .hasSize(2)
        .allSatisfy(it -> assertThat(it.attributes()).containsKeys("ctrllimited", "forcelimited"));
    assertThat(child(model, "worldbody").children("body").toString()).doesNotContain("kv");
  }

  @Test
  void jointsAndServosHaveTheNumbersOfTheRobot() throws IOException {
    XmlElement model = parse(MjcfWriter.write(scene(List.of()), OPTIONS).xml());
    XmlElement upper = child(body(model, "arm/base"), "body");
    assertThat(upper.required("name")).isEqualTo("arm/upper");
    assertThat(upper.numbers("pos", 3, 3)).containsExactly(0.1, -0.02, 1.0 / 3);
    XmlElement lift = child(upper, "joint");
    assertThat(lift.attributes())
        .containsEntry("name", "arm/lift")
        .containsEntry("type", "hinge")
        .containsEntry("limited", "true")
        .containsEntry("range", "-1 1.5")
        .containsEntry("damping", "0.01")
        .containsEntry("frictionloss", "0.002");
    assertThat(lift.numbers("solreffriction", 2, 2)[0])
        .as("shorter than any touch")
        .isLessThan(1e-4);
    XmlElement turn = child(upper, "body", "body", "joint");
    assertThat(turn.attributes()).containsEntry("limited", "false").doesNotContainKey("range");
    XmlElement servo = child(model, "actuator", "general");
    assertThat(servo.attributes())
        .containsEntry("joint", "arm/turn")
        .containsEntry("gainprm", "3")
        .containsEntry("biasprm", "0 -3 -0.25")
        .containsEntry("forcerange", "-0.7 0.7");
  }

  @Test
  void theLayoutKeepsTheOrderOfTheRobotAndTheKeyframeThatOfTheTree() throws IOException {
    MjcfModel written =
        MjcfWriter.write(scene(List.of(table(), free("box", BOX, new Vec3(7, 8, 9)))), OPTIONS);
    assertThat(written.layout().bodies()).containsExactly("box");
    assertThat(written.layout().joints())
        .containsExactly("arm/lift", "arm/slide", "arm/twist", "arm/turn");
    assertThat(written.layout().actuators()).containsExactly("arm/m-turn", "arm/m-lift");
    XmlElement key = child(parse(written.xml()), "keyframe", "key");
    assertThat(key.required("name")).isEqualTo(MjcfModel.START);
    double[] q = key.numbers("qpos", 1, 100);
    double half = Math.sqrt(0.5);
    assertThat(q)
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(7, 8, 9, half, 0, 0, half, /* lift */ 1, /* twist */ 3, /* turn */ 4, 2);
    // linear in the world, angular in the body, which is a quarter turn ahead about z
    assertThat(key.numbers("qvel", 1, 100))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(4, 5, 6, 2, -1, 3, 0, 0, 0, 0);
    assertThat(key.required("ctrl")).isEqualTo("4 1");
  }

  @Test
  void allThatCanTouchIsPairedAndNothingElse() {
    MjcfModel written =
        MjcfWriter.write(
            scene(
                List.of(
                    table(),
                    SceneBody.fixed(
                        "wall",
                        List.of(Collider.centred("face", BOX)),
                        WOOD,
                        Pose.identity(Pose.WORLD, "wall")),
                    free("box", BOX, Vec3.Z))),
            OPTIONS);
    assertThat(written.pairs())
        .extracting(MjcfContactPair::name)
        .containsExactly(
            "table/top~box/body",
            "table/top~arm/upper/shape",
            "table/top~arm/tip/shape",
            "table/top~arm/slider/shape",
            "wall/face~box/body",
            "wall/face~arm/upper/shape",
            "wall/face~arm/tip/shape",
            "wall/face~arm/slider/shape",
            "box/body~arm/base/shape",
            "box/body~arm/upper/shape",
            "box/body~arm/tip/shape",
            "box/body~arm/slider/shape");
  }

  @Test
  void pairsCombineMaterialsByTheGeometricMeanUnlessTheSceneSaysOtherwise() {
    Material said = new Material(0.1, 1e3, 5);
    MjcfModel written =
        MjcfWriter.write(
            scene(
                List.of(table(), free("box", BOX, Vec3.Z)), new ContactPair("box", "table", said)),
            OPTIONS);
    assertThat(pair(written, "table/top~box/body").material()).isEqualTo(said);
    Material combined = pair(written, "box/body~arm/tip/shape").material();
    assertThat(combined.friction()).isCloseTo(0.6, within(1e-12));
    assertThat(combined.stiffness()).isCloseTo(2e4, within(1e-8));
    assertThat(combined.damping()).isCloseTo(20, within(1e-12));
  }

  @Test
  void theReducedMassIsThatOfWhatMeets() {
    MjcfModel written =
        MjcfWriter.write(scene(List.of(table(), free("box", BOX, Vec3.Z))), OPTIONS);
    assertThat(pair(written, "table/top~box/body").reducedMass()).isCloseTo(0.2, within(1e-12));
    // the last joint carries the tip of 0.02 kg and the bracket of 0.05 kg
    assertThat(pair(written, "table/top~arm/tip/shape").reducedMass())
        .isCloseTo(0.07, within(1e-12));
    assertThat(pair(written, "box/body~arm/tip/shape").reducedMass())
        .isCloseTo(0.2 * 0.07 / 0.27, within(1e-12));
  }

  private static MjcfContactPair pair(MjcfModel model, String name) {
    return model.pairs().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void principalAxesGiveTheInertiaBack() throws IOException {
    SymmetricMatrix3 inertia = new SymmetricMatrix3(1.9e-7, 1.1e-7, 1.7e-7, 5e-8, -2e-8, 1e-8);
    SceneBody body =
        SceneBody.free(
            "chip",
            new MassProperties(0.001, Vec3.X, inertia),
            List.of(),
            WOOD,
            Pose.identity(Pose.WORLD, "chip"),
            Twist.zero(Pose.WORLD, "chip"));
    XmlElement model = parse(MjcfWriter.write(bodies(body), OPTIONS).xml());
    XmlElement inertial = child(body(model, "chip"), "inertial");
    double[] moments = inertial.numbers("diaginertia", 3, 3);
    SymmetricMatrix3 back =
        SymmetricMatrix3.diagonal(moments[0], moments[1], moments[2])
            .rotated(Quat.of(inertial.numbers("quat", 4, 4), 0));
    assertThat(back)
        .usingRecursiveComparison()
        .withComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-20 ? 0 : Double.compare(a, b), Double.class)
        .isEqualTo(inertia);
  }

  @Test
  void meshesBecomeTheirHullsOncePerShape() throws IOException {
    Shape.Mesh letter = new Shape.Mesh(MeshShapes.letterA(0.1, 0.2, 0.05));
    Shape.Mesh same = new Shape.Mesh(MeshShapes.letterA(0.1, 0.2, 0.05));
    XmlElement model =
        parse(
            MjcfWriter.write(
                    bodies(free("first", letter, Vec3.X), free("second", same, Vec3.Z)), OPTIONS)
                .xml());
    XmlElement asset = child(model, "asset");
    assertThat(asset.children()).hasSize(1);
    double[] vertices = child(asset, "mesh").numbers("vertex", 3, 1000);
    // four corners in front and behind; rounding may leave a point on an edge
    assertThat(vertices.length / 3).isBetween(8, 10);
    assertThat(letter.mesh().vertexCount()).isEqualTo(30);
    assertThat(child(body(model, "second"), "geom").required("mesh")).isEqualTo("first/body");
  }

  @Test
  void namesAreEscaped() throws IOException {
    String name = "<a & \"b\"> ä 'c'";
    XmlElement model = parse(MjcfWriter.write(bodies(free(name, BOX, Vec3.X)), OPTIONS).xml());
    assertThat(body(model, name)).isNotNull();
    assertThatThrownBy(() -> MjcfWriter.write(bodies(free("a\u0001", BOX, Vec3.X)), OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rename");
  }

  @Test
  void collidersOfOneNameAreNumbered() {
    SceneBody twice =
        SceneBody.free(
            "twice",
            SolidMass.of(BOX, 1),
            List.of(Collider.centred("c", BOX), Collider.centred("c", BOX)),
            WOOD,
            Pose.identity(Pose.WORLD, "twice"),
            Twist.zero(Pose.WORLD, "twice"));
    assertThat(MjcfWriter.write(bodies(table(), twice), OPTIONS).pairs())
        .extracting(MjcfContactPair::secondGeom)
        .containsExactly("twice/c", "twice/c#2");
  }

  @Test
  void aBodyThatIsCalledLikeALinkIsRefused() {
    assertThatThrownBy(
            () -> MjcfWriter.write(scene(List.of(free("arm/tip", BOX, Vec3.X))), OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("arm/tip");
    assertThatThrownBy(() -> MjcfWriter.write(bodies(free("world", BOX, Vec3.X)), OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rename");
  }

  @Test
  void planesDoNotMove() {
    SceneBody body =
        SceneBody.free(
            "sheet",
            SolidMass.of(BOX, 1),
            List.of(Collider.centred("p", new Shape.Plane())),
            WOOD,
            Pose.identity(Pose.WORLD, "sheet"),
            Twist.zero(Pose.WORLD, "sheet"));
    assertThatThrownBy(() -> MjcfWriter.write(bodies(body), OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'sheet'")
        .hasMessageContaining("use a box");
  }

  @Test
  void flatAndTinyMeshesAreRefusedByName() {
    TriangleMesh flat =
        new TriangleMesh(
            new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0}, new int[] {0, 1, 2, 1, 3, 2});
    assertThatThrownBy(() -> MjcfWriter.write(bodies(fixed(flat)), OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scan/s")
        .hasMessageContaining("thin box");
    assertThatThrownBy(
            () -> MjcfWriter.write(bodies(fixed(MeshShapes.box(1e-5, 1e-5, 1e-5))), OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scan/s")
        .hasMessageContaining("metres");
  }

  private static SceneBody fixed(TriangleMesh mesh) {
    return SceneBody.fixed(
        "scan",
        List.of(Collider.centred("s", new Shape.Mesh(mesh))),
        WOOD,
        Pose.identity(Pose.WORLD, "scan"));
  }

  @Test
  void anImpossibleInertiaIsRefused() {
    SceneBody body =
        SceneBody.free(
            "odd",
            new MassProperties(1, Vec3.ZERO, SymmetricMatrix3.diagonal(1, 1, 2.1)),
            List.of(),
            WOOD,
            Pose.identity(Pose.WORLD, "odd"),
            Twist.zero(Pose.WORLD, "odd"));
    assertThatThrownBy(() -> MjcfWriter.write(bodies(body), OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'odd'")
        .hasMessageContaining("sum of the others");
  }

  private static RobotModel lever(double lower, double upper, double armature) {
    return new RobotModel(
        "lever",
        "base",
        List.of(
            new Link("base", Optional.empty(), List.of()),
            new Link("arm", Optional.empty(), List.of())),
        List.of(
            new Joint(
                "hinge",
                Joint.Type.REVOLUTE,
                "base",
                "arm",
                Vec3.ZERO,
                Quat.IDENTITY,
                Vec3.Z,
                lower,
                upper,
                0,
                0,
                armature)),
        List.of());
  }

  @Test
  void aJointThatMovesNothingIsRefused() throws IOException {
    assertThatThrownBy(() -> MjcfWriter.write(lever(-1, 1, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'hinge'")
        .hasMessageContaining("armature");
    XmlElement model = parse(MjcfWriter.write(lever(-1, 1, 1e-3)));
    assertThat(child(body(model, "base"), "body", "inertial").number("mass").orElseThrow())
        .isEqualTo(1e-12);
  }

  @Test
  void aLimitOnOneSideLeavesTheOtherOpenAndALockedJointIsRefused() throws IOException {
    XmlElement model = parse(MjcfWriter.write(lever(-1, Double.POSITIVE_INFINITY, 1e-3)));
    assertThat(child(body(model, "base"), "body", "joint").numbers("range", 2, 2))
        .containsExactly(-1, 1e10);
    assertThatThrownBy(() -> MjcfWriter.write(lever(0.5, 0.5, 1e-3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fixed joint");
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> MjcfOptions.of(MjcfDialect.V3, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("time step");
    assertThatThrownBy(() -> MjcfOptions.of(MjcfDialect.V3, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void contactsOfOneTimeConstantDoNotAskTheMaterials() throws IOException {
    MjcfOptions rigid =
        new MjcfOptions(
            MjcfDialect.V2,
            0.002,
            MjcfOptions.Integrator.IMPLICIT,
            MjcfOptions.Cone.ELLIPTIC,
            100,
            1e-8,
            1,
            0,
            100,
            Optional.of(0.01));
    Scene scene = bodies(table(), free("box", BOX, new Vec3(0, 0, 0.03)));
    XmlElement pair = child(parse(MjcfWriter.write(scene, rigid).xml()), "contact", "pair");
    assertThat(pair.required("solref")).isEqualTo("0.01 1");
    assertThat(pair.required("solimp")).startsWith("0.95 0.99");
    assertThatThrownBy(
            () ->
                new MjcfOptions(
                    MjcfDialect.V2,
                    0.002,
                    MjcfOptions.Integrator.IMPLICIT,
                    MjcfOptions.Cone.ELLIPTIC,
                    100,
                    1e-8,
                    1,
                    0,
                    100,
                    Optional.of(0.003)))
        .hasMessageContaining("2 time steps");
  }
}
