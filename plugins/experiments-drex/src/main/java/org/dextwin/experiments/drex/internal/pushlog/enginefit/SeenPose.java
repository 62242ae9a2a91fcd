package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;

/**
 * Where a tracker saw the object.
 *
 * @param time time on the clock of the joint log [s]
 * @param pose X_WO, the world's x along the push and z up
 * @param rotationSigma standard deviations of the rotation vector about the world's axes [rad];
 *     infinite where the rotation says nothing
 * @param positionSigma standard deviations of the position [m]; infinite where it says nothing
 */
public record SeenPose(double time, Pose pose, Vec3 rotationSigma, Vec3 positionSigma) {}
