package org.dextwin.task.grasp.internal.world;

import java.util.random.RandomGenerator;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.spi.Key;

/**
 * What shakes an attempt: misplacement of the object before, random pushes during the hold.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param forcePerWeight largest force by the object's weight
 * @param torqueArmM largest torque by that force [m]
 * @param periodS how long each push lasts [s]
 * @param positionSigmaM standard deviation of the object's place on the table [m]
 * @param yawSigmaDeg standard deviation of its turn about the vertical [degrees]
 */
public record DisturbanceConfig(
    @Key(
            doc = "Largest force, in any direction, as part of the object's weight.",
            byDefault = "0.3",
            atLeast = 0)
        double forcePerWeight,
    @Key(
            doc = "Largest torque, as the lever of the largest force.",
            byDefault = "0.01",
            atLeast = 0)
        double torqueArmM,
    @Key(doc = "How long each push lasts.", byDefault = "0.2", above = 0) double periodS,
    @Key(
            doc =
                "Standard deviation, along each axis, of where the object stands; nobody is told.",
            byDefault = "0.002",
            atLeast = 0)
        double positionSigmaM,
    @Key(
            doc = "Standard deviation of how the object is turned; nobody is told.",
            byDefault = "2",
            atLeast = 0)
        double yawSigmaDeg) {

  /** Draws a vector of random direction whose length is even between zero and the largest. */
  static Vec3 draw(RandomGenerator random, double largest) {
    Vec3 direction = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    double length = largest * random.nextDouble();
    return direction.norm() > 0 ? direction.normalized().times(length) : Vec3.ZERO;
  }
}
