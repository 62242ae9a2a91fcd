package org.dextwin.api.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs rollouts on several simulations, each confined to a thread of its own. Every rollout
 * restores its start first, so it does not matter which simulation runs it.
 *
 * <p><i>Thread safety</i>: confined to one thread.
 */
public final class ParallelRollouts implements BatchSimulation {

  private final List<Worker> workers = new ArrayList<>();
  private final StateLayout layout;
  private final SimulationState start;
  private boolean closed;

  /** A simulation and its thread. */
  private static final class Worker {

    private final ExecutorService thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, "rollouts");
              thread.setDaemon(true);
              return thread;
            });
    private final Simulation simulation;

    Worker(Supplier<Simulation> source) {
      try {
        simulation = finished(thread.submit(source::get));
      } catch (RuntimeException e) {
        thread.shutdown();
        throw e;
      }
    }

    void close() {
      try {
        finished(
            thread.submit(
                () -> {
                  simulation.close();
                  return this;
                }));
      } finally {
        thread.shutdown();
      }
    }
  }

  /**
   * Opens simulations.
   *
   * @param source opens one of the scene
   * @param workers how many to open, 1 or more
   * @throws IllegalArgumentException if there are no workers
   */
  public ParallelRollouts(Supplier<Simulation> source, int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("a batch needs 1 worker or more, not " + workers);
    }
    try {
      for (int i = 0; i < workers; i++) {
        this.workers.add(new Worker(source));
      }
      Worker first = this.workers.get(0);
      this.layout = first.simulation.layout();
      this.start = finished(first.thread.submit(first.simulation::state));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public StateLayout layout() {
    return layout;
  }

  @Override
  public SimulationState start() {
    requireOpen();
    return start;
  }

  @Override
  public List<Trajectory> run(List<Rollout> rollouts) {
    requireOpen();
    List<Rollout> all = List.copyOf(rollouts);
    Object[] outcomes = new Object[all.size()];
    AtomicInteger next = new AtomicInteger();
    List<Future<Worker>> running = new ArrayList<>();
    for (Worker worker : workers) {
      Callable<Worker> share =
          () -> {
            for (int i = next.getAndIncrement(); i < outcomes.length; i = next.getAndIncrement()) {
              outcomes[i] = outcome(worker.simulation, all.get(i));
            }
            return worker;
          };
      running.add(worker.thread.submit(share));
    }
    running.forEach(ParallelRollouts::finished); // which also makes the outcomes visible here
    List<Trajectory> trajectories = new ArrayList<>();
    for (Object outcome : outcomes) {
      if (outcome instanceof RuntimeException failure) {
        throw failure;
      }
      trajectories.add((Trajectory) outcome);
    }
    return List.copyOf(trajectories);
  }

  /** A trajectory, or the exception that stands in its place. */
  private static Object outcome(Simulation simulation, Rollout rollout) {
    try {
      simulation.restore(rollout.start());
      return simulation.rollout(rollout.controls());
    } catch (RuntimeException e) {
      return e;
    }
  }

  /** Waits; an interrupt is kept for later, since an engine cannot be stopped within a step. */
  private static <T> T finished(Future<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof RuntimeException failure) {
            throw failure;
          } else if (e.getCause() instanceof Error failure) {
            throw failure;
          }
          throw new IllegalStateException(e.getCause());
        } catch (CancellationException e) {
          throw new IllegalStateException("the batch was closed while it ran", e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the batch is closed");
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      workers.forEach(Worker::close);
    }
  }
}
