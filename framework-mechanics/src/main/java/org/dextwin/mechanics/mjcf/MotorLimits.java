package org.dextwin.mechanics.mjcf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.RobotModel;
import org.dextwin.mechanics.xml.XmlElement;
import org.dextwin.mechanics.xml.XmlNotes;
import org.dextwin.mechanics.xml.XmlText;

/**
 * Limits of motors that MJCF has no attribute for: speed, acceleration and jerk. They stand in
 * {@code <custom>}, where MuJoCo keeps numbers for others, as {@code numeric} called {@code
 * velocity-limit:ACTUATOR} and so on.
 */
final class MotorLimits {

  private static final String VELOCITY = "velocity-limit:";
  private static final String ACCELERATION = "acceleration-limit:";
  private static final String JERK = "jerk-limit:";

  private final Map<String, Double> limits = new HashMap<>();

  /** Writes the limits that a robot's motors declare. */
  static void write(XmlText xml, RobotModel robot) {
    if (robot.actuators().stream().noneMatch(MotorLimits::isLimited)) {
      return;
    }
    xml.open("custom");
    for (Actuator motor : robot.actuators()) {
      write(xml, VELOCITY + motor.name(), motor.velocityLimit());
      write(xml, ACCELERATION + motor.name(), motor.accelerationLimit());
      write(xml, JERK + motor.name(), motor.jerkLimit());
    }
    xml.close();
  }

  private static boolean isLimited(Actuator motor) {
    return Double.isFinite(motor.velocityLimit())
        || Double.isFinite(motor.accelerationLimit())
        || Double.isFinite(motor.jerkLimit());
  }

  private static void write(XmlText xml, String name, double limit) {
    if (Double.isFinite(limit)) {
      xml.open("numeric").attribute("name", name).attribute("data", limit).close();
    }
  }

  /** Reads what {@link #write} wrote, and notes what else is there. */
  static MotorLimits read(List<XmlElement> sections, XmlNotes notes) {
    MotorLimits read = new MotorLimits();
    for (XmlElement section : sections) {
      for (XmlElement child : section.children()) {
        String name = child.text("name").orElse("");
        boolean known =
            name.startsWith(VELOCITY) || name.startsWith(ACCELERATION) || name.startsWith(JERK);
        if (!child.name().equals("numeric") || !known) {
          notes.add(child, "custom data has no place in a robot model; left out");
          continue;
        }
        double[] data = child.numbers("data", 1, 1);
        if (data.length == 0 || !(data[0] > 0)) {
          throw child.problem("found no limit above 0 in data; expected one number");
        }
        read.limits.put(name, data[0]);
      }
    }
    return read;
  }

  /** The same motor with the limits of the file. */
  Actuator of(Actuator motor) {
    return new Actuator(
        motor.name(),
        motor.joint(),
        motor.kp(),
        motor.kd(),
        motor.torqueLimit(),
        limits.getOrDefault(VELOCITY + motor.name(), motor.velocityLimit()),
        limits.getOrDefault(ACCELERATION + motor.name(), motor.accelerationLimit()),
        limits.getOrDefault(JERK + motor.name(), motor.jerkLimit()));
  }
}
