package org.dextwin.experiments.dexndm.internal.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.Sensitivities;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.proprioception.HeldHand;
import org.dextwin.mechanics.optimization.LeastSquaresProblem;

/**
 * A branch in an engine, driven by recorded targets from the first position of each episode. Servos
 * bring a joint back to where its targets lead it, so that the start is forgotten, velocities need
 * not be known, and an episode is rolled out as a whole; only its first second does not count.
 *
 * <p>Residuals are the distances of the simulated joints from the recorded ones, in units of the
 * joints' standard deviations, then the unknowns x, in units of theirs.
 *
 * <p><i>Thread safety</i>: confined; it uses several threads itself.
 */
final class BranchModel implements LeastSquaresProblem, AutoCloseable {

  /** Time at the start of an episode that does not count [s]. */
  static final double FORGOTTEN = 1;

  /** Difference of x for derivatives that the engine does not give. */
  private static final double DIFFERENCE = 1e-3;

  /** Steps of a solver to farther away are refused, in standard deviations. */
  private static final double FARTHEST = 6;

  /** Derivatives of residuals that are larger say nothing. */
  private static final double LARGEST_SLOPE = 1e8;

  /** What a rounded time step may be off. */
  private static final double SAME = 1e-4;

  private static final Material ANY = new Material(0.5, 1e4, 10);

  private final Branch branch;
  private final Simulator simulator;
  private final Scene scene;
  private final List<Unknown> unknowns;
  private final List<Episode> episodes;
  private final Workers workers;
  private final Runnable checkCancelled;
  private final TargetPath path;
  private final int joints;
  private final int substeps;
  private final int skipped;
  private final boolean exact;
  private final int[] firstRow;
  private final ConcurrentLinkedQueue<Simulation> idle = new ConcurrentLinkedQueue<>();
  private final double[] deviations;

  /**
   * Opens the branch.
   *
   * @param branch the branch
   * @param hand how the hand is held
   * @param simulator the engine
   * @param period time from step to step of the recordings [s]
   * @param episodes the recordings
   * @param nuisances what is identified besides
   * @param workers threads
   * @param checkCancelled called often
   */
  BranchModel(
      Branch branch,
      HeldHand hand,
      Simulator simulator,
      double period,
      List<Episode> episodes,
      Set<Nuisance> nuisances,
      Workers workers,
      Runnable checkCancelled) {
    this.branch = branch;
    this.simulator = simulator;
    this.episodes = List.copyOf(episodes);
    this.workers = workers;
    this.checkCancelled = checkCancelled;
    this.joints = branch.joints().size();
    this.substeps = substeps(period, simulator.timeStep());
    this.skipped = (int) Math.round(FORGOTTEN / period);
    this.scene = scene(branch.robot(), hand);
    Simulation first = simulator.open(scene);
    idle.add(first);
    Set<String> parameters =
        new HashSet<>(first.parameters().all().stream().map(Parameter::name).toList());
    this.unknowns = Unknown.of(branch, nuisances, parameters);
    this.exact = first instanceof DifferentiableSimulation;
    this.path = new TargetPath(substeps, simulator.timeStep(), jointOfActuator(first));
    this.firstRow = new int[episodes.size() + 1];
    for (int e = 0; e < episodes.size(); e++) {
      firstRow[e + 1] = firstRow[e] + joints * counted(episodes.get(e));
    }
    this.deviations = new double[joints];
    Arrays.fill(deviations, 1);
  }

  private static int substeps(double period, double timeStep) {
    long whole = Math.round(period / timeStep);
    if (whole < 1 || Math.abs(period - whole * timeStep) > SAME * period) {
      throw new IllegalArgumentException(
          "the engine's time step of "
              + timeStep
              + " s does not divide the "
              + period
              + " s from one recorded step to the next; take that by a whole number");
    }
    return (int) whole;
  }

  private static Scene scene(RobotModel robot, HeldHand hand) {
    double[] start =
        robot.movingJoints().stream()
            .mapToDouble(joint -> Math.max(joint.lower(), Math.min(joint.upper(), 0)))
            .toArray();
    Pose base = Pose.inWorld(robot.root(), Vec3.ZERO, hand.rotation());
    JointVector positions = new JointVector(robot.kinematicOrder(), start);
    SceneRobot held = new SceneRobot(Unknown.HAND, robot, base, ANY, positions);
    return new Scene("branch", Scene.EARTH_GRAVITY, List.of(), List.of(held), List.of());
  }

  private int[] jointOfActuator(Simulation simulation) {
    List<Actuator> actuators = branch.robot().actuators();
    return simulation.layout().actuators().stream()
        .map(name -> name.substring(name.indexOf('/') + 1))
        .map(name -> actuators.stream().filter(it -> it.name().equals(name)).findFirst())
        .mapToInt(it -> branch.joints().indexOf(it.orElseThrow().joint()))
        .toArray();
  }

  private int counted(Episode episode) {
    return Math.max(0, episode.steps() - skipped);
  }

  List<Unknown> unknowns() {
    return unknowns;
  }

  /** The unknowns as the hand's model has them. */
  double[] nominal() {
    return unknowns.stream().mapToDouble(Unknown::nominal).toArray();
  }

  /** Whether the derivatives are the engine's own, and not differences. */
  boolean isExact() {
    return exact;
  }

  int episodes() {
    return episodes.size();
  }

  /** First row of an episode in the residuals; that after the last is where the priors begin. */
  int firstRow(int episode) {
    return firstRow[episode];
  }

  int joints() {
    return joints;
  }

  /** Sets the standard deviation of each joint's residuals [rad]. */
  void weigh(double[] perJoint) {
    System.arraycopy(perJoint, 0, deviations, 0, joints);
  }

  @Override
  public int parameterCount() {
    return unknowns.size();
  }

  @Override
  public int residualCount() {
    return firstRow[episodes.size()] + unknowns.size();
  }

  @Override
  public boolean evaluate(double[] x, double[] residuals, double[] jacobian) {
    int n = unknowns.size();
    for (int i = 0; i < n; i++) {
      if (!(Math.abs(x[i]) <= FARTHEST * unknowns.get(i).deviation())) {
        return false;
      }
    }
    boolean[] failed = new boolean[episodes.size()];
    workers.each(
        episodes.size(),
        e -> {
          checkCancelled.run();
          Simulation simulation = take();
          try {
            fill(simulation, e, x, residuals, jacobian);
          } catch (SimulationException diverged) {
            failed[e] = true;
          } finally {
            idle.add(simulation);
          }
        });
    for (int i = 0; i < n; i++) {
      int row = firstRow[episodes.size()] + i;
      residuals[row] = x[i] / unknowns.get(i).deviation();
      Arrays.fill(jacobian, row * n, (row + 1) * n, 0);
      jacobian[row * n + i] = 1 / unknowns.get(i).deviation();
    }
    for (boolean it : failed) {
      if (it) {
        return false;
      }
    }
    // near an instability of the engine derivatives may be beyond all numbers
    return Arrays.stream(jacobian).allMatch(it -> Math.abs(it) < LARGEST_SLOPE);
  }

  private Simulation take() {
    Simulation simulation = idle.poll();
    return simulation == null ? simulator.open(scene) : simulation;
  }

  /** Residuals and derivatives of an episode. */
  private void fill(
      Simulation simulation, int e, double[] x, double[] residuals, double[] jacobian) {
    Episode episode = episodes.get(e);
    int n = unknowns.size();
    ControlSequence controls = start(simulation, episode, x);
    Trajectory trajectory;
    if (simulation instanceof DifferentiableSimulation differentiable) {
      List<Integer> own = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        if (unknowns.get(i).isParameter()) {
          own.add(i);
        }
      }
      Sensitivities found =
          differentiable.sensitivities(
              controls, own.stream().map(i -> unknowns.get(i).parameter()).toList());
      trajectory = found.trajectory();
      for (int p = 0; p < own.size(); p++) {
        int i = own.get(p);
        double slope = unknowns.get(i).value(x[i]); // d value / dx
        int parameter = p;
        each(
            e,
            (row, joint, sample) ->
                jacobian[row * n + i] =
                    slope
                        * found.position(sample, parameter, at(simulation, joint))
                        / deviations[joint]);
      }
    } else {
      trajectory = simulation.rollout(controls);
    }
    each(
        e,
        (row, joint, sample) ->
            residuals[row] =
                (trajectory.position(sample, at(simulation, joint))
                        - episode.positions()[sample / substeps * joints + joint])
                    / deviations[joint]);
    for (int i = 0; i < n; i++) {
      if (!exact || !unknowns.get(i).isParameter()) {
        difference(simulation, e, x, i, jacobian);
      }
    }
  }

  private void difference(Simulation simulation, int e, double[] x, int i, double[] jacobian) {
    int n = unknowns.size();
    Trajectory[] sides = new Trajectory[2];
    for (int side = 0; side < 2; side++) {
      double[] moved = x.clone();
      moved[i] += side == 0 ? DIFFERENCE : -DIFFERENCE;
      sides[side] = simulation.rollout(start(simulation, episodes.get(e), moved));
    }
    each(
        e,
        (row, joint, sample) ->
            jacobian[row * n + i] =
                (sides[0].position(sample, at(simulation, joint))
                        - sides[1].position(sample, at(simulation, joint)))
                    / (2 * DIFFERENCE * deviations[joint]));
  }

  /** What is done for each residual of an episode. */
  @FunctionalInterface
  private interface Entry {
    void accept(int row, int joint, int sample);
  }

  private void each(int e, Entry entry) {
    int row = firstRow[e];
    for (int step = skipped + 1; step <= episodes.get(e).steps(); step++) {
      for (int joint = 0; joint < joints; joint++) {
        entry.accept(row++, joint, step * substeps);
      }
    }
  }

  private int at(Simulation simulation, int joint) {
    return simulation.layout().jointPosition(Unknown.HAND + "/" + branch.joints().get(joint));
  }

  /** Sets the parameters and the start of an episode. */
  private ControlSequence start(Simulation simulation, Episode episode, double[] x) {
    double delay = 0;
    double[] backlash = new double[joints];
    for (int i = 0; i < x.length; i++) {
      Unknown unknown = unknowns.get(i);
      double value = unknown.value(x[i]);
      if (unknown.isParameter()) {
        simulation.parameters().set(unknown.parameter(), value);
      } else if (unknown.kind() == Unknown.Kind.DELAY) {
        delay = value;
      } else {
        backlash[branch.joints().indexOf(unknown.subject())] = value;
      }
    }
    SimulationState any = simulation.state();
    double[] q = any.q();
    for (int joint = 0; joint < joints; joint++) {
      q[at(simulation, joint)] = episode.positions()[joint];
    }
    simulation.restore(new SimulationState(0, q, new double[any.v().length], any.internal()));
    return path.of(episode, delay, backlash);
  }

  /**
   * Returns half the sum of squared residuals without derivatives.
   *
   * @param x the unknowns
   * @return the cost; infinite if the engine fails
   */
  double cost(double[] x) {
    double[] sums = squares(x);
    double sum = 0;
    for (int joint = 0; joint < joints; joint++) {
      sum += sums[joint] / (deviations[joint] * deviations[joint]);
    }
    for (int i = 0; i < x.length; i++) {
      double prior = x[i] / unknowns.get(i).deviation();
      sum += prior * prior;
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum / 2;
  }

  private void addSquares(Simulation simulation, int e, double[] x, double[] sums) {
    Episode episode = episodes.get(e);
    Trajectory trajectory = simulation.rollout(start(simulation, episode, x));
    each(
        e,
        (row, joint, sample) -> {
          double off =
              trajectory.position(sample, at(simulation, joint))
                  - episode.positions()[sample / substeps * joints + joint];
          sums[joint] += off * off;
        });
  }

  /**
   * Returns the root mean square distance of each joint over all episodes.
   *
   * @param x the unknowns
   * @return distances [rad], NaN if the engine fails
   */
  double[] distances(double[] x) {
    double rows = firstRow[episodes.size()] / (double) joints;
    return Arrays.stream(squares(x)).map(it -> Math.sqrt(it / rows)).toArray();
  }

  /** Sum of the squared distances of each joint, NaN if the engine fails [rad^2]. */
  private double[] squares(double[] x) {
    double[] sums = new double[joints];
    Simulation simulation = take();
    try {
      for (int e = 0; e < episodes.size(); e++) {
        checkCancelled.run();
        addSquares(simulation, e, x, sums);
      }
    } catch (SimulationException diverged) {
      Arrays.fill(sums, Double.NaN);
    } finally {
      idle.add(simulation);
    }
    return sums;
  }

  @Override
  public void close() {
    idle.forEach(Simulation::close);
    idle.clear();
  }
}
