package org.dextwin.experiments.simulate;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Twist;
import org.dextwin.api.sim.BodyStates;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.StateLayout;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Runs a world and watches it. Targets are set at every step; between two moments the engine runs
 * undisturbed, so the record rate changes nothing but what is seen.
 */
final class Recorder {

  private final World.Opened world;
  private final String remedy;
  private final Simulation simulation;
  private final StateLayout layout;
  private final Trajectory start;
  private final double timeStep;

  Recorder(World.Opened world, String remedy) {
    this.world = world;
    this.remedy = remedy;
    this.simulation = world.simulation();
    this.layout = simulation.layout();
    // a model file may bring a time step of its own, which only trajectories tell
    this.start =
        simulation.rollout(
            new ControlSequence(0, layout.actuators().size(), new double[0], List.of()));
    this.timeStep = start.timeStep();
  }

  /**
   * Runs to the end.
   *
   * @param duration simulated time [s]
   * @param rate moments per simulated second [Hz]
   * @param context progress, log and cancellation
   */
  Recording record(double duration, double rate, ExperimentContext context) {
    long steps = Math.max(1, Math.round(duration / timeStep));
    int stride = (int) Math.max(1, Math.round(1 / (rate * timeStep)));
    Recording recording = new Recording(layout, timeStep);
    add(recording, end(start, 0), context);
    try (Progress progress = context.progress("simulating " + world.name(), steps)) {
      long done = 0;
      while (done < steps) {
        context.checkCancelled();
        int chunk = (int) Math.min(stride, steps - done);
        Trajectory trajectory = advance(recording, done, chunk);
        done += chunk;
        add(recording, end(trajectory, done), context);
        progress.advance(chunk);
      }
    }
    return recording;
  }

  private Trajectory advance(Recording recording, long done, int chunk) {
    int actuators = layout.actuators().size();
    double[] targets = new double[chunk * actuators];
    for (int step = 0; step < chunk; step++) {
      world.motion().write((done + step) * timeStep, targets, step * actuators);
    }
    ControlSequence controls = new ControlSequence(chunk, actuators, targets, List.of());
    Trajectory trajectory;
    long before = System.nanoTime();
    try {
      trajectory = simulation.rollout(controls);
    } catch (SimulationException e) {
      throw new InvalidInputException(
          "the engine lost %s: %s; %s".formatted(world.name(), e.getMessage(), remedy), e);
    }
    recording.addWork(chunk, System.nanoTime() - before);
    int firstJoint = ConfigurationSpace.BODY_NV * layout.bodies().size();
    for (int sample = 1; sample < trajectory.samples(); sample++) {
      for (int joint = 0; joint < layout.joints().size(); joint++) {
        recording.speed(joint, trajectory.velocity(sample, firstJoint + joint));
      }
    }
    return trajectory;
  }

  private Moment end(Trajectory trajectory, long done) {
    double[] q = new double[layout.space().nq()];
    for (int i = 0; i < q.length; i++) {
      q[i] = trajectory.position(trajectory.samples() - 1, i);
    }
    return moment(done * timeStep, q);
  }

  private Moment moment(double time, double[] q) {
    double[] targets = new double[layout.actuators().size()];
    world.motion().write(time, targets, 0);
    BodyStates bodies = simulation.bodies();
    List<Pose> poses = layout.bodies().stream().map(bodies::pose).toList();
    List<Twist> twists = layout.bodies().stream().map(bodies::twist).toList();
    int firstJoint = ConfigurationSpace.BODY_NQ * layout.bodies().size();
    return new Moment(
        time,
        poses,
        twists,
        boxed(Arrays.copyOfRange(q, firstJoint, q.length)),
        boxed(targets),
        simulation.contacts().contacts());
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private void add(Recording recording, Moment moment, ExperimentContext context) {
    recording.add(moment);
    Item poses = Item.empty();
    for (int i = 0; i < layout.bodies().size(); i++) {
      Pose pose = moment.poses().get(i);
      poses =
          poses.with(
              layout.bodies().get(i),
              List.of(
                  pose.position().x(),
                  pose.position().y(),
                  pose.position().z(),
                  pose.rotation().w(),
                  pose.rotation().x(),
                  pose.rotation().y(),
                  pose.rotation().z()));
    }
    context.log(
        "motion",
        Item.empty()
            .with("time_s", moment.time())
            .with("contacts", moment.contacts().size())
            .with("contact_force_n", moment.force())
            .with("penetration_m", moment.penetration())
            .with("poses_xyz_wxyz", poses)
            .with("joints", moment.joints())
            .with("targets", moment.targets()));
  }
}
