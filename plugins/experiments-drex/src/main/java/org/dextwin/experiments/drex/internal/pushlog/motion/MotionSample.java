package org.dextwin.experiments.drex.internal.pushlog.motion;

/**
 * The object at the time of one pose.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param time time on the track's clock [s]
 * @param tilt angle of the standing axis from where it was at rest [rad]
 * @param rise height of the centre of mass above where it was at rest [m]
 * @param speed horizontal speed of the centre of mass [m/s]
 * @param kineticEnergy kinetic energy per mass, of translation and rotation [J/kg]
 * @param energy energy per mass above that at rest: g * rise + kineticEnergy [J/kg]
 * @param slip how far the supporting edge, or of a sliding object the base, has moved along the
 *     table [m]
 */
public record MotionSample(
    double time,
    double tilt,
    double rise,
    double speed,
    double kineticEnergy,
    double energy,
    double slip) {}
