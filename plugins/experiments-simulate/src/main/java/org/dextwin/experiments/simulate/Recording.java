package org.dextwin.experiments.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dextwin.api.sim.StateLayout;

/** What was seen of a world: one moment at its start and then at the record rate. */
final class Recording {

  private final StateLayout layout;
  private final double timeStep;
  private final List<Moment> moments = new ArrayList<>();
  private final double[] fastest;
  private long steps;
  private long wallNanos;

  Recording(StateLayout layout, double timeStep) {
    this.layout = layout;
    this.timeStep = timeStep;
    this.fastest = new double[layout.joints().size()];
  }

  void add(Moment moment) {
    moments.add(moment);
  }

  void addWork(long moreSteps, long nanos) {
    steps += moreSteps;
    wallNanos += nanos;
  }

  /** Takes note of a joint's speed, at every step [rad/s or m/s]. */
  void speed(int joint, double speed) {
    fastest[joint] = Math.max(fastest[joint], Math.abs(speed));
  }

  StateLayout layout() {
    return layout;
  }

  double timeStep() {
    return timeStep;
  }

  long steps() {
    return steps;
  }

  /** Time that the engine took [s]. */
  double wallSeconds() {
    return wallNanos * 1e-9;
  }

  /** Largest speed of a joint over all steps. */
  double fastest(int joint) {
    return fastest[joint];
  }

  List<Moment> moments() {
    return List.copyOf(moments);
  }

  Moment first() {
    return moments.get(0);
  }

  Moment last() {
    return moments.get(moments.size() - 1);
  }

  /** One number of every moment. */
  double[] curve(ToDoubleFunction<Moment> number) {
    return moments.stream().mapToDouble(number).toArray();
  }
}
