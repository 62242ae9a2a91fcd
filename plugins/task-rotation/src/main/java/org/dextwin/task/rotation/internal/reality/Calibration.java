package org.dextwin.task.rotation.internal.reality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.Key;

/**
 * Numbers of one specimen of a hand, where they differ from those of its model.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param joints by names of joints
 * @param links by names of links
 */
public record Calibration(
    @Key(doc = "Joints by name; those left out are as in the model.", byDefault = "{}")
        Map<String, JointNumbers> joints,
    @Key(doc = "Links by name; those left out are as in the model.", byDefault = "{}")
        Map<String, LinkNumbers> links) {

  /**
   * Numbers of a joint.
   *
   * @param positionGain factor of the position gain
   * @param velocityGain factor of the velocity gain
   * @param frictionNm dry friction [N m]
   */
  public record JointNumbers(
      @Key(doc = "Factor of the model's position gain.", byDefault = "1", above = 0)
          double positionGain,
      @Key(doc = "Factor of the model's velocity gain.", byDefault = "1", above = 0)
          double velocityGain,
      @Key(doc = "Dry friction of the joint; left out, it is the model's.", atLeast = 0)
          Optional<Double> frictionNm) {}

  /**
   * Numbers of a link.
   *
   * @param mass factor of the mass
   */
  public record LinkNumbers(
      @Key(
              doc = "Factor of the model's mass; its inertia scales along.",
              byDefault = "1",
              above = 0)
          double mass) {}

  /**
   * Returns the specimen.
   *
   * @param model the model of its kind
   * @return the same with these numbers
   * @throws InvalidInputException if a name is none of the model's
   */
  public RobotModel of(RobotModel model) {
    requireKnown("joints", joints, model.movingJoints().stream().map(Joint::name).toList(), model);
    requireKnown("links", links, model.links().stream().map(Link::name).toList(), model);
    List<Joint> allJoints = new ArrayList<>();
    for (Joint joint : model.joints()) {
      Optional<Double> friction =
          Optional.ofNullable(joints.get(joint.name())).flatMap(JointNumbers::frictionNm);
      allJoints.add(friction.map(it -> withFriction(joint, it)).orElse(joint));
    }
    List<Actuator> actuators = new ArrayList<>();
    for (Actuator actuator : model.actuators()) {
      JointNumbers numbers = joints.get(actuator.joint());
      actuators.add(
          numbers == null
              ? actuator
              : withGains(actuator, numbers.positionGain(), numbers.velocityGain()));
    }
    List<Link> allLinks = new ArrayList<>();
    for (Link link : model.links()) {
      LinkNumbers numbers = links.get(link.name());
      allLinks.add(numbers == null ? link : withMass(link, numbers.mass()));
    }
    return new RobotModel(
        model.name(), model.root(), allLinks, allJoints, actuators, model.foreignOrders());
  }

  private static void requireKnown(
      String key, Map<String, ?> given, List<String> known, RobotModel model) {
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw new InvalidInputException(
            "calibration."
                + key
                + " names '"
                + name
                + "', but the "
                + key
                + " of hand '"
                + model.name()
                + "' are "
                + new TreeSet<>(known));
      }
    }
  }

  static Actuator withGains(Actuator actuator, double position, double velocity) {
    return new Actuator(
        actuator.name(),
        actuator.joint(),
        position * actuator.kp(),
        velocity * actuator.kd(),
        actuator.torqueLimit(),
        actuator.velocityLimit(),
        actuator.accelerationLimit(),
        actuator.jerkLimit());
  }

  static Link withMass(Link link, double factor) {
    return new Link(
        link.name(),
        link.mass().map(mass -> mass.withMass(mass.mass() * factor)),
        link.colliders());
  }

  static Joint withFriction(Joint joint, double friction) {
    return new Joint(
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
        friction,
        joint.armature());
  }
}
