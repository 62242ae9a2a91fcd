package org.dextwin.mechanics.mjcf;

import java.util.List;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.mechanics.xml.XmlElement;

/**
 * Where a frame B sits in another, A.
 *
 * @param position p_AB [m]
 * @param rotation R_AB
 */
record Placement(Vec3 position, Quat rotation) {

  static final Placement IDENTITY = new Placement(Vec3.ZERO, Quat.IDENTITY);

  private static final List<String> ORIENTATIONS =
      List.of("quat", "axisangle", "xyaxes", "zaxis", "euler");

  Placement times(Placement X_BC) {
    return new Placement(
        position.plus(rotation.rotate(X_BC.position)), rotation.times(X_BC.rotation));
  }

  Vec3 transform(Vec3 p_BP) {
    return position.plus(rotation.rotate(p_BP));
  }

  /** Reads {@code pos} and whichever way the orientation is given. */
  static Placement of(Layers layers, Compiler compiler) {
    return new Placement(layers.vector("pos").orElse(Vec3.ZERO), orientation(layers, compiler));
  }

  static Quat orientation(Layers layers, Compiler compiler) {
    for (int i = layers.layers().size() - 1; i >= 0; i--) {
      XmlElement layer = layers.layers().get(i);
      List<String> given = ORIENTATIONS.stream().filter(layer::has).toList();
      if (given.size() > 1) {
        throw layer.problem("found " + given + "; expected one of them; remove the others");
      }
      if (!given.isEmpty()) {
        return orientation(layer, given.get(0), compiler);
      }
    }
    return Quat.IDENTITY;
  }

  private static Quat orientation(XmlElement element, String attribute, Compiler compiler) {
    return switch (attribute) {
      case "quat" -> {
        double[] q = element.numbers(attribute, 4, 4);
        requireLength(element, attribute, Math.max(norm(q, 0, 3), Math.abs(q[3])));
        yield Quat.of(q, 0);
      }
      case "axisangle" -> {
        double[] a = element.numbers(attribute, 4, 4);
        requireLength(element, attribute, norm(a, 0, 3));
        yield Quat.aboutAxis(Vec3.of(a, 0).normalized(), compiler.angle(a[3]));
      }
      case "xyaxes" -> axes(element, element.numbers(attribute, 6, 6));
      case "zaxis" -> {
        double[] z = element.numbers(attribute, 3, 3);
        requireLength(element, attribute, norm(z, 0, 3));
        yield turningZTo(Vec3.of(z, 0).normalized());
      }
      default -> euler(element.numbers(attribute, 3, 3), compiler);
    };
  }

  private static double norm(double[] values, int offset, int count) {
    double sum = 0;
    for (int i = offset; i < offset + count; i++) {
      sum += values[i] * values[i];
    }
    return Math.sqrt(sum);
  }

  private static void requireLength(XmlElement element, String attribute, double length) {
    if (length < 1e-10) {
      throw element.problem(
          attribute
              + " is "
              + XmlElement.quoted(element.required(attribute))
              + ", of no length; expected a direction");
    }
  }

  private static Quat axes(XmlElement element, double[] xy) {
    Vec3 first = Vec3.of(xy, 0);
    requireLength(element, "xyaxes", first.norm());
    Vec3 x = first.normalized();
    Vec3 second = Vec3.of(xy, 3);
    Vec3 across = second.minus(x.times(x.dot(second)));
    requireLength(element, "xyaxes", across.norm());
    Vec3 y = across.normalized();
    Vec3 z = x.cross(y);
    return Quat.fromMatrix(
        new double[] {x.x(), y.x(), z.x(), x.y(), y.y(), z.y(), x.z(), y.z(), z.z()});
  }

  /** The shortest turn that brings the z axis to a direction; half a turn is about x. */
  static Quat turningZTo(Vec3 direction) {
    Vec3 across = Vec3.Z.cross(direction);
    double sine = across.norm();
    Vec3 axis = sine < 1e-10 ? Vec3.X : across.times(1 / sine);
    return Quat.aboutAxis(axis, Math.atan2(sine, direction.z()));
  }

  /** Lower case turns about the axes as turned so far, upper case about those of the parent. */
  private static Quat euler(double[] angles, Compiler compiler) {
    Quat rotation = Quat.IDENTITY;
    for (int i = 0; i < 3; i++) {
      char letter = compiler.eulerSequence().charAt(i);
      Vec3 axis =
          switch (Character.toLowerCase(letter)) {
            case 'x' -> Vec3.X;
            case 'y' -> Vec3.Y;
            default -> Vec3.Z;
          };
      Quat turn = Quat.aboutAxis(axis, compiler.angle(angles[i]));
      rotation = Character.isLowerCase(letter) ? rotation.times(turn) : turn.times(rotation);
    }
    return rotation;
  }
}
