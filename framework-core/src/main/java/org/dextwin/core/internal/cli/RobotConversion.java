package org.dextwin.core.internal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.IoReason;
import org.dextwin.core.internal.run.AtomicFile;
import org.dextwin.mechanics.mjcf.MjcfReader;
import org.dextwin.mechanics.mjcf.MjcfRobot;
import org.dextwin.mechanics.mjcf.MjcfWriter;
import org.dextwin.mechanics.urdf.AssumedMass;
import org.dextwin.mechanics.urdf.UrdfOptions;
import org.dextwin.mechanics.urdf.UrdfReader;
import org.dextwin.mechanics.urdf.UrdfRobot;
import org.dextwin.mechanics.urdf.UrdfWriter;
import org.dextwin.mechanics.xml.XmlElement;
import org.dextwin.mechanics.xml.XmlFile;

/** Reads a robot in one format and writes it in another. */
final class RobotConversion {

  /** MuJoCo's name of the root of all bodies, and what many URDF files call their root link. */
  private static final String WORLD = "world";

  private final List<Path> packages;
  private final boolean requireMeshes;
  private final List<String> notes = new ArrayList<>();

  RobotConversion(List<Path> packages, boolean requireMeshes) {
    this.packages = packages;
    this.requireMeshes = requireMeshes;
  }

  private enum Format {
    URDF,
    MJCF
  }

  /** Converts a file and returns what got lost or was changed. */
  List<String> convert(Path in, Path out) {
    Format target = formatOf(out);
    if (isSame(in, out)) {
      throw new InvalidInputException(
          out + ": is the robot itself; expected another file to write to");
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InvalidInputException(
          out + ": cannot be written: there is no folder " + folder + "; make it");
    }
    RobotModel robot = withMass(in, read(in));
    try {
      switch (target) {
        case URDF -> writeUrdf(out, robot);
        case MJCF -> AtomicFile.write(out, mjcf(robot));
      }
    } catch (IllegalArgumentException e) { // the format has no place for something
      throw new InvalidInputException(in + ": " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException(out + ": cannot be written: " + IoReason.of(e), e.getCause());
    }
    return notes;
  }

  private static Format formatOf(Path out) {
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".urdf")) {
      return Format.URDF;
    } else if (name.endsWith(".xml") || name.endsWith(".mjcf")) {
      return Format.MJCF;
    }
    throw new InvalidInputException(
        out + ": its ending names no format; expected .urdf for URDF, .xml or .mjcf for MJCF");
  }

  private static boolean isSame(Path in, Path out) {
    try {
      return Files.exists(in) && Files.exists(out) && Files.isSameFile(in, out);
    } catch (IOException e) {
      return false;
    }
  }

  private RobotModel read(Path in) {
    XmlElement root = XmlFile.read(in);
    return switch (root.name()) {
      case "robot" -> readUrdf(in);
      case "mujoco" -> readMjcf(in);
      default ->
          throw root.problem(
              "found <"
                  + root.name()
                  + "> as the outermost element; expected <robot> of URDF or <mujoco> of MJCF");
    };
  }

  private RobotModel readUrdf(Path in) {
    UrdfRobot read =
        UrdfReader.read(
            in,
            new UrdfOptions(
                packages,
                requireMeshes
                    ? UrdfOptions.MissingMeshes.REFUSE
                    : UrdfOptions.MissingMeshes.LEAVE_OUT));
    notes.addAll(read.notes());
    read.mimics()
        .forEach(
            (joint, mimic) ->
                notes.add(
                    "%s: joint '%s' is meant to follow %s '%s' + %s; it moves by itself now"
                        .formatted(
                            read.placeOfJoint(joint),
                            joint,
                            mimic.multiplier(),
                            mimic.joint(),
                            mimic.offset())));
    return withLimits(in, read);
  }

  /** A motor without gains gives no torque, and keeps the limits that URDF names of it. */
  private RobotModel withLimits(Path in, UrdfRobot read) {
    RobotModel robot = read.model();
    List<Actuator> motors = new ArrayList<>();
    for (Joint joint : robot.movingJoints()) {
      UrdfRobot.Motor motor = read.motors().get(joint.name());
      if (motor != null && (motor.effort().isPresent() || motor.velocity().isPresent())) {
        motors.add(
            new Actuator(
                joint.name() + "-motor",
                joint.name(),
                0,
                0,
                motor.effort().orElse(Double.POSITIVE_INFINITY),
                motor.velocity().orElse(Double.POSITIVE_INFINITY)));
      }
    }
    if (!motors.isEmpty()) {
      notes.add(
          in
              + ": motors have limits of effort and velocity and no gains, which URDF does not name;"
              + " they give no torque before they get some");
    }
    return new RobotModel(robot.name(), robot.root(), robot.links(), robot.joints(), motors);
  }

  /** A joint that moves no mass is refused by every engine. */
  private RobotModel withMass(Path in, RobotModel robot) {
    if (robot.joints().stream().anyMatch(joint -> joint.armature() > 0)) {
      return robot; // rotors move as well
    }
    List<String> weightless = AssumedMass.weightless(robot.links(), robot.joints());
    if (weightless.isEmpty()) {
      return robot;
    }
    notes.add(
        "%s: joints %s move links without mass; their collision shapes are filled with %s kg/m^3, or a ball of 1 cm stands in"
            .formatted(in, weightless, AssumedMass.USUAL_DENSITY));
    return AssumedMass.filled(robot);
  }

  private RobotModel readMjcf(Path in) {
    MjcfRobot read =
        MjcfReader.read(
            in,
            requireMeshes ? MjcfReader.MissingMeshes.REFUSE : MjcfReader.MissingMeshes.LEAVE_OUT);
    notes.addAll(read.notes());
    Pose base = read.base();
    if (!base.equals(Pose.identity(base.frame(), base.body()))) {
      notes.add(in + ": the root stands at " + base.position() + " there; the pose is left out");
    }
    if (read.floating()) {
      notes.add(in + ": the root floats there; it is fixed now");
    }
    return read.model();
  }

  private void writeUrdf(Path out, RobotModel robot) {
    UrdfWriter.write(out, robot);
    if (robot.actuators().stream().anyMatch(motor -> motor.kp() > 0 || motor.kd() > 0)) {
      notes.add(out + ": URDF has no place for gains of servos; their limits are kept");
    }
    if (robot.joints().stream().anyMatch(joint -> joint.armature() > 0)) {
      notes.add(out + ": URDF has no place for rotor inertias (armature); they are left out");
    }
  }

  private String mjcf(RobotModel robot) {
    if (hasMesh(robot)) {
      notes.add("meshes become their convex hulls in MJCF, as which MuJoCo collides them");
    }
    return MjcfWriter.write(robot.root().equals(WORLD) ? renamed(robot) : robot);
  }

  private static boolean hasMesh(RobotModel robot) {
    return robot.links().stream()
        .flatMap(link -> link.colliders().stream())
        .anyMatch(collider -> collider.shape() instanceof Shape.Mesh);
  }

  private RobotModel renamed(RobotModel robot) {
    String root = robot.name() + "-base";
    notes.add("the root link 'world' is called '" + root + "' now; in MJCF, world is no body");
    List<Link> links =
        robot.links().stream()
            .map(
                link ->
                    link.name().equals(WORLD)
                        ? new Link(root, link.mass(), link.colliders())
                        : link)
            .toList();
    List<Joint> joints =
        robot.joints().stream()
            .map(joint -> joint.parent().equals(WORLD) ? hungOn(root, joint) : joint)
            .toList();
    return new RobotModel(robot.name(), root, links, joints, robot.actuators());
  }

  private static Joint hungOn(String parent, Joint joint) {
    return new Joint(
        joint.name(),
        joint.type(),
        parent,
        joint.child(),
        joint.position(),
        joint.rotation(),
        joint.axis(),
        joint.lower(),
        joint.upper(),
        joint.damping(),
        joint.friction(),
        joint.armature());
  }
}
