package org.dextwin.experiments.drex.internal.synthetic;

import java.util.List;
import java.util.stream.IntStream;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.JointTrack;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.RecordedPush;
import org.dextwin.mechanics.log.Median;

/**
 * When the fingers first meet something: before, torque is friction, weight and inertia; then it is
 * more. Friction and inertia of a finger are adjusted to its motion so far, reading by reading; it
 * touches where the next readings need more torque than these can explain.
 *
 * @param time when the first finger touches [s]
 * @param times times of the readings [s]
 * @param excess torque of each finger beyond free motion [N m], shape (fingers, n)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FirstTouch(double time, double[] times, double[][] excess) {

  private static final double FORCE_FROM_S = 0.02;
  private static final double FORCE_TO_S = 0.25;
  private static final double SMALLEST_MASS = 0.01;
  private static final double GRAVITY = 9.81;

  static FirstTouch find(
      SyntheticHand hand, double[] times, List<JointTrack> tracks, double moved) {
    double[][] excess = new double[tracks.size()][];
    double first = moved;
    for (int finger = 0; finger < excess.length; finger++) {
      FreeFinger free = new FreeFinger(hand, times, tracks.get(finger));
      first = Math.min(first, free.departure(moved));
      excess[finger] = free.excess();
    }
    return new FirstTouch(first, times, excess);
  }

  /** Says whether any finger needs more torque than free motion, so that it met something. */
  static boolean isFelt(SyntheticHand hand, RecordedPush push) {
    return push.joints().stream()
        .map(track -> new FreeFinger(hand, push.times(), track))
        .anyMatch(finger -> finger.departure(push.end()) < push.end());
  }

  /**
   * Mass by the quasi-static balance: the fingers' force slides the object or tips it.
   *
   * @param friction coefficient of friction
   * @param slope half the base over the height of contact
   * @param end when the push ends [s]
   * @return the mass [kg]
   */
  double quasiStaticMass(double friction, double slope, double end) {
    double force = 0;
    for (double[] torque : excess) {
      double[] inContact =
          IntStream.range(0, times.length)
              .filter(
                  i ->
                      times[i] > time + FORCE_FROM_S && times[i] < Math.min(end, time + FORCE_TO_S))
              .mapToDouble(i -> Math.max(0, torque[i]) / SyntheticHand.LENGTH)
              .toArray();
      force += inContact.length == 0 ? 0 : Median.of(inContact);
    }
    return Math.max(SMALLEST_MASS, force / (GRAVITY * Math.min(friction, slope)));
  }
}
