package org.dextwin.experiments.drex.internal.grasp;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.experiment.Table.Column;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.FingertipForceDriver;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.robot.HandDriver;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.devices.loop.ControlLoop;
import org.dextwin.devices.time.SystemClock;

/**
 * Closes a hand as a policy says, joint targets with the fingers' forces as limits of current.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class HandExecution {

  static final String JOINTS = "joints";

  private static final int TOLERATED_MISSES = 3;

  private final FingertipForceDriver driver;
  private final RobotModel robot;
  private final double closeS;
  private final double rateHz;

  HandExecution(Hand hand, double closeS, double rateHz) {
    HandDriver any =
        hand.driver()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "hand '"
                            + hand.model().robot().name()
                            + "' has no driver; set its driver, such as hand.leap.driver.type ="
                            + " twin"));
    if (!(any instanceof FingertipForceDriver force)) {
      throw new InvalidInputException(
          "the driver of hand '"
              + hand.model().robot().name()
              + "' takes no fingertip forces; choose one that limits currents");
    }
    this.driver = force;
    this.robot = hand.model().robot();
    this.closeS = closeS;
    this.rateHz = rateHz;
  }

  /**
   * Moves the hand from where it is to the targets.
   *
   * @param context shows progress
   * @param action what the policy says: joint targets from -1 to 1 first
   * @param forces force of each finger [N]
   * @return where each joint got to and what it may give
   */
  Item run(ExperimentContext context, float[] action, double[] forces) {
    JointOrder order = robot.motorOrder();
    double[] target = targets(action, order);
    driver.connect();
    try {
      double[] start = driver.read().position().in(order).values(order);
      long ticks = Math.max(1, Math.round(closeS * rateHz));
      JointCommand[] applied = {new JointCommand(new JointVector(order, start))};
      long[] next = {0};
      try (Progress progress = context.progress("closing the hand", ticks)) {
        new ControlLoop(new SystemClock(), rateHz, TOLERATED_MISSES)
            .run(
                driver,
                tick -> {
                  driver.read();
                  double share = Math.min(1, (tick + 1.0) / ticks);
                  double[] position = new double[target.length];
                  for (int i = 0; i < position.length; i++) {
                    position[i] = start[i] + share * (target[i] - start[i]);
                  }
                  applied[0] =
                      driver.send(new JointVector(order, position).in(driver.order()), forces);
                  long done = Math.min(ticks, tick + 1);
                  progress.advance(done - next[0]);
                  next[0] = done;
                },
                () -> {
                  context.checkCancelled();
                  return next[0] < ticks;
                });
      }
      return Item.empty().with(JOINTS, rows(applied[0], order));
    } finally {
      driver.stop();
    }
  }

  private double[] targets(float[] action, JointOrder order) {
    double[] targets = new double[order.size()];
    for (int i = 0; i < targets.length; i++) {
      String name = order.joints().get(i);
      Joint joint =
          robot.movingJoints().stream()
              .filter(it -> it.name().equals(name))
              .findFirst()
              .orElseThrow();
      double share = (Math.max(-1, Math.min(1, action[i])) + 1) / 2;
      targets[i] = joint.lower() + share * (joint.upper() - joint.lower());
    }
    return targets;
  }

  private static List<Item> rows(JointCommand applied, JointOrder order) {
    List<Item> rows = new ArrayList<>();
    for (String joint : order.joints()) {
      Item row =
          Item.empty().with("joint", joint).with("target_rad", applied.position().get(joint));
      rows.add(
          applied
              .effortLimit()
              .map(limit -> row.with("effort_limit_nm", limit.get(joint)))
              .orElse(row));
    }
    return rows;
  }

  static Table table(List<Item> rows) {
    return new Table(
        "What the hand was sent",
        "Joint targets, and the torque to which each motor's current is limited, after every limit"
            + " of the driver.",
        List.of(
            Column.of("joint", "joint"),
            new Column("target_rad", "target [rad]", 1, 3),
            new Column("effort_limit_nm", "torque limit [N m]", 1, 3)),
        rows);
  }
}
