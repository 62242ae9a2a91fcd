package org.dextwin.sim.semiimplicit;

import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.sim.BodyStates;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.MotionState;

/**
 * Bodies at the current state of a world.
 *
 * <p><i>Thread safety</i>: confined.
 */
record CurrentBodies(World world, MotionState current) implements BodyStates {

  @Override
  public Pose pose(String body) {
    int index = world.layout().bodies().indexOf(body);
    if (index < 0) {
      return fixed(body).pose();
    }
    int i = ConfigurationSpace.BODY_NQ * index;
    return Pose.inWorld(body, Vec3.of(current.q(), i + 4), Quat.of(current.q(), i));
  }

  @Override
  public Twist twist(String body) {
    int index = world.layout().bodies().indexOf(body);
    if (index < 0) {
      return fixed(body).twist();
    }
    int i = ConfigurationSpace.BODY_NV * index;
    return new Twist(Pose.WORLD, body, Vec3.of(current.v(), i), Vec3.of(current.v(), i + 3));
  }

  private SceneBody fixed(String body) {
    return world.scene().body(body);
  }
}
