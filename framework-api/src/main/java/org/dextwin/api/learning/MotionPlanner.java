package org.dextwin.api.learning;

import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * Plans motions of robots from where they are to where they should be, clear of all that stands in
 * the way and of the robot itself, within the limits of its joints.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Experimental
@Role("motion-planner")
public interface MotionPlanner extends Component {

  /**
   * Plans a motion; the same request gives the same plan. All bodies of the scene are obstacles
   * where they stand, and so are its other robots. A robot touches what it stands on, so links that
   * no joint moves are not compared with obstacles; links that a joint connects are not compared
   * with one another.
   *
   * <p>The plan begins at the start and ends at the goal, at rest at both. It keeps the joints'
   * limits of position, and their motors' limits of velocity, acceleration and jerk where the model
   * declares them; the planner says what it takes for those that are not declared.
   *
   * @param request the robot, what is in its way, where it is and where it should be
   * @return the motion over time, in the robot's kinematic order
   * @throws MotionPlanningException if start or goal is out of limits or in collision, the goal is
   *     out of reach, or no way to it was found
   */
  MotionPlan plan(MotionRequest request);
}
