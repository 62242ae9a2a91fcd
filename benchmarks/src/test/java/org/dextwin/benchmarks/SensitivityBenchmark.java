package org.dextwin.benchmarks;

import java.util.concurrent.TimeUnit;
import org.dextwin.api.sim.Sensitivities;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Cost of forward sensitivities, by the number of parameters; the gradient has all of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class SensitivityBenchmark {

  @Param({"1", "2", "4", "8"})
  int parameters;

  private Rollout rollout;

  @Setup
  public void open() {
    rollout = new Rollout(Scenes.tumblingStone(10_000), 1000);
    ContactProfiler.meanContacts = rollout.meanContacts();
  }

  @TearDown
  public void close() {
    rollout.close();
  }

  @Benchmark
  public Sensitivities sensitivities() {
    return rollout.sensitivities(parameters);
  }
}
