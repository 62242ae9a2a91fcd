package org.dextwin.task.grasp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.training.Seeds;
import org.dextwin.task.grasp.internal.control.GripStatics;
import org.dextwin.task.grasp.internal.object.GraspObject;
import org.dextwin.task.grasp.internal.world.GraspWorld;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes examples in place of human ones: the grasp of an object with fingertips put elsewhere, with
 * the force that the slip inequality asks for at the mass, kept if it holds in simulation. An
 * example depends on its number and the seed alone, whatever the number of threads.
 */
final class DemonstrationGenerator {

  private static final Logger LOG = LoggerFactory.getLogger(DemonstrationGenerator.class);

  private final GraspTask task;
  private final long seed;
  private final AtomicInteger rollouts = new AtomicInteger();

  DemonstrationGenerator(GraspTask task, long seed) {
    this.task = task;
    this.seed = seed;
  }

  /** Returns all examples, object by object. */
  List<Demonstration> all() {
    int perObject = task.config().demonstrations().perObject();
    int count = perObject * task.objects().size();
    if (count == 0) {
      return List.of();
    }
    if (IntStream.range(0, task.objects().size()).allMatch(task::isBeyondHand)) {
      LOG.warn("no demonstrations: every object is beyond the hand");
      return List.of();
    }
    @Nullable Demonstration[] made = new @Nullable Demonstration[count];
    AtomicInteger next = new AtomicInteger();
    try (Workers workers = Workers.ofThisMachine()) {
      workers.each(
          Math.min(workers.threads(), count),
          lane -> {
            try (Lane own = new Lane()) {
              for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                made[i] = own.make(i / perObject, i % perObject).orElse(null);
              }
            }
          });
    }
    List<Demonstration> all = new ArrayList<>();
    for (@Nullable Demonstration demonstration : made) {
      if (demonstration != null) {
        all.add(demonstration);
      }
    }
    LOG.info("{} demonstrations of {} from {} rollouts", all.size(), count, rollouts.get());
    if (all.isEmpty()) {
      throw new InvalidInputException(
          "no demonstration was found in "
              + rollouts.get()
              + " rollouts; raise controller.current-cap-ma or contact.friction, or choose lighter"
              + " objects");
    }
    return List.copyOf(all);
  }

  /** What one thread works with. */
  private final class Lane implements AutoCloseable {

    private final GripStatics statics = task.newStatics();
    private final Map<Integer, GraspWorld> worlds = new HashMap<>();

    Optional<Demonstration> make(int object, int number) {
      if (task.isBeyondHand(object)) {
        return Optional.empty();
      }
      GraspObject it = task.objects().get(object);
      SplittableRandom random =
          new SplittableRandom(Seeds.derive(Seeds.derive(seed, object), number));
      double payload = task.prepared().skill().payload();
      for (int i = 0; i < task.config().demonstrations().tries(); i++) {
        double mass = Math.min(payload, it.masses().draw(random));
        double told = Math.min(payload, mass * it.masses().believedRatio());
        long tips = random.nextLong();
        long attempt = random.nextLong();
        Optional<double[]> target =
            task.prepared()
                .skill()
                .varied(it, task.grasp(object), task.config().demonstrations().tipSpreadM(), tips);
        // a demonstrator sees the object as it is; that the mass was told wrong is not its matter
        if (target.isPresent() && holds(object, target.get(), mass, attempt)) {
          float[] observation =
              GraspEnvironment.observe(it, told, random, task.config().vertices());
          return Optional.of(
              new Demonstration(
                  it.name() + ", generated, seed " + seed + ", number " + number,
                  observation,
                  task.layout().action(target.get(), told / payload)));
        }
      }
      return Optional.empty();
    }

    private boolean holds(int object, double[] target, double mass, long attemptSeed) {
      GraspWorld world = worlds.computeIfAbsent(object, task::world);
      rollouts.incrementAndGet();
      return world.play(world.attempt(target, statics, mass, mass, attemptSeed)).held();
    }

    @Override
    public void close() {
      worlds.values().forEach(GraspWorld::close);
    }
  }
}
