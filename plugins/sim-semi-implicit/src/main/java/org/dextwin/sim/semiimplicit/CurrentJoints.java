package org.dextwin.sim.semiimplicit;

import java.util.Arrays;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.JointStates;
import org.dextwin.api.sim.MotionState;

/**
 * Joints at the current state of a world.
 *
 * <p><i>Thread safety</i>: confined.
 */
record CurrentJoints(World world, MotionState current) implements JointStates {

  @Override
  public JointVector positions(String robot) {
    return read(robot, current.q(), ConfigurationSpace.BODY_NQ * world.layout().bodies().size());
  }

  @Override
  public JointVector velocities(String robot) {
    return read(robot, current.v(), ConfigurationSpace.BODY_NV * world.layout().bodies().size());
  }

  private JointVector read(String name, double[] values, int firstJoint) {
    int from = firstJoint;
    for (SceneRobot robot : world.scene().robots()) {
      int to = from + robot.model().movingJoints().size();
      if (robot.name().equals(name)) {
        return new JointVector(
            robot.model().kinematicOrder(), Arrays.copyOfRange(values, from, to));
      }
      from = to;
    }
    throw new IllegalArgumentException(
        "the scene has no robot '"
            + name
            + "'; it has "
            + world.scene().robots().stream().map(SceneRobot::name).toList());
  }
}
