package org.dextwin.mechanics.mjcf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.xml.ModelFolder;
import org.dextwin.mechanics.xml.XmlElement;
import org.dextwin.mechanics.xml.XmlNotes;

/**
 * Reads robots from MJCF files as MuJoCo 3 reads them: default classes, the compiler's angles,
 * Euler sequences and folders, includes, every way to state an orientation, and mass properties
 * from geoms where a body states none.
 *
 * <ul>
 *   <li>Every body is a link of its name, every hinge or slide a joint; further links, without
 *       mass, stand between several joints of one body and where a joint does not sit in the body's
 *       origin.
 *   <li>A body without joints hangs on a fixed joint called {@code body-mount}.
 *   <li>Geoms that can touch something become colliders. Their friction is left out, as surfaces
 *       belong to a scene.
 *   <li>Actuators that are a spring and damper to their control become servos, without a velocity
 *       limit. The mass of a mesh is that of its exact volume, or of its hull if it does not close.
 *   <li>What has no place in a {@link RobotModel} is named in {@link MjcfRobot#notes()}; ball
 *       joints, free joints inside the tree and elements that stand for generated bodies are
 *       refused.
 * </ul>
 *
 * <p>Files are not trusted: see {@link org.dextwin.mechanics.xml.XmlFile}; what they name must lie
 * in the folder of the model. An {@link InvalidInputException} names file, line, what was found,
 * what was expected and the remedy.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state. <i>References</i>: MuJoCo documentation,
 * "XML reference" and "Modeling: default settings".
 */
public final class MjcfReader {

  private static final Set<String> READ =
      Set.of(
          "compiler", "default", "asset", "worldbody", "actuator", "contact", "custom", "equality");

  /** Sections that MJCF knows and a robot model has no place for. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "option",
          "size",
          "visual",
          "statistic",
          "sensor",
          "keyframe",
          "tendon",
          "extension",
          "deformable");

  /** What to do about a mesh whose file is not there. */
  public enum MissingMeshes {
    /** Refuse the model. */
    REFUSE,
    /** Leave out its shape and mass, and note it: for kinematics alone. */
    LEAVE_OUT
  }

  private MjcfReader() {}

  /**
   * Reads a robot; every mesh that it needs for shape or mass must be there.
   *
   * @param file an MJCF file
   * @return the robot, with notes on what was left out
   * @throws InvalidInputException if the file cannot be read as a robot
   */
  public static MjcfRobot read(Path file) {
    return read(file, MissingMeshes.REFUSE);
  }

  /**
   * Reads a robot.
   *
   * @param file an MJCF file
   * @param missing what to do about a mesh whose file is not there
   * @return the robot, with notes on what was left out
   * @throws InvalidInputException if the file cannot be read as a robot
   */
  public static MjcfRobot read(Path file, MissingMeshes missing) {
    XmlElement root = Includes.read(file);
    XmlNotes notes = new XmlNotes();
    for (XmlElement section : root.children()) {
      if (LEFT_OUT.contains(section.name())) {
        if (!section.children().isEmpty() || !section.attributes().isEmpty()) {
          notes.add(section, "<" + section.name() + "> has no place in a robot model; left out");
        }
      } else if (!READ.contains(section.name())) {
        throw section.problem("found an element that MJCF does not know; correct or remove it");
      }
    }
    MotorLimits limits = MotorLimits.read(root.children("custom"), notes);
    root.children("equality").forEach(section -> noteCouplings(section, notes));
    Compiler compiler = Compiler.of(root.children("compiler"));
    DefaultClasses defaults = new DefaultClasses(root.children("default"));
    MeshAssets meshes =
        new MeshAssets(
            root.children("asset"),
            defaults,
            ModelFolder.of(file),
            compiler,
            missing == MissingMeshes.LEAVE_OUT,
            notes);
    List<XmlElement> worlds = root.children("worldbody");
    if (worlds.isEmpty()) {
      throw root.problem("found no <worldbody>; expected the bodies of a robot in one");
    }
    BodyTree tree = new BodyTree(defaults, compiler, meshes, paired(root), notes);
    BodyTree.Root base = tree.read(worlds);
    List<Actuator> actuators =
        actuators(root, defaults, compiler, tree.joints(), notes).stream().map(limits::of).toList();
    try {
      RobotModel model =
          new RobotModel(name(root, file), base.name(), tree.links(), tree.joints(), actuators);
      Pose X_WB = Pose.inWorld(base.name(), base.X_WB().position(), base.X_WB().rotation());
      return new MjcfRobot(model, X_WB, base.floating(), notes.all());
    } catch (IllegalArgumentException e) {
      throw root.problem(String.valueOf(e.getMessage()));
    }
  }

  /** A joint that follows another is an equality in MJCF; a robot model couples none. */
  private static void noteCouplings(XmlElement section, XmlNotes notes) {
    for (XmlElement equality : section.children()) {
      boolean couples = equality.name().equals("joint") && equality.has("joint2");
      notes.add(
          equality,
          couples
              ? "joint %s is meant to follow %s; it moves by itself now"
                  .formatted(
                      XmlElement.quoted(equality.text("joint1").orElse("")),
                      XmlElement.quoted(equality.text("joint2").orElse("")))
              : "an equality of " + equality.name() + " has no place in a robot model; left out");
    }
  }

  private static String name(XmlElement root, Path file) {
    String stem = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    return root.text("model").filter(name -> !name.isBlank()).orElse(stem);
  }

  /** Names of the geoms that touch by explicit pairs. */
  private static Set<String> paired(XmlElement root) {
    Set<String> names = new HashSet<>();
    for (XmlElement contact : root.children("contact")) {
      for (XmlElement pair : contact.children("pair")) {
        pair.text("geom1").ifPresent(names::add);
        pair.text("geom2").ifPresent(names::add);
      }
    }
    return names;
  }

  private static List<Actuator> actuators(
      XmlElement root,
      DefaultClasses defaults,
      Compiler compiler,
      List<Joint> joints,
      XmlNotes notes) {
    Map<String, Joint> byName = new HashMap<>();
    joints.forEach(joint -> byName.put(joint.name(), joint));
    List<Actuator> actuators = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (XmlElement section : root.children("actuator")) {
      for (XmlElement element : section.children()) {
        Layers layers = defaults.layers(element, DefaultClasses.MAIN);
        Servo servo = Servo.of(layers);
        Optional<String> obstacle = servo.obstacle(layers);
        if (obstacle.isPresent()) {
          notes.add(element, obstacle.get() + "; left out");
          continue;
        }
        String joint = element.required("joint");
        if (!byName.containsKey(joint)) {
          throw element.problem(
              "found the joint "
                  + XmlElement.quoted(joint)
                  + "; expected one of "
                  + joints.stream()
                      .filter(it -> it.type() != Joint.Type.FIXED)
                      .map(Joint::name)
                      .toList());
        }
        String name = element.text("name").orElse(joint + "-servo");
        if (!names.add(name)) {
          throw element.problem(
              "found a second actuator " + XmlElement.quoted(name) + "; rename one");
        }
        if (layers.limited("ctrllimited", "ctrlrange", compiler)) {
          notes.add(element, "the range of an actuator's control is left out");
        }
        actuators.add(servo.actuator(name, joint, torqueLimit(layers, compiler, notes)));
      }
    }
    return actuators;
  }

  private static double torqueLimit(Layers layers, Compiler compiler, XmlNotes notes) {
    if (!layers.limited("forcelimited", "forcerange", compiler)) {
      return Double.POSITIVE_INFINITY;
    }
    double[] range = layers.numbers("forcerange", 2, 2);
    if (range[0] != -range[1]) {
      notes.add(layers.element(), "a force range is not even; the smaller side is taken");
    }
    double limit = Math.min(-range[0], range[1]);
    if (!(limit > 0)) {
      throw layers
          .of("forcerange")
          .problem("forcerange allows no force on one side; expected a range about 0");
    }
    return limit;
  }
}
