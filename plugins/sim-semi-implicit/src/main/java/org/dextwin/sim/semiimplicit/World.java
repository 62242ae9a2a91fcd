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
import org.dextwin.sim.semiimplicit.internal.contact.ContactOptions;
import org.dextwin.sim.semiimplicit.internal.contact.Contacts;
import org.dextwin.sim.semiimplicit.internal.contact.Surface;
import org.dextwin.sim.semiimplicit.internal.contact.SurfaceOwner;
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
  private final Frames frames;
  private final Contacts contacts;
  private final WorldField field;

  World(Scene scene, ContactOptions contactOptions) {
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
    this.frames = new Frames(frameNames);
    this.contacts = new Contacts(owners(frameNames), scene.pairs(), contactOptions, parameters);
    placeFixed(fixed, free.size());
    this.field =
        new WorldField(
            layout.space(), parameters, frames, List.of(bodies), List.of(wrenches, contacts));
  }

  private List<SurfaceOwner> owners(List<String> frameNames) {
    List<SurfaceOwner> owners = new ArrayList<>();
    for (SceneBody body : scene.bodies()) {
      int frame = frameNames.indexOf(body.name());
      boolean isStatic = body.mass().isEmpty();
      List<Surface> surfaces =
          body.colliders().stream().map(it -> new Surface(frame, isStatic, it)).toList();
      owners.add(new SurfaceOwner(body.name(), body.material(), surfaces));
    }
    return owners;
  }

  /** Fixed bodies never move: their frames are placed once. */
  private void placeFixed(List<SceneBody> fixed, int firstFrame) {
    for (int i = 0; i < fixed.size(); i++) {
      Pose pose = fixed.get(i).pose();
      int frame = firstFrame + i;
      pose.position().copyTo(frames.position, 3 * frame);
      System.arraycopy(
          pose.rotation().toMatrix(), 0, frames.rotation, Frames.ROTATION * frame, Frames.ROTATION);
    }
  }

  Frames frames() {
    return frames;
  }

  Contacts contacts() {
    return contacts;
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
