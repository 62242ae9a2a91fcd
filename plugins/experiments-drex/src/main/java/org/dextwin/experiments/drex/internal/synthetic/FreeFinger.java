package org.dextwin.experiments.drex.internal.synthetic;

import java.util.Arrays;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.JointTrack;
import org.dextwin.mechanics.signal.SavitzkyGolay;

/**
 * The free motion of a finger: its torque is friction, weight and inertia. How much friction and
 * inertia differ from what is declared is learnt by least squares.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class FreeFinger {

  /** Excess that is a contact, as part of the saturation, if it lasts so many readings. */
  private static final double PLAIN = 0.06;

  private static final int LASTING = 3;

  /** Excess that may be ignorance of friction and inertia, in standard deviations. */
  private static final double DOUBT = 2.5;

  /** Readings just before are not learnt from: the contact may have begun in them. */
  private static final int APART = 4;

  /** The first readings are those of a finger that sets off: their slopes are one-sided. */
  private static final int SET_OFF = 3;

  private static final int WINDOW = 5;

  /** How much is known of friction and inertia, as part of them. */
  private static final double FRICTION_SIGMA = 0.2;

  private static final double INERTIA_SIGMA = 0.2;

  /** What an acceleration by differences leaves of a torque, as part of the saturation. */
  private static final double TORQUE_SIGMA = 0.02;

  private final double[] times;
  private final double unit;

  // in units of TORQUE_SIGMA: torque less what is declared, friction and inertia as declared
  private final double[] rest;
  private final double[] friction;
  private final double[] inertia;

  // normal equations for the relative differences (friction, inertia)
  private double a00 = 1 / (FRICTION_SIGMA * FRICTION_SIGMA);
  private double a01;
  private double a11 = 1 / (INERTIA_SIGMA * INERTIA_SIGMA);
  private double b0;
  private double b1;

  FreeFinger(SyntheticHand hand, double[] times, JointTrack track) {
    this.times = times;
    this.unit = hand.saturation() * TORQUE_SIGMA;
    this.rest = new double[times.length];
    this.friction = new double[times.length];
    this.inertia = new double[times.length];
    double[] acceleration =
        SavitzkyGolay.of(WINDOW, 2, 1).apply(track.velocity(), times[1] - times[0]);
    for (int i = 0; i < times.length; i++) {
      friction[i] = track.friction() * Math.signum(track.velocity()[i]) / unit;
      inertia[i] = hand.nominalInertia() * acceleration[i] / unit;
      double drive = (track.torque()[i] - SyntheticHand.weight(track.position()[i])) / unit;
      rest[i] = drive - friction[i] - inertia[i];
    }
  }

  /** Torque beyond free motion, by what was learnt [N m]. */
  double[] excess() {
    double[] excess = new double[times.length];
    Arrays.setAll(excess, i -> unit * excess(i));
    return excess;
  }

  /** Time of the first reading of a contact; the latest if there is none before. */
  double departure(double latest) {
    int lasting = 0;
    for (int i = SET_OFF; i < times.length && times[i] < latest; i++) {
      if (i - APART >= SET_OFF) {
        learn(i - APART);
      }
      double limit = PLAIN / TORQUE_SIGMA + DOUBT * doubt(i);
      lasting = excess(i) > limit ? lasting + 1 : 0;
      if (lasting == LASTING) {
        return times[i - LASTING + 1];
      }
    }
    return latest;
  }

  private void learn(int i) {
    a00 += friction[i] * friction[i];
    a01 += friction[i] * inertia[i];
    a11 += inertia[i] * inertia[i];
    b0 += friction[i] * rest[i];
    b1 += inertia[i] * rest[i];
  }

  private double determinant() {
    return a00 * a11 - a01 * a01;
  }

  private double excess(int i) {
    double moreFriction = (a11 * b0 - a01 * b1) / determinant();
    double moreInertia = (a00 * b1 - a01 * b0) / determinant();
    return rest[i] - moreFriction * friction[i] - moreInertia * inertia[i];
  }

  /** Standard deviation of the torque of free motion: sqrt(j^T A^-1 j). */
  private double doubt(int i) {
    double f = friction[i];
    double m = inertia[i];
    return Math.sqrt((a11 * f * f - 2 * a01 * f * m + a00 * m * m) / determinant());
  }
}
