package org.dextwin.experiments.dexndm.internal.collect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.learning.Transitions.Episode;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointOrder;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.training.Seeds;

/**
 * Records a hand from several sources, some episodes at a time, each of which is a stage of the
 * run: a killed run loses at most those under way.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class Collection {

  /** Episodes per file. */
  private static final int SHARD = 20;

  private static final String STEPS = "transitions";
  private static final String SECONDS = "seconds";
  private static final String EPISODES = "episodes";

  private final ExperimentContext context;
  private final long seed;

  /** Targets of the base policy, recorded when they are first needed. */
  private Optional<List<float[]>> replayed = Optional.empty();

  /**
   * Disturbance of replayed targets.
   *
   * @param probability probability that a step is disturbed
   * @param sigma standard deviation of the disturbance [rad]
   */
  public record Noise(double probability, double sigma) {}

  /**
   * Where recordings come from.
   *
   * @param name its name
   * @param task the world
   * @param actions what drives the hand
   * @param noise disturbance of replayed targets
   * @param episodes number of episodes
   */
  public record Source(
      String name, ProprioceptiveTask task, Actions actions, Noise noise, int episodes) {}

  /**
   * A base policy and where it is played for replay.
   *
   * @param policies makes the policy for each thread
   * @param task where its targets are recorded
   * @param episodes episodes that are recorded
   */
  public record Base(Supplier<Policy> policies, ProprioceptiveTask task, int episodes) {}

  /**
   * Begins.
   *
   * @param context the run
   * @param seed seed of all episodes
   */
  public Collection(ExperimentContext context, long seed) {
    this.context = context;
    this.seed = seed;
  }

  /**
   * Records a source, or goes on where the run was interrupted.
   *
   * @param source the source
   * @param base the policy that is replayed or played
   * @return what was recorded
   */
  public Item record(Source source, Optional<Base> base) {
    List<float[]> replayed =
        source.actions() == Actions.REPLAY ? recordedTargets(base.orElseThrow()) : List.of();
    Proprioception body = source.task().proprioception();
    Supplier<Driver> drivers =
        () ->
            switch (source.actions()) {
              case REPLAY -> new Driver.Replayed(body, replayed, source.noise());
              case POLICY -> new Driver.OfPolicy(base.orElseThrow().policies().get());
              case WAVES -> new Driver.Waves(body);
              case PROBE -> new Probe(body);
            };
    return shards(source.name(), source.task(), drivers, source.episodes());
  }

  /**
   * Records a base policy where it is at home, once.
   *
   * @param base the policy
   * @return its rollouts
   */
  public Transitions rollouts(Base base) {
    recordedTargets(base);
    return read("base");
  }

  /** Targets that the base policy asks for where it is at home. */
  private List<float[]> recordedTargets(Base base) {
    if (replayed.isPresent()) {
      return replayed.get();
    }
    shards("base", base.task(), () -> new Driver.OfPolicy(base.policies().get()), base.episodes());
    List<float[]> targets = new ArrayList<>();
    read("base").episodes().stream()
        .filter(episode -> episode.steps() > 0)
        .forEach(episode -> targets.add(episode.targets()));
    replayed = Optional.of(targets);
    return targets;
  }

  private Item shards(
      String name, ProprioceptiveTask task, Supplier<Driver> drivers, int episodes) {
    long own = Seeds.derive(seed, name.hashCode());
    TransitionsFolder folder = folder(name);
    Proprioception body = task.proprioception();
    double seconds = 0;
    double transitions = 0;
    try (Workers workers = Workers.ofThisMachine();
        LazyRecorder recorder =
            new LazyRecorder(() -> new Recorder(task, drivers, workers, context::checkCancelled));
        Progress progress = context.progress("recording " + name, episodes)) {
      for (int first = 0; first < episodes; first += SHARD) {
        int number = first / SHARD;
        int from = first;
        int count = Math.min(SHARD, episodes - first);
        boolean[] recorded = {false};
        Supplier<Item> work =
            () -> {
              recorded[0] = true;
              long start = System.nanoTime();
              List<Episode> all = recorder.get().record(name, from, count, own, progress);
              folder.write(number, body.joints(), body.period(), all);
              return Item.empty()
                  .with("source", name)
                  .with("shard", number)
                  .with(EPISODES, count)
                  .with(STEPS, all.stream().mapToLong(Episode::steps).sum())
                  .with(SECONDS, (System.nanoTime() - start) * 1e-9);
            };
        Item shard = context.stage("recording-" + name + "-" + number, work);
        if (!recorded[0]) {
          progress.advance(count);
          if (!Files.exists(folder.file(number))) {
            context.log("recordings", work.get()); // the stage is known, but its file is gone
          }
        }
        context.log("recordings", shard);
        seconds += shard.number(SECONDS).orElse(Double.NaN);
        transitions += shard.number(STEPS).orElse(Double.NaN);
      }
    }
    double simulated = transitions * body.period();
    return Item.empty()
        .with("source", name)
        .with(EPISODES, episodes)
        .with(STEPS, (long) transitions)
        .with("simulated_h", simulated / 3600)
        .with(SECONDS, seconds)
        .with("times_real_time", simulated / seconds);
  }

  /** Opens worlds only if there is something left to record. */
  private static final class LazyRecorder implements AutoCloseable {

    private final Supplier<Recorder> source;
    private Optional<Recorder> recorder = Optional.empty();

    LazyRecorder(Supplier<Recorder> source) {
      this.source = source;
    }

    Recorder get() {
      if (recorder.isEmpty()) {
        recorder = Optional.of(source.get());
      }
      return recorder.get();
    }

    @Override
    public void close() {
      recorder.ifPresent(Recorder::close);
    }
  }

  private TransitionsFolder folder(String name) {
    Path data = context.folder().resolve("transitions");
    return new TransitionsFolder(data.resolve(name));
  }

  /**
   * Reads what was recorded from a source.
   *
   * @param name name of the source
   * @return the recordings
   */
  public Transitions read(String name) {
    return folder(name).read();
  }

  /**
   * Adds to a source's item how much of a task it covers.
   *
   * @param item the item
   * @param reference name of the source that covers the task itself
   * @param source name of the source
   * @param hand the hand, for its fingers
   * @return the item with the coverage of joints, fingers and hand
   */
  public Item covered(Item item, String reference, String source, HandModel hand) {
    Transitions task = read(reference);
    Transitions recording = read(source);
    JointOrder joints = task.joints();
    List<int[]> each = new ArrayList<>();
    for (int i = 0; i < joints.size(); i++) {
      each.add(new int[] {i});
    }
    List<int[]> fingers =
        hand.fingers().stream()
            .map(Finger::joints)
            .map(names -> names.stream().mapToInt(joints::indexOf).toArray())
            .toList();
    int[] all = each.stream().mapToInt(it -> it[0]).toArray();
    return item.with("joint_coverage_pct", 100 * Coverage.mean(task, recording, each))
        .with("finger_coverage_pct", 100 * Coverage.mean(task, recording, fingers))
        .with("hand_coverage_pct", 100 * Coverage.of(task, recording, all));
  }
}
