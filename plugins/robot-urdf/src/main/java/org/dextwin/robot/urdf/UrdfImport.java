package org.dextwin.robot.urdf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.urdf.AssumedMass;
import org.dextwin.mechanics.urdf.UrdfOptions;
import org.dextwin.mechanics.urdf.UrdfReader;
import org.dextwin.mechanics.urdf.UrdfRobot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a robot of a URDF file and what the configuration adds. */
final class UrdfImport {

  private static final Logger LOG = LoggerFactory.getLogger(UrdfImport.class);

  /**
   * The file, and what the configuration adds.
   *
   * @param file the file
   * @param options how it is read
   * @param root the link that becomes the root
   * @param without links to leave out
   * @param density density of links without mass [kg/m^3]
   * @param armature rotor inertia [kg m^2]
   * @param motors the motors
   * @param mimics what becomes of joints that follow others
   * @param orders orders of other programs
   */
  record Source(
      Path file,
      UrdfOptions options,
      Optional<String> root,
      List<String> without,
      Optional<Double> density,
      double armature,
      MotorsConfig motors,
      MimicJoints mimics,
      Map<String, List<String>> orders) {}

  private final Source source;
  private final UrdfRobot read;
  private final MotorDefaults defaults;
  private final Map<String, List<String>> assumed = new TreeMap<>();

  private UrdfImport(Source source, MotorDefaults defaults) {
    this.source = source;
    this.defaults = defaults;
    this.read = UrdfReader.read(source.file(), source.options());
  }

  static RobotModel read(Source source, MotorDefaults defaults) {
    return new UrdfImport(source, defaults).robot();
  }

  private RobotModel robot() {
    read.notes().forEach(LOG::warn);
    RobotModel part = part();
    List<Link> links = part.links();
    if (source.density().isPresent()) {
      double density = source.density().get();
      links = links.stream().map(link -> AssumedMass.ofShapes(link, density)).toList();
    }
    List<Joint> joints = part.joints().stream().map(this::withArmature).toList();
    if (source.armature() == 0) {
      links = withMass(links, joints);
    }
    noteMimics(joints);
    List<Actuator> motors = motors(joints);
    try {
      return new RobotModel(part.name(), part.root(), links, joints, motors, orders(part.name()));
    } catch (IllegalArgumentException e) {
      throw problem("joint-orders: " + e.getMessage());
    }
  }

  private InvalidInputException problem(String message) {
    return new InvalidInputException(source.file() + ": " + message);
  }

  private RobotModel part() {
    RobotModel whole = read.model();
    String root = source.root().orElse(whole.root());
    List<String> named = new ArrayList<>(source.without());
    named.add(root);
    for (String link : named) {
      if (whole.links().stream().noneMatch(known -> known.name().equals(link))) {
        throw problem(
            "has no link '"
                + link
                + "', which the configuration names; it has "
                + whole.links().stream().map(Link::name).toList());
      }
    }
    RobotModel part = new Subtree(whole).cut(root, source.without());
    if (part.movingJoints().isEmpty()) {
      throw problem("nothing moves from link '" + root + "' on; expected a joint that does");
    }
    return part;
  }

  private Joint withArmature(Joint joint) {
    return joint.type() == Joint.Type.FIXED
        ? joint
        : new Joint(
            joint.name(),
            joint.type(),
            joint.parent(),
            joint.child(),
            joint.position(),
            joint.rotation(),
            joint.axis(),
            joint.lower(),
            joint.upper(),
            joint.damping(),
            joint.friction(),
            source.armature());
  }

  /** A joint that moves no mass has no motion that mechanics could tell. */
  private List<Link> withMass(List<Link> links, List<Joint> joints) {
    List<String> weightless = AssumedMass.weightless(links, joints);
    if (weightless.isEmpty()) {
      return links;
    }
    LOG.warn(
        "{}: joints {} move links without mass; their collision shapes are filled with {} kg/m^3,"
            + " or a ball of 1 cm stands in; add <inertial>, or set density-kg-per-m3 or"
            + " armature-kg-m2",
        read.placeOfJoint(weightless.get(0)),
        weightless,
        AssumedMass.USUAL_DENSITY);
    return AssumedMass.filled(links, joints);
  }

  private void noteMimics(List<Joint> joints) {
    for (Joint joint : joints) {
      UrdfRobot.Mimic mimic = read.mimics().get(joint.name());
      if (mimic == null) {
        continue;
      }
      String follows =
          "%s: joint '%s' is meant to follow %s '%s' + %s, and no engine couples joints"
              .formatted(
                  read.placeOfJoint(joint.name()),
                  joint.name(),
                  mimic.multiplier(),
                  mimic.joint(),
                  mimic.offset());
      switch (source.mimics()) {
        case OWN_MOTORS -> LOG.warn("{}; it has a motor and a target of its own here", follows);
        case REFUSE ->
            throw new InvalidInputException(
                follows
                    + "; expected joints that move by themselves; take <mimic> out of the file, or"
                    + " set mimic-joints = own-motors");
      }
    }
  }

  private List<Actuator> motors(List<Joint> joints) {
    Map<String, Joint> moving = new HashMap<>();
    List<String> inTree = new ArrayList<>();
    for (Joint joint : joints) {
      if (Subtree.moves(joint)) {
        moving.put(joint.name(), joint);
        inTree.add(joint.name());
      }
    }
    List<String> order = source.motors().order().orElse(inTree);
    requireMoving("motors.order", order, inTree);
    requireMoving("motors.joint", List.copyOf(source.motors().joint().keySet()), inTree);
    if (new HashSet<>(order).size() < order.size()) {
      throw problem("motors.order names a joint twice: " + order);
    }
    List<Actuator> motors = order.stream().map(moving::get).map(this::motor).toList();
    assumed.forEach(
        (limit, unlimited) ->
            LOG.warn(
                "{}: a limit of {} is assumed for the joints {}, of which the file says none; name it"
                    + " there or under motors",
                source.file(),
                limit,
                unlimited));
    return motors;
  }

  private void requireMoving(String key, List<String> names, List<String> moving) {
    for (String name : names) {
      if (!moving.contains(name)) {
        throw problem(key + " names the joint '" + name + "', but the moving joints are " + moving);
      }
    }
  }

  private Actuator motor(Joint joint) {
    MotorsConfig.Servo all = source.motors().all();
    MotorsConfig.Servo own = source.motors().joint().getOrDefault(joint.name(), all);
    UrdfRobot.Motor file =
        read.motors()
            .getOrDefault(joint.name(), new UrdfRobot.Motor(Optional.empty(), Optional.empty()));
    double effort =
        first(own.torqueLimitNm(), all.torqueLimitNm(), file.effort())
            .orElseGet(() -> assumed(joint, "effort", defaults.effort(joint)));
    double velocity =
        first(own.velocityLimitRadPerS(), all.velocityLimitRadPerS(), file.velocity())
            .orElseGet(() -> assumed(joint, "velocity", defaults.velocity(joint)));
    double kp =
        first(own.kpNmPerRad(), all.kpNmPerRad(), Optional.empty())
            .orElse(defaults.kp(joint, effort));
    double kd =
        first(own.kdNmSPerRad(), all.kdNmSPerRad(), Optional.empty())
            .orElse(kp * defaults.dampingTime());
    double acceleration =
        ofConfig(own.accelerationLimitRadPerS2(), all.accelerationLimitRadPerS2());
    double jerk = ofConfig(own.jerkLimitRadPerS3(), all.jerkLimitRadPerS3());
    return new Actuator(
        joint.name() + "-servo", joint.name(), kp, kd, effort, velocity, acceleration, jerk);
  }

  private static double ofConfig(Optional<Double> own, Optional<Double> all) {
    return own.or(() -> all).orElse(Double.POSITIVE_INFINITY);
  }

  private static Optional<Double> first(
      Optional<Double> own, Optional<Double> all, Optional<Double> file) {
    return own.or(() -> all).or(() -> file);
  }

  private double assumed(Joint joint, String limit, double value) {
    assumed
        .computeIfAbsent("%s of %s".formatted(limit, value), it -> new ArrayList<>())
        .add(joint.name());
    return value;
  }

  private List<JointOrder> orders(String robot) {
    List<JointOrder> orders = new ArrayList<>();
    source
        .orders()
        .forEach((name, listed) -> orders.add(new JointOrder(robot + "-" + name, listed)));
    return orders;
  }
}
