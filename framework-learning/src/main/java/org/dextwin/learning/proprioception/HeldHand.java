package org.dextwin.learning.proprioception;

import org.dextwin.api.math.Quat;
import org.dextwin.api.model.RobotModel;

/**
 * A hand as a world has it, held by its root link.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param robot the hand, with the gains, masses and friction that it has in this world
 * @param rotation R_WH of its root link in the world, whose z points up
 */
public record HeldHand(RobotModel robot, Quat rotation) {}
