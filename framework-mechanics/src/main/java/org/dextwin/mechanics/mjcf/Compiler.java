package org.dextwin.mechanics.mjcf;

import java.util.List;
import java.util.Locale;
import org.dextwin.mechanics.xml.XmlElement;

/**
 * The compiler settings of a file that change what its numbers mean. Where versions of MuJoCo have
 * other defaults, those of MuJoCo 3 hold.
 *
 * @param degrees whether angles are in degrees
 * @param eulerSequence axes of the angles called euler, lower case about the turned axes
 * @param autoLimits whether a range limits by being there
 * @param meshFolder folder of meshes, relative to the file; empty for the file's own
 * @param stripPath whether folders in the names of files are ignored
 * @param inertia where mass properties come from
 * @param firstGroup first group of geoms that have mass
 * @param lastGroup last group of geoms that have mass
 * @param leastMass least mass of a body [kg]
 * @param leastInertia least moment of inertia of a body [kg m^2]
 */
record Compiler(
    boolean degrees,
    String eulerSequence,
    boolean autoLimits,
    String meshFolder,
    boolean stripPath,
    InertiaSource inertia,
    int firstGroup,
    int lastGroup,
    double leastMass,
    double leastInertia) {

  enum InertiaSource {
    STATED,
    GEOMS,
    STATED_ELSE_GEOMS
  }

  /** Reads all compiler elements of a file; a later one overrides an earlier one. */
  static Compiler of(List<XmlElement> elements) {
    Compiler compiler =
        new Compiler(true, "xyz", true, "", false, InertiaSource.STATED_ELSE_GEOMS, 0, 5, 0, 0);
    for (XmlElement element : elements) {
      refuse(element);
      compiler = compiler.with(element);
    }
    return compiler;
  }

  private static void refuse(XmlElement element) {
    if (element.text("coordinate").orElse("local").equals("global")) {
      throw element.problem(
          "found coordinate=\"global\"; expected local coordinates, as MuJoCo does since 2.3.4;"
              + " load and save the file with an older MuJoCo");
    }
    if (element.number("settotalmass").orElse(-1) > 0) {
      throw element.problem(
          "found settotalmass, which rescales masses and is not read; load and save the file with"
              + " MuJoCo");
    }
    if (flag(element, "balanceinertia", false)) {
      throw element.problem(
          "found balanceinertia, which invents inertias and is not read; load and save the file"
              + " with MuJoCo");
    }
  }

  private Compiler with(XmlElement element) {
    double[] groups = element.numbers("inertiagrouprange", 2, 2);
    return new Compiler(
        choice(element, "angle", degrees ? "degree" : "radian", "radian", "degree")
            .equals("degree"),
        sequence(element),
        flag(element, "autolimits", autoLimits),
        element.text("meshdir").or(() -> element.text("assetdir")).orElse(meshFolder),
        flag(element, "strippath", stripPath),
        inertia(element),
        groups.length == 0 ? firstGroup : (int) groups[0],
        groups.length == 0 ? lastGroup : (int) groups[1],
        element.number("boundmass").orElse(leastMass),
        element.number("boundinertia").orElse(leastInertia));
  }

  private String sequence(XmlElement element) {
    String sequence = element.text("eulerseq").orElse(eulerSequence);
    if (!sequence.matches("[xyzXYZ]{3}")) {
      throw element.problem(
          "eulerseq is "
              + XmlElement.quoted(sequence)
              + "; expected three letters out of x, y, z, X, Y, Z");
    }
    return sequence;
  }

  private InertiaSource inertia(XmlElement element) {
    if (!element.has("inertiafromgeom")) {
      return inertia;
    }
    return switch (choice(element, "inertiafromgeom", "auto", "false", "true", "auto")) {
      case "false" -> InertiaSource.STATED;
      case "true" -> InertiaSource.GEOMS;
      default -> InertiaSource.STATED_ELSE_GEOMS;
    };
  }

  /** An angle of the file in radians. */
  double angle(double value) {
    return degrees ? Math.toRadians(value) : value;
  }

  static boolean flag(XmlElement element, String attribute, boolean otherwise) {
    return choice(element, attribute, Boolean.toString(otherwise), "true", "false").equals("true");
  }

  /** Returns a word out of a few. */
  static String choice(XmlElement element, String attribute, String otherwise, String... accepted) {
    String value = element.text(attribute).orElse(otherwise);
    if (!List.of(accepted).contains(value)) {
      throw element.problem(
          attribute
              + " is "
              + XmlElement.quoted(value)
              + "; expected "
              + String.join(" or ", accepted).toLowerCase(Locale.ROOT));
    }
    return value;
  }
}
