package org.dextwin.mechanics.mjcf;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dextwin.api.math.Vec3;
import org.dextwin.mechanics.xml.XmlElement;

/**
 * An element on top of its defaults: the last layer that has an attribute wins.
 *
 * @param layers from the outermost default class to the element itself, which is last
 */
record Layers(List<XmlElement> layers) {

  XmlElement element() {
    return layers.get(layers.size() - 1);
  }

  /** The layer that sets an attribute; the element itself if none does. */
  XmlElement of(String attribute) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      if (layers.get(i).has(attribute)) {
        return layers.get(i);
      }
    }
    return element();
  }

  boolean has(String attribute) {
    return of(attribute).has(attribute);
  }

  Optional<String> text(String attribute) {
    return of(attribute).text(attribute);
  }

  OptionalDouble number(String attribute) {
    return of(attribute).number(attribute);
  }

  Optional<Vec3> vector(String attribute) {
    return of(attribute).vector(attribute);
  }

  double[] numbers(String attribute, int least, int most) {
    return of(attribute).numbers(attribute, least, most);
  }

  String choice(String attribute, String otherwise, String... accepted) {
    return Compiler.choice(of(attribute), attribute, otherwise, accepted);
  }

  /** Numbers of which a layer may set the first few: the others keep what lies below. */
  void overlay(String attribute, double[] values) {
    for (XmlElement layer : layers) {
      double[] own = layer.numbers(attribute, 1, values.length);
      System.arraycopy(own, 0, values, 0, own.length);
    }
  }

  /** Whether a range limits; it does by being there if the compiler says so. */
  boolean limited(String attribute, String range, Compiler compiler) {
    String limited = choice(attribute, "auto", "true", "false", "auto");
    double[] bounds = numbers(range, 2, 2);
    boolean isRange = bounds.length == 2 && (bounds[0] != 0 || bounds[1] != 0);
    if (limited.equals("auto") && isRange && !compiler.autoLimits()) {
      throw element()
          .problem(
              "found "
                  + range
                  + " without "
                  + attribute
                  + " where the compiler has autolimits=\"false\"; say "
                  + attribute
                  + "=\"true\" or \"false\"");
    }
    boolean limits = limited.equals("auto") ? isRange : limited.equals("true");
    if (limits && (bounds.length < 2 || bounds[0] >= bounds[1])) {
      throw of(range)
          .problem(
              range
                  + " is "
                  + XmlElement.quoted(text(range).orElse(""))
                  + "; expected a smaller and a larger number, as it limits");
    }
    return limits;
  }
}
