package org.dextwin.mechanics.urdf;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.xml.XmlElement;
import org.dextwin.mechanics.xml.XmlFile;
import org.dextwin.mechanics.xml.XmlNotes;

/**
 * Reads robots from URDF files.
 *
 * <ul>
 *   <li>Links, their mass properties and collision shapes; meshes are read, with their scale. What
 *       only a renderer needs is passed over. A link without {@code inertial}, or of mass zero, is
 *       a mere frame; {@link AssumedMass} gives mass to those that move.
 *   <li>Joints that are revolute, continuous, prismatic or fixed, in the order of a walk from the
 *       root, depth first, branches as in the file. One whose limits coincide is fixed there, a
 *       floating or planar one where it stands at zero; both are noted.
 *   <li>Frames that nothing carries and that carry nothing are left out, and noted.
 *   <li>A joint that mimics another is a joint of its own; {@link UrdfRobot#mimics()} says what it
 *       is meant to follow.
 *   <li>Inertias that no body can have are mended (see {@link
 *       org.dextwin.mechanics.dynamics.PhysicalInertia}); one that is missing or has a moment that
 *       is not positive becomes that of the link's shapes, or of a small ball. Both are noted.
 *   <li>What else has no place in a {@link RobotModel} is named in {@link UrdfRobot#notes()}; so
 *       are angles that look like degrees. Files of xacro, from which URDF is generated, are
 *       refused; left over declarations that nothing uses are not.
 * </ul>
 *
 * <p>Files are not trusted: see {@link XmlFile}; the meshes they name must lie in the folder of the
 * file, in the ROS package it belongs to, or in the folders of the options. An {@link
 * InvalidInputException} names file, line, what was found, what was expected and the remedy.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state. <i>References</i>: ROS wiki, "urdf/XML".
 */
public final class UrdfReader {

  /** Elements of a robot that say nothing of it: colours, and options of MuJoCo's own reader. */
  private static final Set<String> NOT_OF_THE_ROBOT = Set.of("material", "mujoco");

  /** Declarations of xacro, which make no part of a robot. */
  private static final Set<String> DECLARATIONS = Set.of("xacro:property", "xacro:arg");

  /** Elements of which nothing is read, so that macros inside do not matter. */
  private static final Set<String> PASSED_OVER = Set.of("visual", "material");

  private UrdfReader() {}

  /**
   * Reads a robot; every mesh of its collision shapes must be there.
   *
   * @param file a URDF file
   * @return the robot
   * @throws InvalidInputException if the file cannot be read as a robot
   */
  public static UrdfRobot read(Path file) {
    return read(file, UrdfOptions.STRICT);
  }

  /**
   * Reads a robot.
   *
   * @param file a URDF file
   * @param options where meshes may be, and what to do without them
   * @return the robot
   * @throws InvalidInputException if the file cannot be read as a robot
   */
  public static UrdfRobot read(Path file, UrdfOptions options) {
    XmlElement root = XmlFile.read(file);
    requireUrdf(root);
    XmlNotes notes = new XmlNotes();
    UrdfMeshes meshes = new UrdfMeshes(file, options, notes);
    Map<String, XmlElement> linkElements = new LinkedHashMap<>();
    Map<String, XmlElement> jointElements = new LinkedHashMap<>();
    for (XmlElement child : root.children()) {
      switch (child.name()) {
        case "link" -> putNew(linkElements, child);
        case "joint" -> putNew(jointElements, child);
        default -> {
          if (child.name().startsWith("xacro:") && !DECLARATIONS.contains(child.name())) {
            throw xacro(child, "found <" + child.name() + ">");
          }
          if (!NOT_OF_THE_ROBOT.contains(child.name())) {
            notes.add(child, "<" + child.name() + "> has no place in a robot model; left out");
          }
        }
      }
    }
    if (linkElements.isEmpty()) {
      throw root.problem("found no <link>; expected the links of a robot");
    }
    Map<String, Link> links = new LinkedHashMap<>();
    linkElements.forEach((name, it) -> links.put(name, new UrdfLink(it, meshes, notes).read()));
    Map<String, UrdfJoint> joints = new LinkedHashMap<>();
    jointElements.forEach(
        (name, it) -> joints.put(name, UrdfJoint.read(it, links.keySet(), notes)));
    requireKnownLeaders(joints);
    removeStrayFrames(linkElements, links, joints.values(), notes);
    UrdfTree tree = UrdfTree.of(root, linkElements, joints);

    Map<String, UrdfRobot.Motor> motors = new HashMap<>();
    Map<String, UrdfRobot.Mimic> mimics = new LinkedHashMap<>();
    for (UrdfJoint joint : joints.values()) {
      if (joint.joint().type() != Joint.Type.FIXED) {
        motors.put(joint.name(), joint.motor());
        joint.mimic().ifPresent(mimic -> mimics.put(joint.name(), mimic));
      }
    }
    Map<String, String> places = new HashMap<>();
    linkElements.forEach((name, it) -> places.put("link " + name, it.file() + ":" + it.line()));
    jointElements.forEach((name, it) -> places.put("joint " + name, it.file() + ":" + it.line()));
    RobotModel model =
        new RobotModel(
            name(root, file),
            tree.root(),
            tree.links().stream().map(links::get).toList(),
            tree.joints().stream().map(UrdfJoint::joint).toList(),
            List.of());
    return new UrdfRobot(model, motors, mimics, places, notes.all());
  }

  private static void requireUrdf(XmlElement root) {
    if (root.file().toString().toLowerCase(Locale.ROOT).endsWith(".xacro")) {
      throw xacro(root, "the file name ends in .xacro");
    }
    if (!root.name().equals("robot")) {
      throw root.problem(
          "found <"
              + root.name()
              + "> as the outermost element; expected <robot>; is this a URDF file?");
    }
    root.children("link").forEach(UrdfReader::requireNoMacros);
    root.children("joint").forEach(UrdfReader::requireNoMacros);
  }

  /** A generated file may still name the namespace of xacro; what counts is what it uses. */
  private static void requireNoMacros(XmlElement element) {
    if (PASSED_OVER.contains(element.name())) {
      return;
    }
    if (element.name().startsWith("xacro:")) {
      throw xacro(element, "found <" + element.name() + ">");
    }
    element
        .attributes()
        .forEach(
            (name, value) -> {
              if (value.contains("${") || value.contains("$(")) {
                throw xacro(element, "found " + name + "=" + XmlElement.quoted(value));
              }
            });
    element.children().forEach(UrdfReader::requireNoMacros);
  }

  private static InvalidInputException xacro(XmlElement element, String found) {
    return element.problem(
        found
            + ", which is xacro, a language that generates URDF; expected plain URDF; generate it"
            + " with: xacro FILE.xacro > FILE.urdf");
  }

  private static void putNew(Map<String, XmlElement> elements, XmlElement element) {
    String name = element.required("name");
    XmlElement first = elements.putIfAbsent(name, element);
    if (first != null) {
      throw element.problem(
          "found a second "
              + element.name()
              + " "
              + XmlElement.quoted(name)
              + ", the first is on line "
              + first.line()
              + "; expected names that are used once; rename one");
    }
  }

  /** A link "world" is often left over that no joint refers to any more. */
  private static void removeStrayFrames(
      Map<String, XmlElement> elements,
      Map<String, Link> links,
      Collection<UrdfJoint> joints,
      XmlNotes notes) {
    Set<String> joined = new HashSet<>();
    for (UrdfJoint joint : joints) {
      joined.add(joint.joint().parent());
      joined.add(joint.joint().child());
    }
    for (Map.Entry<String, XmlElement> entry : List.copyOf(elements.entrySet())) {
      String name = entry.getKey();
      Link link = links.get(name);
      boolean bare = link != null && link.mass().isEmpty() && link.colliders().isEmpty();
      if (bare && !joined.isEmpty() && !joined.contains(name)) {
        notes.add(
            entry.getValue(),
            "no joint refers to the link "
                + XmlElement.quoted(name)
                + ", which has neither mass nor shape; left out");
        elements.remove(name);
        links.remove(name);
      }
    }
  }

  private static void requireKnownLeaders(Map<String, UrdfJoint> joints) {
    for (UrdfJoint joint : joints.values()) {
      joint
          .mimic()
          .ifPresent(
              mimic -> {
                if (!joints.containsKey(mimic.joint()) || mimic.joint().equals(joint.name())) {
                  throw joint
                      .element()
                      .problem(
                          "mimics "
                              + XmlElement.quoted(mimic.joint())
                              + "; expected another of the joints "
                              + joints.keySet());
                }
              });
    }
  }

  private static String name(XmlElement root, Path file) {
    String stem = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    return root.text("name").filter(name -> !name.isBlank()).orElse(stem);
  }
}
