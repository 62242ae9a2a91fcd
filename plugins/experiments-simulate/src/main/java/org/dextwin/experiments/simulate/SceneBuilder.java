package org.dextwin.experiments.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.format.MeshReader;
import org.dextwin.mechanics.mesh.SolidMass;

/** Makes a scene of its configuration. */
final class SceneBuilder {

  private final SceneConfig config;
  private final List<String> notes;

  /**
   * Prepares the work.
   *
   * @param config the scene
   * @param notes where to note what the reader of the report should know
   */
  SceneBuilder(SceneConfig config, List<String> notes) {
    this.config = config;
    this.notes = notes;
  }

  /**
   * Reads the meshes and makes the scene.
   *
   * @param robot the hand or arm; present if the scene places one
   * @param starts where its joints start, by name [rad]
   */
  Scene build(Optional<RobotModel> robot, Map<String, Double> starts) {
    List<SceneBody> bodies = new ArrayList<>();
    config.ground().ifPresent(ground -> bodies.add(ground(ground)));
    config.objects().forEach(object -> bodies.add(body(object)));
    List<SceneRobot> robots = robot.map(model -> robot(model, starts)).stream().toList();
    return new Scene("scene", Scene.EARTH_GRAVITY, bodies, robots, List.of());
  }

  private SceneBody ground(SceneConfig.Ground ground) {
    return SceneBody.fixed(
        SceneConfig.GROUND,
        List.of(Collider.centred("plane", new Shape.Plane())),
        material(ground.friction()),
        Pose.inWorld(SceneConfig.GROUND, new Vec3(0, 0, ground.heightM()), Quat.IDENTITY));
  }

  private SceneBody body(ObjectConfig object) {
    Shape shape = shape(object);
    List<Collider> colliders = List.of(Collider.centred(object.name(), shape));
    Material material = material(object.friction());
    Pose pose = pose(object.name(), object.positionM(), object.rotationDeg());
    if (object.fixed()) {
      return SceneBody.fixed(object.name(), colliders, material, pose);
    }
    return SceneBody.free(
        object.name(),
        mass(object, shape),
        colliders,
        material,
        pose,
        new Twist(Pose.WORLD, object.name(), Vec3.ZERO, object.velocityMPerS()));
  }

  private static Shape shape(ObjectConfig object) {
    return switch (object.shape()) {
      case BOX -> {
        Vec3 size = object.sizeM().orElseThrow();
        yield new Shape.Box(size.x() / 2, size.y() / 2, size.z() / 2);
      }
      case SPHERE -> new Shape.Sphere(object.radiusM().orElseThrow());
      case CYLINDER ->
          new Shape.Cylinder(object.radiusM().orElseThrow(), object.lengthM().orElseThrow() / 2);
      case CAPSULE -> {
        double radius = object.radiusM().orElseThrow();
        yield new Shape.Capsule(radius, object.lengthM().orElseThrow() / 2 - radius);
      }
      case MESH -> new Shape.Mesh(MeshReader.read(object.mesh().orElseThrow()));
    };
  }

  private MassProperties mass(ObjectConfig object, Shape shape) {
    double mass = object.massKg().orElseThrow();
    if (!(shape instanceof Shape.Mesh mesh)) {
      return SolidMass.of(shape, mass);
    }
    Path file = object.mesh().orElseThrow();
    SolidMass.defect(mesh.mesh())
        .ifPresent(
            defect ->
                notes.add(
                    "%s is no solid: %s. The mass of '%s' is spread over its convex hull instead."
                        .formatted(file.getFileName(), defect, object.name())));
    return SolidMass.uniformOrHull(mesh.mesh(), mass);
  }

  private SceneRobot robot(RobotModel robot, Map<String, Double> starts) {
    SceneConfig.Placement placement = config.robot().orElseThrow();
    JointOrder order = robot.kinematicOrder();
    double[] positions = order.joints().stream().mapToDouble(starts::get).toArray();
    return new SceneRobot(
        placement.name(),
        robot,
        pose(placement.name(), placement.positionM(), placement.rotationDeg()),
        material(placement.friction()),
        new JointVector(order, positions));
  }

  private Material material(Optional<Double> friction) {
    SceneConfig.Contact contact = config.contact();
    return new Material(
        friction.orElse(contact.friction()), contact.stiffnessNPerM(), contact.dampingNSPerM());
  }

  private static Pose pose(String body, Vec3 position, Vec3 degrees) {
    return Pose.inWorld(
        body,
        position,
        Quat.fromRollPitchYaw(
            Math.toRadians(degrees.x()), Math.toRadians(degrees.y()), Math.toRadians(degrees.z())));
  }
}
