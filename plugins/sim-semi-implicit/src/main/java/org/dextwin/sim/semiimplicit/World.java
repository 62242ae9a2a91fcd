package org.dextwin.sim.semiimplicit;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Twist;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.StateLayout;
import org.dextwin.sim.semiimplicit.internal.dynamics.ExternalWrenches;
import org.dextwin.sim.semiimplicit.internal.dynamics.Frames;
import org.dextwin.sim.semiimplicit.internal.dynamics.FreeBodies;
import org.dextwin.sim.semiimplicit.internal.dynamics.OriginShift;
import org.dextwin.sim.semiimplicit.internal.dynamics.ParameterVector;
import org.dextwin.sim.semiimplicit.internal.dynamics.WorldField;

/**
 * A scene made ready to be stepped: its layout, parameters and equations of motion.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class World {

  private final Scene scene;
  private final StateLayout layout;
  private final ParameterVector parameters = new ParameterVector();
  private final OriginShift shift;
  private final ExternalWrenches wrenches;
  private final WorldField field;

  World(Scene scene) {
    if (!scene.robots().isEmpty()) {
      throw new SimulationException(
          "scene '"
              + scene.name()
              + "' holds the robot '"
              + scene.robots().get(0).name()
              + "'; the engine semi-implicit simulates free and fixed bodies alone");
    }
    this.scene = scene;
    List<SceneBody> free = new ArrayList<>();
    List<SceneBody> fixed = new ArrayList<>();
    for (SceneBody body : scene.bodies()) {
      (body.mass().isPresent() ? free : fixed).add(body);
    }
    this.layout = new StateLayout(names(free), List.of(), List.of());
    List<String> frameNames = new ArrayList<>(names(free));
    frameNames.addAll(names(fixed));
    FreeBodies bodies = new FreeBodies(free, scene.gravity(), parameters);
    this.shift = bodies.newShift();
    this.wrenches = new ExternalWrenches(free.size());
    this.field =
        new WorldField(
            layout.space(), parameters, new Frames(frameNames), List.of(bodies), List.of(wrenches));
  }

  private static List<String> names(List<SceneBody> bodies) {
    return bodies.stream().map(SceneBody::name).toList();
  }

  Scene scene() {
    return scene;
  }

  StateLayout layout() {
    return layout;
  }

  ParameterVector parameters() {
    return parameters;
  }

  /** Between states of origins, as they are told, and of centres of mass, as they are stepped. */
  OriginShift shift() {
    return shift;
  }

  ExternalWrenches wrenches() {
    return wrenches;
  }

  WorldField field() {
    return field;
  }

  /** State of the origins at the start of the scene. */
  MotionState start() {
    MotionState state = new MotionState(layout.space());
    for (int b = 0; b < layout.bodies().size(); b++) {
      SceneBody body = scene.body(layout.bodies().get(b));
      Pose pose = body.pose();
      Twist twist = body.twist();
      int iq = ConfigurationSpace.BODY_NQ * b;
      int iv = ConfigurationSpace.BODY_NV * b;
      pose.rotation().copyTo(state.q(), iq);
      pose.position().copyTo(state.q(), iq + 4);
      twist.angular().copyTo(state.v(), iv);
      twist.linear().copyTo(state.v(), iv + 3);
    }
    return state;
  }
}
