package org.dextwin.task.grasp.internal.plan;

/**
 * A posture of a precision grip.
 *
 * @param q joint positions in the kinematic order [rad]
 * @param aperture distance between the tips' surfaces [m]
 * @param grip largest sum of normal forces [N]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Pinch(double[] q, double aperture, double grip) {}
