package org.dextwin.retarget.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.mechanics.kinematics.JointRanges;

/**
 * Searches each finger by itself from several starts, for a hand that has no pose before to start
 * from: together, the fingers would have to be lucky at once.
 */
final class FingerSearch {

  /** The middle of all ranges, and random ones. */
  private static final int STARTS = 16;

  private final Carrier hand;
  private final List<Finger> fingers;
  private final JointRanges ranges;
  private final FingertipFit fit;
  private final double posture;

  FingerSearch(HandLikeness likeness, VectorConfig.Weights weights) {
    hand = Carrier.of(likeness.hand());
    fingers = likeness.pairs().stream().map(HandLikeness.Pair::finger).toList();
    ranges = new JointRanges(likeness.hand().robot());
    fit = new FingertipFit(hand, likeness, weights.eachFingerAlone());
    posture = weights.postureM();
  }

  /**
   * Searches.
   *
   * @param X_WH where the palm is
   * @param targets p_WF for each fingertip
   * @return joint positions of the hand, in its kinematic order, to start from: first the best of
   *     each finger, then what each start came to, in case the best of one finger is in the way of
   *     another's
   */
  List<double[]> search(Pose X_WH, List<Vec3> targets) {
    SplittableRandom random = new SplittableRandom(0);
    List<double[]> found = new ArrayList<>();
    double[] best = hand.middle();
    found.add(best);
    double[] bestCosts = new double[fingers.size()];
    Arrays.fill(bestCosts, Double.POSITIVE_INFINITY);
    for (int start = 0; start < STARTS; start++) {
      double[] q = start == 0 ? hand.middle() : ranges.draw(random);
      fit.fit(X_WH, targets, Optional.empty(), Optional.empty(), q);
      found.add(q);
      for (int i = 0; i < fingers.size(); i++) {
        double cost = cost(i, q);
        if (cost < bestCosts[i]) {
          bestCosts[i] = cost;
          for (String joint : fingers.get(i).joints()) {
            int place = hand.tree().order().indexOf(joint);
            best[place] = q[place];
          }
        }
      }
    }
    return found;
  }

  /** A finger's share of the cost. */
  private double cost(int finger, double[] q) {
    double cost = fit.error(finger) * fit.error(finger);
    for (String joint : fingers.get(finger).joints()) {
      int place = hand.tree().order().indexOf(joint);
      double away = posture * (q[place] - hand.middle()[place]);
      cost += away * away;
    }
    return cost;
  }
}
