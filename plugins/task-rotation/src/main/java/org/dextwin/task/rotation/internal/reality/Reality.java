package org.dextwin.task.rotation.internal.reality;

import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;

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
   * @return its numbers
   */
  public static Reality draw(RealityConfig config, RobotModel robot) {
    int n = robot.movingJoints().size();
    SplittableRandom random = new SplittableRandom(config.seed());
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
      double factor = linkMass[i];
      Link link = links[i];
      links[i] =
          new Link(
              link.name(),
              link.mass().map(mass -> mass.withMass(mass.mass() * factor)),
              link.colliders());
    }
    return new RobotModel(
        robot.name(),
        robot.root(),
        List.of(links),
        robot.joints(),
        robot.actuators(),
        robot.foreignOrders());
  }
}
