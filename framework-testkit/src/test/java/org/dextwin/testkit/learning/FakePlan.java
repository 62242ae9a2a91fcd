package org.dextwin.testkit.learning;

import java.util.List;
import java.util.stream.IntStream;
import org.dextwin.api.learning.MotionPlan;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;

/** Lines from rest to rest, along s = 10 u^3 - 15 u^4 + 6 u^5 with u = t / T. */
record FakePlan(JointOrder order, List<JointVector> corners, List<Double> times)
    implements MotionPlan {

  /** Largest derivatives of s by u. */
  private static final double SPEED = 15.0 / 8;

  private static final double ACCELERATION = 10 / Math.sqrt(3);
  private static final double JERK = 60;

  FakePlan(RobotModel robot, List<JointVector> corners) {
    this(
        robot.kinematicOrder(),
        corners,
        IntStream.range(1, corners.size())
            .mapToObj(i -> time(robot, corners.get(i - 1), corners.get(i)))
            .toList());
  }

  private static double time(RobotModel robot, JointVector from, JointVector to) {
    double longest = 1e-3;
    for (Actuator motor : robot.actuators()) {
      double way = Math.abs(to.get(motor.joint()) - from.get(motor.joint()));
      longest = Math.max(longest, SPEED * way / motor.velocityLimit());
      longest = Math.max(longest, Math.sqrt(ACCELERATION * way / motor.accelerationLimit()));
      longest = Math.max(longest, Math.cbrt(JERK * way / motor.jerkLimit()));
    }
    return longest;
  }

  @Override
  public double duration() {
    return times.stream().mapToDouble(Double::doubleValue).sum();
  }

  @Override
  public State at(double time) {
    double left = Math.max(0, Math.min(duration(), time));
    int line = 0;
    while (line < times.size() - 1 && left > times.get(line)) {
      left -= times.get(line++);
    }
    double whole = times.get(line);
    double u = Math.min(1, left / whole);
    double[] from = corners.get(line).values(order);
    double[] to = corners.get(line + 1).values(order);
    double[][] state = new double[3][from.length];
    for (int i = 0; i < from.length; i++) {
      double way = to[i] - from[i];
      state[0][i] = from[i] + way * u * u * u * (10 - 15 * u + 6 * u * u);
      state[1][i] = way * 30 * u * u * (1 - u) * (1 - u) / whole;
      state[2][i] = way * 60 * u * (1 - u) * (1 - 2 * u) / (whole * whole);
    }
    return new State(vector(state[0]), vector(state[1]), vector(state[2]));
  }

  private JointVector vector(double[] values) {
    return new JointVector(order, values);
  }
}
