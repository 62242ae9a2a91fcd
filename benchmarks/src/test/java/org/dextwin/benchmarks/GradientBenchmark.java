package org.dextwin.benchmarks;

import org.openjdk.jmh.annotations.Param;

/** Cost of the gradient of a stone that tumbles along the ground, by the size of its mesh. */
public class GradientBenchmark extends RolloutBenchmark {

  @Param({"1000", "10000", "50000"})
  int vertices;

  @Param("1000")
  int steps;

  @Override
  Rollout open() {
    return new Rollout(Scenes.tumblingStone(vertices), steps);
  }
}
