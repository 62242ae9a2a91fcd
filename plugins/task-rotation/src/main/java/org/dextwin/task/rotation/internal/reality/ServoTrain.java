package org.dextwin.task.rotation.internal.reality;

import java.util.Arrays;

/**
 * What lies between the targets of a real hand and the ideal servos of an engine: a delay, play,
 * friction with a Stribeck curve and the hysteresis of cables. Torques are brought in by way of the
 * servo's target, for the servo answers a shift of tau / kp by the torque tau.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * <p><i>References</i>: Armstrong-Helouvry et al., A survey of models, analysis tools and
 * compensation methods for the control of machines with friction, Automatica 30 (1994), Eq. 4;
 * Dahl, A solid friction model, 1968; Tao and Kokotovic, Adaptive control of plants with unknown
 * hysteresis, IEEE TAC 40 (1995) for the play operator.
 */
public final class ServoTrain {

  /** Below this speed friction turns from one direction to the other [rad/s]. */
  private static final double SMOOTHING = 0.05;

  private final Reality reality;
  private final double[] kp;
  private final double timeStep;

  /** Targets on their way, oldest at {@code head}. */
  private final double[][] line;

  private int head;
  private final double[] play;
  private final double[] wound;
  private final double[] out;

  /**
   * Puts a train together.
   *
   * @param reality its numbers
   * @param kp position gains of the servos in this world [N m/rad]
   * @param timeStep time step of the engine [s]
   */
  public ServoTrain(Reality reality, double[] kp, double timeStep) {
    this.reality = reality;
    this.kp = kp.clone();
    this.timeStep = timeStep;
    int steps = (int) Math.round(reality.delay() / timeStep);
    this.line = new double[steps + 1][kp.length];
    this.play = new double[kp.length];
    this.wound = new double[kp.length];
    this.out = new double[kp.length];
  }

  /**
   * Starts anew at rest.
   *
   * @param q joint positions and targets [rad]
   */
  public void reset(double[] q) {
    for (double[] stage : line) {
      System.arraycopy(q, 0, stage, 0, q.length);
    }
    System.arraycopy(q, 0, play, 0, q.length);
    Arrays.fill(wound, 0);
  }

  /**
   * Passes targets through, for one time step.
   *
   * @param targets what the controller asks for [rad]; not modified
   * @param q joint positions [rad]; not modified
   * @param v joint velocities [rad/s]; not modified
   * @return what the ideal servos are to be asked for [rad]; overwritten by the next call
   */
  public double[] pass(double[] targets, double[] q, double[] v) {
    System.arraycopy(targets, 0, line[head], 0, targets.length);
    head = (head + 1) % line.length;
    double[] delayed = line[head];
    for (int i = 0; i < out.length; i++) {
      // play: the joint's side follows only once the motor's side has crossed the gap
      double half = reality.backlash()[i] / 2;
      play[i] = Math.max(delayed[i] - half, Math.min(play[i], delayed[i] + half));
      out[i] = play[i] + (friction(i, v[i]) + cable(i, v[i])) / kp[i];
    }
    return out;
  }

  /** tau = -(F_c + F_s exp(-(v / v_s)^2)) sign v, with a soft sign. */
  private double friction(int i, double v) {
    double ratio = v / reality.stribeck()[i];
    double size = reality.coulomb()[i] + reality.stiction()[i] * Math.exp(-ratio * ratio);
    return -size * Math.tanh(v / SMOOTHING);
  }

  /** Dahl: dz = (1 - |v| / v z / z0) v dt, tau = -T z / z0. */
  private double cable(int i, double v) {
    double travel = reality.hysteresisTravel()[i];
    double moved = v * timeStep;
    wound[i] += moved - Math.abs(moved) * wound[i] / travel;
    wound[i] = Math.max(-travel, Math.min(wound[i], travel));
    return -reality.hysteresis()[i] * wound[i] / travel;
  }
}
