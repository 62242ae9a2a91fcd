package org.dextwin.benchmarks;

import java.util.concurrent.TimeUnit;
import org.dextwin.api.sim.ParameterGradient;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Trajectory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Cost of a rollout and of its gradient. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public abstract class RolloutBenchmark {

  private Rollout rollout;

  /** What is simulated. */
  abstract Rollout open();

  @Setup(Level.Trial)
  public void prepare() {
    rollout = open();
    ContactProfiler.meanContacts = rollout.meanContacts();
  }

  @TearDown(Level.Trial)
  public void close() {
    rollout.close();
  }

  @Benchmark
  public SimulationState advance() {
    return rollout.advance();
  }

  @Benchmark
  public Trajectory forward() {
    return rollout.forward();
  }

  @Benchmark
  public ParameterGradient forwardAndGradient() {
    return rollout.forwardAndGradient();
  }
}
