package org.dextwin.sim.semiimplicit;

import java.util.Arrays;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.sim.BodyStates;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.MotionState;
import org.dextwin.mechanics.dynamics.Frames;

/**
 * Bodies and links at the current state of a world. Free bodies are read from the state, bit by
 * bit; links and fixed bodies from their frames, which the simulation has placed.
 *
 * <p><i>Thread safety</i>: confined.
 */
record CurrentBodies(World world, MotionState current) implements BodyStates {

  @Override
  public Pose pose(String body) {
    int index = world.layout().bodies().indexOf(body);
    if (index >= 0) {
      int i = ConfigurationSpace.BODY_NQ * index;
      return Pose.inWorld(body, Vec3.of(current.q(), i + 4), Quat.of(current.q(), i));
    }
    Frames frames = world.frames();
    int frame = frame(body);
    int r = Frames.ROTATION * frame;
    return Pose.inWorld(
        body,
        Vec3.of(frames.position, 3 * frame),
        Quat.fromMatrix(Arrays.copyOfRange(frames.rotation, r, r + Frames.ROTATION)));
  }

  @Override
  public Twist twist(String body) {
    int index = world.layout().bodies().indexOf(body);
    double[] v = index >= 0 ? current.v() : world.frames().velocity;
    int i = Frames.SPATIAL * (index >= 0 ? index : frame(body));
    return new Twist(Pose.WORLD, body, Vec3.of(v, i), Vec3.of(v, i + 3));
  }

  private int frame(String body) {
    int frame = world.frames().names().indexOf(body);
    if (frame < 0) {
      throw new IllegalArgumentException(
          "the scene has no body or link '" + body + "'; it has " + world.frames().names());
    }
    return frame;
  }
}
