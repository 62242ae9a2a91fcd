package org.dextwin.benchmarks;

import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;

/** How the cost grows with one quantity at a time. */
@Fork(1)
public class GrowthBenchmark extends RolloutBenchmark {

  private static final int STEPS = 1000;
  private static final int VERTICES = 10_000;

  @Param({
    "vertices=1000",
    "vertices=10000",
    "vertices=50000",
    "vertices-on-slab=1000",
    "vertices-on-slab=10000",
    "vertices-on-slab=50000",
    "steps=250",
    "steps=1000",
    "steps=4000",
    "joints=4",
    "joints=8",
    "joints=16",
    "joints=32",
    "contacts=4",
    "contacts=16",
    "contacts=64",
    "bodies=1",
    "bodies=4",
    "bodies=16"
  })
  String size;

  @Override
  Rollout open() {
    int equals = size.indexOf('=');
    String quantity = size.substring(0, equals);
    int value = Integer.parseInt(size.substring(equals + 1));
    return switch (quantity) {
      case "vertices" -> new Rollout(Scenes.tumblingStone(value), STEPS);
      case "vertices-on-slab" -> new Rollout(Scenes.stoneOnSlab(value), STEPS);
      case "steps" -> new Rollout(Scenes.tumblingStone(VERTICES), value);
      case "joints" -> new Rollout(Scenes.swingingChain(value), STEPS);
      case "contacts" -> new Rollout(Scenes.slidingPrism(value), STEPS);
      case "bodies" -> new Rollout(Scenes.tumblingBoxes(value), STEPS);
      default ->
          throw new IllegalArgumentException(
              "size '"
                  + size
                  + "'; known are vertices, vertices-on-slab, steps, joints, contacts, bodies");
    };
  }
}
