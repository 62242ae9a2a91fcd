package org.dextwin.retarget.vector;

import java.util.List;
import java.util.function.Function;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;

/** Moves a robot so that its palm and fingertips are where they should be, from pose to pose. */
interface Follower {

  /**
   * Moves the robot.
   *
   * @param palm X_WH, where the palm should be; W is the frame of the human hand
   * @param tips where each fingertip should be in W, once the palm is somewhere
   * @return where the robot went
   */
  Followed follow(Pose palm, Function<Pose, List<Vec3>> tips);

  /** Forgets where the robot was. */
  void restart();

  /** Whether the robot has a place in the world. */
  boolean standsInWorld();
}
