package org.dextwin.experiments.drex.internal.synthetic;

import java.util.Arrays;
import java.util.List;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.JointTrack;
import org.dextwin.mechanics.log.Median;
import org.dextwin.mechanics.signal.SavitzkyGolay;

/**
 * When the fingers first meet something: before, torque is friction, weight and inertia; then it is
 * more. Friction and inertia of a finger are adjusted to the free part, whose end is sought anew.
 *
 * @param time when the first finger touches [s]
 * @param times times of the readings [s]
 * @param excess torque of each finger beyond free motion [N m], shape (fingers, n)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FirstTouch(double time, double[] times, double[][] excess) {

  /** Excess that is a contact, as part of the saturation, from round to round. */
  private static final double[] PLAIN = {0.20, 0.10, 0.06};

  private static final int WINDOW = 5;

  /** The first readings are those of a finger that sets off [s]. */
  private static final double SET_OFF_S = 0.02;

  /** How much is known of friction and inertia, as part of them. */
  private static final double FRICTION_SIGMA = 0.2;

  private static final double INERTIA_SIGMA = 0.2;
  private static final double TORQUE_SIGMA = 0.02;

  private static final double FORCE_FROM_S = 0.02;
  private static final double FORCE_TO_S = 0.25;
  private static final double SMALLEST_MASS = 0.01;
  private static final double GRAVITY = 9.81;

  static FirstTouch find(
      SyntheticHand hand, double[] times, List<JointTrack> tracks, double moved) {
    double[][] excess = new double[tracks.size()][];
    double first = moved;
    for (int finger = 0; finger < excess.length; finger++) {
      JointTrack track = tracks.get(finger);
      double touched = moved;
      excess[finger] = new double[times.length];
      for (double plain : PLAIN) {
        excess[finger] = excess(hand, times, track, touched - 0.01);
        touched = departure(times, excess[finger], plain * hand.saturation(), moved);
      }
      first = Math.min(first, touched);
    }
    return new FirstTouch(first, times, excess);
  }

  private static double departure(double[] times, double[] excess, double limit, double latest) {
    for (int i = 0; i < times.length && times[i] < latest; i++) {
      if (times[i] > SET_OFF_S && excess[i] > limit) {
        return times[i];
      }
    }
    return latest;
  }

  /** Torque beyond friction, weight and inertia, the last two unknowns fitted until a time. */
  private static double[] excess(
      SyntheticHand hand, double[] times, JointTrack track, double until) {
    double period = times[1] - times[0];
    double[] acceleration = SavitzkyGolay.of(WINDOW, 2, 1).apply(track.velocity(), period);
    double inertia = hand.nominalInertia();
    double unit = hand.saturation() * TORQUE_SIGMA;
    // least squares for (friction, inertia) in units of what is declared
    double a00 = 1 / (FRICTION_SIGMA * FRICTION_SIGMA);
    double a11 = 1 / (INERTIA_SIGMA * INERTIA_SIGMA);
    double a01 = 0;
    double b0 = 0;
    double b1 = 0;
    double[] free = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      double f = track.friction() * Math.signum(track.velocity()[i]);
      double m = inertia * acceleration[i];
      free[i] = track.torque()[i] - SyntheticHand.weight(track.position()[i]) - f - m;
      if (times[i] > SET_OFF_S && times[i] < until) {
        a00 += f * f / (unit * unit);
        a01 += f * m / (unit * unit);
        a11 += m * m / (unit * unit);
        b0 += f * free[i] / (unit * unit);
        b1 += m * free[i] / (unit * unit);
      }
    }
    double determinant = a00 * a11 - a01 * a01;
    double df = (a11 * b0 - a01 * b1) / determinant;
    double dm = (a00 * b1 - a01 * b0) / determinant;
    double[] excess = new double[times.length];
    Arrays.setAll(
        excess,
        i ->
            free[i]
                - df * track.friction() * Math.signum(track.velocity()[i])
                - dm * inertia * acceleration[i]);
    return excess;
  }

  /** Mass by the quasi-static balance: the fingers' force tips or slides it. */
  double quasiStaticMass(PushDraw known, double end) {
    double force = 0;
    for (double[] torque : excess) {
      double[] inContact =
          java.util.stream.IntStream.range(0, times.length)
              .filter(
                  i ->
                      times[i] > time + FORCE_FROM_S && times[i] < Math.min(end, time + FORCE_TO_S))
              .mapToDouble(i -> Math.max(0, torque[i]) / SyntheticHand.LENGTH)
              .toArray();
      force += inContact.length == 0 ? 0 : Median.of(inContact);
    }
    double resistance = Math.min(known.friction(), known.halfDepth() / known.contactHeight());
    return Math.max(SMALLEST_MASS, force / (GRAVITY * resistance));
  }
}
