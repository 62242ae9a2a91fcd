package org.dextwin.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.BatchSimulation;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Simulator;

/** One trajectory of a driven scene, advanced in pieces of several lengths. */
final class HandRollouts implements AutoCloseable {

  private final double[] targets;
  private final int steps;
  private final int actuators;
  private final Simulation simulation;
  private final SimulationState start;
  private final BatchSimulation oneWorker;
  private final BatchSimulation twoWorkers;

  /** Something that advances the scene from its start by all steps. */
  @FunctionalInterface
  interface Way {
    void advance();
  }

  HandRollouts(Simulator simulator, Scene scene, double[] targets, int steps) {
    this.targets = targets;
    this.steps = steps;
    this.actuators = targets.length / steps;
    this.simulation = simulator.open(scene);
    this.start = simulation.state();
    this.oneWorker = simulator.openBatch(scene, 1);
    this.twoWorkers = simulator.openBatch(scene, 2);
  }

  int nq() {
    return simulation.layout().space().nq();
  }

  int nv() {
    return simulation.layout().space().nv();
  }

  /** Rollouts that follow one another. */
  Way rollouts(int length) {
    List<ControlSequence> pieces = new ArrayList<>();
    for (int from = 0; from < steps; from += length) {
      pieces.add(controls(from, Math.min(from + length, steps)));
    }
    return () -> {
      simulation.restore(start);
      pieces.forEach(simulation::rollout);
    };
  }

  /** A call for every step. */
  Way singleSteps() {
    List<Actuation> all = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      all.add(new Actuation(Arrays.copyOfRange(targets, step * actuators, (step + 1) * actuators)));
    }
    return () -> {
      simulation.restore(start);
      all.forEach(actuation -> simulation.step(actuation, 1));
    };
  }

  /** Rollouts of all steps by one worker or two. */
  Way batch(int workers, int rollouts) {
    BatchSimulation batch = workers == 1 ? oneWorker : twoWorkers;
    List<BatchSimulation.Rollout> all =
        Collections.nCopies(
            rollouts, new BatchSimulation.Rollout(batch.start(), controls(0, steps)));
    return () -> batch.run(all);
  }

  private ControlSequence controls(int from, int to) {
    double[] part = Arrays.copyOfRange(targets, from * actuators, to * actuators);
    return new ControlSequence(to - from, actuators, part, List.of());
  }

  /** The configuration in the engine's own order, with which its own numbers begin. */
  double[] qpos() {
    return Arrays.copyOf(simulation.state().internal(), nq());
  }

  int contacts() {
    return simulation.contacts().contacts().size();
  }

  @Override
  public void close() {
    simulation.close();
    oneWorker.close();
    twoWorkers.close();
  }
}
