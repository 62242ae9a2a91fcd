package org.dextwin.mechanics.mjcf;

import java.util.Arrays;
import java.util.Optional;
import org.dextwin.api.model.Actuator;
import org.dextwin.mechanics.xml.XmlElement;

/**
 * An actuator of a file in MuJoCo's general terms, force = gain control + bias_0 + bias_1 q +
 * bias_2 qdot, and what it is worth as a position servo. Shortcuts such as {@code position} set the
 * terms; those of default classes are set first.
 */
final class Servo {

  private final double[] gain = {1, 0, 0};
  private final double[] bias = new double[3];
  private String gainType = "fixed";
  private String biasType = "none";
  private String dynamics = "none";
  private boolean damped;
  private boolean sorted = true;

  private Servo() {}

  static Servo of(Layers layers) {
    Servo servo = new Servo();
    layers.layers().forEach(servo::set);
    return servo;
  }

  private void set(XmlElement layer) {
    switch (layer.name()) {
      case "position" -> {
        gain[0] = layer.number("kp").orElse(gain[0]);
        bias[0] = 0;
        bias[1] = -gain[0];
        layer.number("kv").ifPresent(kv -> bias[2] = -kv);
        damped = damped || layer.has("dampratio");
        gainType = "fixed";
        biasType = "affine";
        dynamics = layer.number("timeconst").orElse(0) > 0 ? "filterexact" : dynamics;
      }
      case "motor" -> {
        Arrays.fill(gain, 0);
        Arrays.fill(bias, 0);
        gain[0] = 1;
        gainType = "fixed";
        biasType = "none";
        dynamics = "none";
      }
      case "general" -> {
        overlay(layer, "gainprm", gain);
        overlay(layer, "biasprm", bias);
        gainType = layer.text("gaintype").orElse(gainType);
        biasType = layer.text("biastype").orElse(biasType);
        dynamics = layer.text("dyntype").orElse(dynamics);
      }
      default -> sorted = false;
    }
  }

  private static void overlay(XmlElement layer, String attribute, double[] values) {
    double[] own = layer.numbers(attribute, 1, 10);
    System.arraycopy(own, 0, values, 0, Math.min(own.length, values.length));
  }

  /** Says why this is no position servo on its joint; empty if it is. */
  Optional<String> obstacle(Layers layers) {
    if (!sorted) {
      return Optional.of("a " + layers.element().name() + " actuator is no position servo");
    } else if (!layers.has("joint")) {
      return Optional.of("an actuator drives no joint");
    } else if (!dynamics.equals("none")) {
      return Optional.of("an actuator has the inner dynamics " + dynamics);
    } else if (damped) {
      return Optional.of("an actuator has a dampratio, which depends on the pose");
    } else if (!gainType.equals("fixed") || !biasType.equals("affine")) {
      return Optional.of("an actuator gives force without position feedback");
    } else if (gain[0] != -bias[1] || bias[0] != 0 || gain[0] < 0 || bias[2] > 0) {
      return Optional.of("an actuator is no spring to its control");
    } else if (layers.numbers("gear", 1, 6).length > 0 && layers.numbers("gear", 1, 6)[0] != 1) {
      return Optional.of("an actuator has a gear other than 1");
    }
    return Optional.empty();
  }

  Actuator actuator(String name, String joint, double torqueLimit) {
    return new Actuator(name, joint, gain[0], 0.0 - bias[2], torqueLimit, Double.POSITIVE_INFINITY);
  }
}
