package org.dextwin.mechanics.urdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.format.MeshFormat;
import org.dextwin.mechanics.format.MeshWriter;
import org.dextwin.mechanics.xml.XmlText;

/**
 * Writes robots as plain URDF, which ROS and MuJoCo load, and which {@link UrdfReader} reads back
 * to the same links and joints, to the last digits of the angles. Shapes are named {@code
 * LINK/NAME}.
 *
 * <p>URDF has no place for servo gains, rotor inertias and joint orders; of a motor it keeps the
 * limits. A joint without a motor has the effort limit zero. A capsule becomes a cylinder and two
 * balls, named {@code NAME~side}, {@code NAME~top} and {@code NAME~bottom}. Meshes are written
 * beside the file, in the folder {@code STEM-meshes}.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state.
 */
public final class UrdfWriter {

  private final RobotModel robot;
  private final Map<String, Actuator> motors = new HashMap<>();
  private final Map<TriangleMesh, String> meshes;
  private final XmlText xml = new XmlText();

  private UrdfWriter(RobotModel robot, Map<TriangleMesh, String> meshes) {
    this.robot = robot;
    this.meshes = meshes;
    robot.actuators().forEach(motor -> motors.put(motor.joint(), motor));
  }

  /**
   * Writes a robot whose shapes are not meshes.
   *
   * @param robot the robot
   * @return the text of the URDF file
   * @throws IllegalArgumentException if URDF cannot represent the robot; the message names the part
   *     and the remedy
   */
  public static String text(RobotModel robot) {
    return new UrdfWriter(robot, Map.of()).write();
  }

  /**
   * Writes a robot and its meshes.
   *
   * @param file the URDF file; an existing one is replaced when all else is written
   * @param robot the robot
   * @throws IllegalArgumentException if URDF cannot represent the robot; the message names the part
   *     and the remedy
   * @throws UncheckedIOException if a file cannot be written
   */
  public static void write(Path file, RobotModel robot) {
    Path name = Objects.requireNonNull(file.getFileName(), "a folder");
    String folder = name.toString().replaceFirst("\\.[^.]*$", "") + "-meshes";
    Map<TriangleMesh, String> meshes = meshes(robot, folder);
    String text = new UrdfWriter(robot, meshes).write();
    try {
      if (!meshes.isEmpty()) {
        Files.createDirectories(file.resolveSibling(folder));
      }
      meshes.forEach(
          (mesh, path) -> MeshWriter.write(file.resolveSibling(path), mesh, MeshFormat.OBJ));
      Path part = file.resolveSibling(name + ".part");
      Files.write(part, text.getBytes(StandardCharsets.UTF_8));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<TriangleMesh, String> meshes(RobotModel robot, String folder) {
    Map<TriangleMesh, String> meshes = new LinkedHashMap<>();
    for (Link link : robot.links()) {
      for (Collider collider : link.colliders()) {
        if (collider.shape() instanceof Shape.Mesh shape) {
          String path = "%s/mesh-%d.obj".formatted(folder, meshes.size() + 1);
          meshes.putIfAbsent(shape.mesh(), path);
        }
      }
    }
    return meshes;
  }

  private String write() {
    xml.open("robot").attribute("name", robot.name());
    if (!meshes.isEmpty()) {
      // MuJoCo looks for the meshes of a URDF file beside it, unless it is told otherwise
      xml.open("mujoco").open("compiler").attribute("strippath", "false").close().close();
    }
    robot.links().forEach(this::write);
    robot.joints().forEach(this::write);
    return "<?xml version=\"1.0\"?>\n" + xml.close();
  }

  private void write(Link link) {
    xml.open("link").attribute("name", link.name());
    link.mass().ifPresent(this::write);
    for (Collider collider : link.colliders()) {
      CapsuleParts.split(collider).forEach(part -> write(link, part));
    }
    xml.close();
  }

  private void write(MassProperties mass) {
    SymmetricMatrix3 inertia = mass.inertia();
    xml.open("inertial");
    origin(mass.centerOfMass(), Quat.IDENTITY);
    xml.open("mass").attribute("value", mass.mass()).close();
    xml.open("inertia")
        .attribute("ixx", inertia.xx())
        .attribute("ixy", inertia.xy())
        .attribute("ixz", inertia.xz())
        .attribute("iyy", inertia.yy())
        .attribute("iyz", inertia.yz())
        .attribute("izz", inertia.zz())
        .close();
    xml.close();
  }

  /** MuJoCo wants names of shapes to be unique within the robot; ours are within the link. */
  static String prefix(String link) {
    return link + "/";
  }

  private void write(Link link, Collider collider) {
    xml.open("collision").attribute("name", prefix(link.name()) + collider.name());
    origin(collider.position(), collider.rotation());
    xml.open("geometry");
    Shape shape = collider.shape();
    if (shape instanceof Shape.Box box) {
      xml.open("box").attribute("size", 2 * box.halfX(), 2 * box.halfY(), 2 * box.halfZ());
    } else if (shape instanceof Shape.Cylinder cylinder) {
      xml.open("cylinder")
          .attribute("radius", cylinder.radius())
          .attribute("length", 2 * cylinder.halfLength());
    } else if (shape instanceof Shape.Sphere ball) {
      xml.open("sphere").attribute("radius", ball.radius());
    } else if (shape instanceof Shape.Mesh mesh && meshes.containsKey(mesh.mesh())) {
      xml.open("mesh").attribute("filename", String.valueOf(meshes.get(mesh.mesh())));
    } else {
      throw new IllegalArgumentException(
          "link '"
              + link.name()
              + "' has the shape '"
              + collider.name()
              + "', a "
              + shape.getClass().getSimpleName()
              + ", which "
              + (shape instanceof Shape.Mesh
                  ? "needs a file of its own; write the robot to a file"
                  : "URDF has no place for; use a box"));
    }
    xml.close().close().close();
  }

  private void write(Joint joint) {
    xml.open("joint").attribute("name", joint.name()).attribute("type", type(joint));
    origin(joint.position(), joint.rotation());
    xml.open("parent").attribute("link", joint.parent()).close();
    xml.open("child").attribute("link", joint.child()).close();
    if (joint.type() != Joint.Type.FIXED) {
      xml.open("axis").attribute("xyz", joint.axis()).close();
      limit(joint);
      if (joint.damping() != 0 || joint.friction() != 0) {
        xml.open("dynamics")
            .attribute("damping", joint.damping())
            .attribute("friction", joint.friction())
            .close();
      }
    }
    xml.close();
  }

  private static String type(Joint joint) {
    boolean bounded = Double.isFinite(joint.lower()) && Double.isFinite(joint.upper());
    boolean free = Double.isInfinite(joint.lower()) && Double.isInfinite(joint.upper());
    if (joint.type() == Joint.Type.FIXED) {
      return "fixed";
    } else if (joint.type() == Joint.Type.REVOLUTE && free) {
      return "continuous";
    } else if (bounded) {
      return joint.type() == Joint.Type.REVOLUTE ? "revolute" : "prismatic";
    }
    throw new IllegalArgumentException(
        "joint '"
            + joint.name()
            + "' has the limits "
            + joint.lower()
            + " to "
            + joint.upper()
            + ", which URDF has no place for; give it two finite ones"
            + (joint.type() == Joint.Type.REVOLUTE ? " or none" : ""));
  }

  private void limit(Joint joint) {
    xml.open("limit");
    if (Double.isFinite(joint.lower())) {
      xml.attribute("lower", joint.lower()).attribute("upper", joint.upper());
    }
    Actuator motor = motors.get(joint.name());
    xml.attribute("effort", motor == null ? 0 : finite(motor.torqueLimit()))
        .attribute("velocity", motor == null ? 0 : finite(motor.velocityLimit()))
        .close();
  }

  /** URDF has finite numbers only; zero stands for "not known" in {@link UrdfReader}. */
  private static double finite(double limit) {
    return Double.isFinite(limit) ? limit : 0;
  }

  private void origin(Vec3 position, Quat rotation) {
    if (position.equals(Vec3.ZERO) && rotation.equals(Quat.IDENTITY)) {
      return;
    }
    xml.open("origin")
        .attribute("xyz", position)
        .attribute("rpy", UrdfOrigin.rollPitchYaw(rotation))
        .close();
  }
}
