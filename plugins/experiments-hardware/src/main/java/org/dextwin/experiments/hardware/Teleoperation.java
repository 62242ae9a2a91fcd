package org.dextwin.experiments.hardware;

import java.util.Optional;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.model.JointVector;

/**
 * The robot follows an operator: at every tick it takes the input that has come last, and goes
 * towards it no faster than it may. Where the input is lost, and once it is too old, it holds.
 *
 * <p><i>Thread safety</i>: confined; times do not go back.
 */
final class Teleoperation implements Motion {

  /** How long it may still go on towards the last input [s]. */
  private static final double ARRIVAL = 1;

  private final OperatorStream stream;
  private final TeleoperateConfig config;
  private final Optional<FingertipFollower> tips;
  private final double[] target;
  private double last;
  private long held;
  private long slowed;

  Teleoperation(TeleoperateConfig config, Robot robot, OperatorStream stream, double[] start) {
    this.config = config;
    this.stream = stream;
    this.target = start.clone();
    this.tips =
        stream.hasTips() ? Optional.of(FingertipFollower.of(robot, start)) : Optional.empty();
  }

  @Override
  public double durationS() {
    return stream.durationS() + ARRIVAL;
  }

  @Override
  public double[] at(double time) {
    double most = config.speedRadPerS() * Math.max(0, time - last);
    last = time;
    if (isLost(time)) {
      held++;
      return target.clone();
    }
    int row = stream.rowAt(time);
    double[] wanted =
        tips.isPresent() ? tips.get().joints(stream.tips(row), target) : stream.joints(row);
    boolean cut = false;
    for (int i = 0; i < target.length; i++) {
      double way = Double.isNaN(wanted[i]) ? 0 : wanted[i] - target[i];
      cut |= Math.abs(way) > most;
      target[i] += Math.max(-most, Math.min(most, way));
    }
    slowed += cut ? 1 : 0;
    return target.clone();
  }

  /** An input that does not come any more; after the last one the robot may still arrive. */
  private boolean isLost(double time) {
    return time <= stream.durationS()
        && time - stream.timeOf(stream.rowAt(time)) > config.lostAfterS();
  }

  @Override
  public Optional<double[]> forces(double time) {
    return stream.hasForces() ? Optional.of(stream.forces(stream.rowAt(time))) : Optional.empty();
  }

  @Override
  public Item reported(Item item, JointVector measured) {
    Item more =
        item.with("held_commands_real_time", held).with("slowed_commands_real_time", slowed);
    return tips.isEmpty()
        ? more
        : more.with("unreached_commands_real_time", tips.get().unreached());
  }
}
