package org.dextwin.mechanics.mjcf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dextwin.mechanics.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * The default classes of a file. A class inherits from the class it is nested in, the outermost
 * being {@code main}; an element takes the class it names, else the nearest childclass round it,
 * else {@code main}. A class does not see the childclass of the element that names it.
 */
final class DefaultClasses {

  static final String MAIN = "main";

  private static final Set<String> ACTUATORS =
      Set.of(
          "general",
          "motor",
          "position",
          "velocity",
          "intvelocity",
          "damper",
          "cylinder",
          "muscle",
          "adhesion",
          "orientation",
          "pid",
          "dcmotor");

  private record DefaultClass(@Nullable DefaultClass parent, List<XmlElement> elements) {}

  private final Map<String, DefaultClass> classes = new LinkedHashMap<>();
  private String outermost = MAIN;

  DefaultClasses(List<XmlElement> sections) {
    classes.put(MAIN, new DefaultClass(null, new ArrayList<>()));
    for (XmlElement section : sections) {
      String name = section.text("class").orElse(outermost);
      if (!name.equals(outermost)) {
        if (!outermost.equals(MAIN)) {
          throw section.problem(
              "found a second outermost class "
                  + XmlElement.quoted(name)
                  + " beside '"
                  + outermost
                  + "'; expected one; nest it in that");
        }
        classes.put(name, root());
        outermost = name;
      }
      fill(root(), section);
    }
  }

  private DefaultClass root() {
    DefaultClass root = classes.get(outermost);
    if (root == null) {
      throw new IllegalStateException("no class " + outermost);
    }
    return root;
  }

  private void fill(DefaultClass target, XmlElement section) {
    for (XmlElement child : section.children()) {
      if (child.name().equals("default")) {
        String name = child.required("class");
        if (classes.containsKey(name)) {
          throw child.problem(
              "found the class " + XmlElement.quoted(name) + " a second time; rename one");
        }
        DefaultClass nested = new DefaultClass(target, new ArrayList<>());
        classes.put(name, nested);
        fill(nested, child);
      } else {
        target.elements().add(child);
      }
    }
  }

  /**
   * Puts an element on top of its defaults.
   *
   * @param childClass nearest childclass round the element; {@link #MAIN} if there is none
   */
  Layers layers(XmlElement element, String childClass) {
    String name = element.text("class").orElse(childClass);
    List<XmlElement> layers = new ArrayList<>();
    for (DefaultClass it = find(element, name); it != null; it = it.parent()) {
      List<XmlElement> own =
          it.elements().stream().filter(other -> alike(other.name(), element.name())).toList();
      layers.addAll(0, own);
    }
    layers.add(element);
    return new Layers(layers);
  }

  /** All kinds of actuators share their defaults. */
  private static boolean alike(String a, String b) {
    return a.equals(b) || (ACTUATORS.contains(a) && ACTUATORS.contains(b));
  }

  /** Refuses a class that is not there. */
  void require(XmlElement element, String name) {
    find(element, name);
  }

  private DefaultClass find(XmlElement element, String name) {
    DefaultClass found = classes.get(name);
    if (found == null) {
      throw element.problem(
          "found the default class "
              + XmlElement.quoted(name)
              + "; expected one of "
              + classes.keySet()
              + "; define or correct it");
    }
    return found;
  }
}
