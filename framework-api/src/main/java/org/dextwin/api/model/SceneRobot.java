package org.dextwin.api.model;

import org.dextwin.api.math.Pose;

/**
 * A robot of a scene, its root link fixed to the world.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name, unique within the scene
 * @param model the robot
 * @param base X_WB of its root link
 * @param material how its surfaces answer contact
 * @param positions joint positions at the start, in the kinematic order [rad or m]
 */
public record SceneRobot(
    String name, RobotModel model, Pose base, Material material, JointVector positions) {}
