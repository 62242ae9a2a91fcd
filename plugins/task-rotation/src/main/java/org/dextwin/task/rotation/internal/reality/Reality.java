package org.dextwin.task.rotation.internal.reality;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.learning.training.Seeds;

/**
 * The numbers by which a world differs from its model, one of each for every joint in the kinematic
 * order.
 *
 * <p><i>Thread safety</i>: immutable; do not write to the arrays.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reality(
    double[] backlash,
    double delay,
    double[] coulomb,
    double[] stiction,
    double[] stribeck,
    double[] hysteresis,
    double[] hysteresisTravel,
    double[] positionGain,
    double[] velocityGain,
    double[] linkMass,
    double objectMass,
    double friction) {

  /**
   * Draws a world.
   *
   * @param config ranges and seed
   * @param robot the hand
   * @param world number of the world, from 0
   * @return its numbers
   */
  public static Reality draw(RealityConfig config, RobotModel robot, int world) {
    int n = robot.movingJoints().size();
    SplittableRandom random =
        new SplittableRandom(world == 0 ? config.seed() : Seeds.derive(config.seed(), world));
    return new Reality(
        Draw.each(n, config.backlashRad(), random),
        Draw.from(config.delayS(), random),
        Draw.each(n, config.coulombNm(), random),
        Draw.each(n, config.stictionNm(), random),
        Draw.each(n, config.stribeckRadS(), random),
        Draw.each(n, config.hysteresisNm(), random),
        Draw.each(n, config.hysteresisRad(), random),
        Draw.each(n, config.positionGain(), random),
        Draw.each(n, config.velocityGain(), random),
        Draw.each(robot.links().size(), config.linkMass(), random),
        Draw.from(config.objectMass(), random),
        Draw.from(config.friction(), random));
  }

  /**
   * Returns the hand as it weighs in this world.
   *
   * @param robot the hand's model
   * @return the same with other masses
   */
  public RobotModel weighed(RobotModel robot) {
    Link[] links = robot.links().toArray(Link[]::new);
    for (int i = 0; i < links.length; i++) {
      links[i] = Calibration.withMass(links[i], linkMass[i]);
    }
    return new RobotModel(
        robot.name(),
        robot.root(),
        List.of(links),
        robot.joints(),
        robot.actuators(),
        robot.foreignOrders());
  }

  /**
   * Returns the hand with all its numbers that a model can have: masses, gains, and the dry
   * friction at speed. It lacks play, delay, stiction and hysteresis.
   *
   * @param robot the hand's model
   * @return the same with other numbers
   */
  public RobotModel nearestModel(RobotModel robot) {
    List<String> order = robot.kinematicOrder().joints();
    List<Joint> joints = new ArrayList<>();
    for (Joint joint : robot.joints()) {
      int i = order.indexOf(joint.name());
      joints.add(i < 0 ? joint : Calibration.withFriction(joint, joint.friction() + coulomb[i]));
    }
    List<Actuator> actuators = new ArrayList<>();
    for (Actuator actuator : robot.actuators()) {
      int i = order.indexOf(actuator.joint());
      actuators.add(Calibration.withGains(actuator, positionGain[i], velocityGain[i]));
    }
    return new RobotModel(
        robot.name(),
        robot.root(),
        weighed(robot).links(),
        joints,
        actuators,
        robot.foreignOrders());
  }
}
