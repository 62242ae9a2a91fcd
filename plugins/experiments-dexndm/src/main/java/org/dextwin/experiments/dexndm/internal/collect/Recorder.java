package org.dextwin.experiments.dexndm.internal.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Transitions.Episode;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.training.Seeds;
import org.jspecify.annotations.Nullable;

/**
 * Plays episodes side by side and keeps what the joints did. An episode depends on its seed alone.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class Recorder implements AutoCloseable {

  private final Proprioception body;
  private final Workers workers;
  private final Runnable checkCancelled;
  private final List<Lane> lanes = new ArrayList<>();
  private final LinkedBlockingQueue<Lane> idle = new LinkedBlockingQueue<>();

  /** A world and what drives it. */
  private record Lane(Environment environment, Driver driver) {}

  Recorder(
      ProprioceptiveTask task, Supplier<Driver> drivers, Workers workers, Runnable checkCancelled) {
    this.body = task.proprioception();
    this.workers = workers;
    this.checkCancelled = checkCancelled;
    try {
      for (int i = 0; i < workers.threads(); i++) {
        lanes.add(new Lane(task.open(), drivers.get()));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    idle.addAll(lanes);
  }

  /** Records episodes number first to first + count - 1. */
  List<Episode> record(String source, int first, int count, long seed, Progress progress) {
    @Nullable Episode[] episodes = new @Nullable Episode[count];
    workers.each(
        count,
        i -> {
          Lane lane = take();
          try {
            episodes[i] = play(lane, source + "-" + (first + i), Seeds.derive(seed, first + i));
            progress.advance(1);
          } finally {
            idle.add(lane);
          }
        });
    List<Episode> recorded = new ArrayList<>();
    for (Episode episode : episodes) {
      recorded.add(Objects.requireNonNull(episode));
    }
    return recorded;
  }

  private Lane take() {
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a world", e);
    }
  }

  private Episode play(Lane lane, String name, long seed) {
    lane.driver().begin(Seeds.derive(seed, 1));
    float[] observation = lane.environment().reset(seed);
    List<float[]> positions = new ArrayList<>();
    List<float[]> targets = new ArrayList<>();
    positions.add(last(observation, 0));
    for (int step = 0; ; step++) {
      checkCancelled.run();
      StepOutcome outcome = lane.environment().step(lane.driver().act(step, observation));
      observation = outcome.observation();
      boolean diverged =
          outcome.ending().isPresent() && outcome.ending().get().cause().equals("diverged");
      if (!diverged) { // else the last reading is not of this step
        positions.add(last(observation, 0));
        targets.add(last(observation, body.joints().size()));
      }
      if (outcome.ending().isPresent()) {
        return new Episode(name, targets.size(), joined(positions), joined(targets));
      }
    }
  }

  private float[] last(float[] observation, int offset) {
    float[] values = new float[body.joints().size()];
    System.arraycopy(
        observation, body.positionAt(body.window() - 1, 0) + offset, values, 0, values.length);
    return values;
  }

  private static float[] joined(List<float[]> rows) {
    int width = rows.isEmpty() ? 0 : rows.get(0).length;
    float[] all = new float[rows.size() * width];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, all, i * width, width);
    }
    return all;
  }

  @Override
  public void close() {
    lanes.forEach(lane -> lane.environment().close());
  }
}
