package org.dextwin.task.grasp.internal.world;

import org.dextwin.api.math.Vec3;

/**
 * What an attempt is made with.
 *
 * @param target joint targets of the closed hand in motor order [rad]
 * @param gripForce sum of the fingers' normal forces to build up [N]
 * @param load weight that the hand expects to bear [N]
 * @param mass true mass of the object [kg]
 * @param offset displacement of the object on the table [m]
 * @param yaw turn of the object [rad]
 * @param disturbanceSeed seed of the pushes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Attempt(
    double[] target,
    double gripForce,
    double load,
    double mass,
    Vec3 offset,
    double yaw,
    long disturbanceSeed) {}
