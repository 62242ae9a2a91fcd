package org.dextwin.experiments.drex.internal.pushlog.motion;

import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;

/**
 * How the object stood before the camera.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param upInCamera unit vector against gravity, in the camera's frame C
 * @param rotationTrackerToMesh R_MT: turns coordinates in the tracker's object frame T into the
 *     mesh frame M
 * @param declared whether R_MT was declared (but for half turns about the mesh's axes) or inferred
 * @param standsOn the face it stood on, in words
 * @param liesOn the face it rested on afterwards, in words
 * @param openEndExtension length by which the scan ends short of the table [m]; zero if it does not
 * @param pathResidual root mean square of the origin's height against the height that follows from
 *     the rotation [m]
 * @param margin how much worse the best placement with another base or height explains the poses,
 *     in natural logarithms of likelihood; infinite if there is none
 */
public record Placement(
    Vec3 upInCamera,
    Quat rotationTrackerToMesh,
    boolean declared,
    String standsOn,
    String liesOn,
    double openEndExtension,
    double pathResidual,
    double margin) {}
