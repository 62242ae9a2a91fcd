package org.dextwin.experiments.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.robot.JointLog;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.mechanics.log.JointLogReader;
import org.dextwin.mechanics.log.JointRecording;

/**
 * A scene that any engine may run.
 *
 * @param config the scene
 * @param motion what the motors do
 * @param robot the hand or the arm; present if the scene places one
 */
record SceneWorld(SceneConfig config, MotionConfig motion, Optional<RobotModel> robot)
    implements World {

  @Override
  public Opened open(Simulator simulator) {
    List<String> notes = new ArrayList<>();
    Optional<JointLog> log =
        motion.type() == MotionConfig.Type.LOG ? readLog(notes) : Optional.empty();
    Map<String, Double> starts = robot.map(model -> starts(model, log)).orElse(Map.of());
    SceneBuilder builder = new SceneBuilder(config, notes);
    Scene scene = builder.build(robot, starts);
    List<Drive> drives = robot.map(model -> drives(model, starts)).orElse(List.of());
    Motion targets =
        switch (motion.type()) {
          case HOLD -> Motion.hold(drives);
          case CLOSE -> Motion.close(drives, motion.close().orElseThrow());
          case SINE -> Motion.sine(drives, motion.sine().orElseThrow());
          case LOG -> Motion.replay(drives, log.orElseThrow());
        };
    Map<String, MassProperties> masses = new HashMap<>();
    scene.bodies().forEach(body -> body.mass().ifPresent(mass -> masses.put(body.name(), mass)));
    return new Opened(
        scene.name(),
        opened(simulator, scene),
        drives,
        targets,
        masses,
        -scene.gravity().z(),
        notes);
  }

  private static Simulation opened(Simulator simulator, Scene scene) {
    try {
      return simulator.open(scene);
    } catch (SimulationException e) {
      throw new InvalidInputException(
          "the engine cannot represent the scene: " + e.getMessage(), e);
    }
  }

  private Optional<JointLog> readLog(List<String> notes) {
    MotionConfig.Log settings = motion.log().orElseThrow();
    JointRecording recording =
        new JointLogReader(settings.columns(), robot.orElseThrow()).read(settings.file());
    if (recording.log().size() == 0) {
      throw new InvalidInputException(settings.file() + " holds no reading to follow");
    }
    notes.addAll(recording.notes());
    return Optional.of(recording.log());
  }

  /** Where every moving joint starts: as configured, else as the log begins, else near zero. */
  private Map<String, Double> starts(RobotModel model, Optional<JointLog> log) {
    SceneConfig.Placement placement = config.robot().orElseThrow();
    Map<String, Double> given = placement.jointsRad();
    List<String> known = model.kinematicOrder().joints();
    for (String joint : given.keySet()) {
      if (!known.contains(joint)) {
        throw new InvalidInputException(
            "scene.%s.joints-rad names '%s', which is no joint of the %s; it has %s"
                .formatted(placement.name(), joint, placement.name(), known));
      }
    }
    Map<String, Double> starts = new HashMap<>();
    for (Joint joint : model.movingJoints()) {
      double usual =
          log.filter(it -> it.order().joints().contains(joint.name()))
              .map(it -> it.position(0, it.order().indexOf(joint.name())))
              .orElse(0.0);
      double clamped = Math.max(joint.lower(), Math.min(joint.upper(), usual));
      double start = given.getOrDefault(joint.name(), clamped);
      if (start < joint.lower() || start > joint.upper()) {
        throw new InvalidInputException(
            "scene.%s.joints-rad puts '%s' at %s rad; its limits are %s to %s rad"
                .formatted(placement.name(), joint.name(), start, joint.lower(), joint.upper()));
      }
      starts.put(joint.name(), start);
    }
    return starts;
  }

  private List<Drive> drives(RobotModel model, Map<String, Double> starts) {
    String prefix = config.robot().orElseThrow().name() + "/";
    JointOrder order = model.kinematicOrder();
    List<Drive> drives = new ArrayList<>();
    for (Actuator actuator : model.actuators()) {
      String joint = actuator.joint();
      Joint driven = model.movingJoints().get(order.indexOf(joint));
      double start = starts.getOrDefault(joint, 0.0);
      String inLayout = prefix + joint;
      drives.add(new Drive(joint, inLayout, start, driven.lower(), driven.upper()));
    }
    return List.copyOf(drives);
  }

  @Override
  public String remedy() {
    return "give the engine a smaller time-step-s, or the contacts less stiffness-n-per-m";
  }
}
