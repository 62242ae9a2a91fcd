package org.dextwin.task.grasp.internal.world;

/**
 * The object in the hand at one time of an attempt.
 *
 * @param time time since the lift began [s]
 * @param contacts fingers that touch the object
 * @param fingers normal force of each finger [N]
 * @param handForce sum of all normal forces of the hand [N]
 * @param slip how far the object moved in the palm since the lift began [m]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GraspState(
    double time, int contacts, double[] fingers, double handForce, double slip) {}
