package org.dextwin.retarget.vector;

import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointVector;

/**
 * Where a robot went.
 *
 * @param positions joint positions, in the kinematic order
 * @param palm X_WH
 * @param tips where the fingertips should be, in W
 */
record Followed(JointVector positions, Pose palm, List<Vec3> tips) {}
