package org.dextwin.task.grasp.internal.world;

import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;

/**
 * Where the hand goes and how it is opened before it closes; what a human demonstration or a motion
 * planner would give.
 *
 * @param wrist X_WH of the palm in the grasp, with the object at its nominal place
 * @param approach unit direction from the grasp back to where the hand comes from, in the world
 * @param open joint positions before closing, in motor order [rad]
 * @param touch joint positions at which the fingertips touch, in motor order [rad]
 * @param squeeze joint targets that press, in motor order [rad]
 * @param fingers how many fingers are to touch
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GraspPlan(
    Pose wrist, Vec3 approach, double[] open, double[] touch, double[] squeeze, int fingers) {}
