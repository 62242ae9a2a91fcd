package org.dextwin.mechanics.mjcf;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.mechanics.xml.XmlElement;

/** Reads the mass properties that a body states. */
final class Inertial {

  private Inertial() {}

  /** Returns the properties in the body; empty for no mass. */
  static Optional<MassProperties> of(XmlElement element, Compiler compiler) {
    double mass = Math.max(number(element, "mass"), compiler.leastMass());
    if (mass == 0) {
      return Optional.empty();
    }
    Vec3 center =
        element
            .vector("pos")
            .orElseThrow(() -> element.problem("found no pos; expected the centre of mass"));
    try {
      return Optional.of(new MassProperties(mass, center, inertia(element, compiler)));
    } catch (IllegalArgumentException e) {
      throw element.problem(e.getMessage() + "; correct mass, diaginertia or fullinertia");
    }
  }

  private static double number(XmlElement element, String attribute) {
    return element
        .number(attribute)
        .orElseThrow(() -> element.problem("found no " + attribute + "; expected a number"));
  }

  private static SymmetricMatrix3 inertia(XmlElement element, Compiler compiler) {
    Quat R_BI = Placement.orientation(new Layers(List.of(element)), compiler);
    double[] full = element.numbers("fullinertia", 6, 6);
    double[] diagonal = element.numbers("diaginertia", 3, 3);
    if (full.length > 0) {
      if (diagonal.length > 0 || !R_BI.equals(Quat.IDENTITY)) {
        throw element.problem(
            "found fullinertia beside diaginertia or an orientation; expected one of them");
      }
      return new SymmetricMatrix3(full[0], full[1], full[2], full[3], full[4], full[5]);
    }
    if (diagonal.length == 0) {
      throw element.problem(
          "found no inertia; expected diaginertia=\"xx yy zz\" or fullinertia in kg m^2");
    }
    double least = compiler.leastInertia();
    return SymmetricMatrix3.diagonal(
            Math.max(diagonal[0], least),
            Math.max(diagonal[1], least),
            Math.max(diagonal[2], least))
        .rotated(R_BI);
  }
}
