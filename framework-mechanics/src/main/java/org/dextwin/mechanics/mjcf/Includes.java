package org.dextwin.mechanics.mjcf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dextwin.mechanics.xml.ModelFolder;
import org.dextwin.mechanics.xml.XmlElement;
import org.dextwin.mechanics.xml.XmlFile;

/** Puts the content of included files in the place of the elements that include them. */
final class Includes {

  private final ModelFolder folder;
  private final Set<Path> read = new HashSet<>();
  private int count;

  private Includes(ModelFolder folder) {
    this.folder = folder;
  }

  /** Reads a file and all that it includes, and checks the attributes of every element. */
  static XmlElement read(Path file) {
    Includes includes = new Includes(ModelFolder.of(file));
    includes.read.add(file.toAbsolutePath().normalize());
    XmlElement root = XmlFile.read(file);
    if (!root.name().equals("mujoco")) {
      throw root.problem(
          "found <"
              + root.name()
              + "> as the outermost element; expected <mujoco>; is this an MJCF file?");
    }
    return includes.expand(root);
  }

  private XmlElement expand(XmlElement element) {
    MjcfSchema.check(element);
    if (++count > XmlFile.MAX_ELEMENTS) {
      throw element.problem(
          "more than " + XmlFile.MAX_ELEMENTS + " elements with all includes; split the model");
    }
    List<XmlElement> children = new ArrayList<>();
    for (XmlElement child : element.children()) {
      if (child.name().equals("include")) {
        children.addAll(included(child));
      } else {
        children.add(expand(child));
      }
    }
    return element.withChildren(children);
  }

  private List<XmlElement> included(XmlElement element) {
    MjcfSchema.check(element);
    if (element.has("prefix")) {
      throw element.problem("found a prefix, which is not read; include without it");
    }
    Path file = folder.find(element, element.required("file"));
    if (!read.add(file)) {
      throw element.problem(
          "found "
              + XmlElement.quoted(element.required("file"))
              + " a second time; expected each file once, as MuJoCo does; remove one");
    }
    XmlElement root = XmlFile.read(file);
    if (!root.name().equals("mujoco") && !root.name().equals("mujocoinclude")) {
      throw root.problem(
          "found <" + root.name() + ">; expected <mujocoinclude> or <mujoco> in an included file");
    }
    return expand(root).children();
  }
}
