package org.dextwin.sim.semiimplicit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Twist;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.StateLayout;
import org.dextwin.mechanics.dynamics.Frames;
import org.dextwin.sim.semiimplicit.internal.contact.Meetings;
import org.dextwin.sim.semiimplicit.internal.contact.Surface;
import org.dextwin.sim.semiimplicit.internal.contact.SurfaceOwner;
import org.dextwin.sim.semiimplicit.internal.dynamics.ArticulatedRobot;
import org.dextwin.sim.semiimplicit.internal.dynamics.ExternalWrenches;
import org.dextwin.sim.semiimplicit.internal.dynamics.ForceTerm;
import org.dextwin.sim.semiimplicit.internal.dynamics.FreeBodies;
import org.dextwin.sim.semiimplicit.internal.dynamics.JointOptions;
import org.dextwin.sim.semiimplicit.internal.dynamics.Mechanism;
import org.dextwin.sim.semiimplicit.internal.dynamics.OriginShift;
import org.dextwin.sim.semiimplicit.internal.dynamics.ParameterVector;
import org.dextwin.sim.semiimplicit.internal.dynamics.Targets;
import org.dextwin.sim.semiimplicit.internal.dynamics.WorldField;

/**
 * A scene made ready to be stepped: its layout, parameters, masses and possible contacts.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class World {

  private final Scene scene;
  private final StateLayout layout;
  private final ParameterVector parameters = new ParameterVector();
  private final Frames frames;
  private final List<Mechanism> mechanisms = new ArrayList<>();
  private final OriginShift shift;
  private final ExternalWrenches wrenches;
  private final Targets targets;
  private final FreeBodies freeBodies;
  private final Meetings meetings;

  World(Scene scene, JointOptions options) {
    this.scene = scene;
    List<SceneBody> free = scene.bodies().stream().filter(it -> it.mass().isPresent()).toList();
    List<SceneBody> fixed = scene.bodies().stream().filter(it -> it.mass().isEmpty()).toList();
    this.layout = layout(scene, free);
    this.frames = new Frames(frameNames(scene, free, fixed));
    placeFixed(fixed);
    this.freeBodies = new FreeBodies(free, scene.gravity(), parameters);
    mechanisms.add(freeBodies);
    this.shift = freeBodies.newShift();
    this.wrenches = new ExternalWrenches(free.size());
    this.targets = new Targets(layout.actuators().size());
    addRobots(options);
    this.meetings = new Meetings(owners(), scene.pairs(), parameters);
  }

  /** The equations of motion with the wrenches from outside and further forces. */
  WorldField field(ForceTerm... forces) {
    List<ForceTerm> terms = new ArrayList<>();
    terms.add(wrenches);
    terms.addAll(List.of(forces));
    return new WorldField(layout.space(), parameters, frames, mechanisms, terms);
  }

  private static StateLayout layout(Scene scene, List<SceneBody> free) {
    List<String> joints = new ArrayList<>();
    List<String> actuators = new ArrayList<>();
    for (SceneRobot robot : scene.robots()) {
      robot.model().movingJoints().forEach(it -> joints.add(robot.name() + "/" + it.name()));
      robot.model().actuators().forEach(it -> actuators.add(robot.name() + "/" + it.name()));
    }
    return new StateLayout(free.stream().map(SceneBody::name).toList(), joints, actuators);
  }

  /**
   * Free bodies, then links with the root first and then in the order of the joints, then fixed.
   */
  private static List<String> frameNames(Scene scene, List<SceneBody> free, List<SceneBody> fixed) {
    List<String> names = new ArrayList<>();
    free.forEach(it -> names.add(it.name()));
    for (SceneRobot robot : scene.robots()) {
      names.add(robot.name() + "/" + robot.model().root());
      robot.model().joints().forEach(it -> names.add(robot.name() + "/" + it.child()));
    }
    fixed.forEach(it -> names.add(it.name()));
    return names;
  }

  /** Fixed bodies never move: their frames are placed once. */
  private void placeFixed(List<SceneBody> fixed) {
    for (SceneBody body : fixed) {
      int frame = frames.names().indexOf(body.name());
      body.pose().position().copyTo(frames.position, 3 * frame);
      System.arraycopy(
          body.pose().rotation().toMatrix(),
          0,
          frames.rotation,
          Frames.ROTATION * frame,
          Frames.ROTATION);
    }
  }

  private void addRobots(JointOptions options) {
    int frame = layout.bodies().size();
    int position = ConfigurationSpace.BODY_NQ * layout.bodies().size();
    int velocity = ConfigurationSpace.BODY_NV * layout.bodies().size();
    int target = 0;
    for (SceneRobot robot : scene.robots()) {
      mechanisms.add(
          new ArticulatedRobot(
              robot,
              scene.gravity(),
              frames,
              frame,
              position,
              velocity,
              target,
              targets,
              options,
              parameters));
      frame += robot.model().joints().size() + 1;
      position += robot.model().movingJoints().size();
      velocity += robot.model().movingJoints().size();
      target += robot.model().actuators().size();
    }
  }

  private List<SurfaceOwner> owners() {
    List<SurfaceOwner> owners = new ArrayList<>();
    for (SceneBody body : scene.bodies()) {
      int frame = frames.names().indexOf(body.name());
      boolean isStatic = body.mass().isEmpty();
      List<Surface> surfaces =
          body.colliders().stream().map(it -> new Surface(frame, isStatic, it)).toList();
      owners.add(new SurfaceOwner(body.name(), body.material(), surfaces));
    }
    for (SceneRobot robot : scene.robots()) {
      owners.add(new SurfaceOwner(robot.name(), robot.material(), surfaces(robot)));
    }
    return owners;
  }

  private List<Surface> surfaces(SceneRobot robot) {
    Set<String> moving = movingLinks(robot.model());
    List<Surface> surfaces = new ArrayList<>();
    for (Link link : robot.model().links()) {
      int frame = frames.names().indexOf(robot.name() + "/" + link.name());
      boolean isStatic = !moving.contains(link.name());
      link.colliders().forEach(it -> surfaces.add(new Surface(frame, isStatic, it)));
    }
    return surfaces;
  }

  private static Set<String> movingLinks(RobotModel model) {
    Set<String> moving = new HashSet<>();
    for (Joint joint : model.joints()) {
      if (joint.type() != Joint.Type.FIXED || moving.contains(joint.parent())) {
        moving.add(joint.child());
      }
    }
    return moving;
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

  Frames frames() {
    return frames;
  }

  /** Between states of origins, as they are told, and of centres of mass, as they are stepped. */
  OriginShift shift() {
    return shift;
  }

  ExternalWrenches wrenches() {
    return wrenches;
  }

  Targets targets() {
    return targets;
  }

  FreeBodies freeBodies() {
    return freeBodies;
  }

  /** Which colliders can touch, and where they do. */
  Meetings meetings() {
    return meetings;
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
    int position = ConfigurationSpace.BODY_NQ * layout.bodies().size();
    for (SceneRobot robot : scene.robots()) {
      double[] values = robot.positions().values(robot.model().kinematicOrder());
      System.arraycopy(values, 0, state.q(), position, values.length);
      position += values.length;
    }
    return state;
  }
}
