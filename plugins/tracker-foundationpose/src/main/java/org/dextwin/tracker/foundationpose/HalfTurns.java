package org.dextwin.tracker.foundationpose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;

/**
 * Undoes the half turns by which a tracker mistakes one side of a symmetric object for another. A
 * sudden turn by nearly pi between neighbours is a flip: it starts or ends a stretch in which every
 * rotation is off by the same half turn about an axis fixed in the object, R_flipped = R H. Flips
 * about nearly the same axis share one H, whose axis is their mean, so that a stretch with several
 * flips is not undone with several axes.
 *
 * <p>Which of the two sides is the right one cannot be known; the one seen more often is kept, so
 * that the fewest poses are changed.
 */
final class HalfTurns {

  /** Products of half turns about orthogonal axes are 180 degrees apart; noise is far below. */
  private static final double SAME_ROTATION = Math.toRadians(45);

  private final RepairConfig config;

  HalfTurns(RepairConfig config) {
    this.config = config;
  }

  List<Sample> undo(List<Sample> samples, List<String> notes) {
    Axes axes = new Axes(Math.toRadians(config.flipToleranceDeg()));
    int[] flips = findFlips(samples, axes);
    if (axes.means.isEmpty()) {
      return samples;
    }
    // R C is continuous: across a flip R_after = R_before H, so C_after = H^-1 C_before
    List<Quat> corrections = new ArrayList<>(List.of(Quat.IDENTITY));
    int[] correction = new int[samples.size()];
    for (int i = 1; i < samples.size(); i++) {
      correction[i] =
          flips[i] < 0
              ? correction[i - 1]
              : indexOf(
                  axes.halfTurn(flips[i]).inverse().times(corrections.get(correction[i - 1])),
                  corrections);
    }
    int kept = mostFrequent(correction, corrections.size());
    List<Sample> undone = new ArrayList<>(samples);
    int first = -1;
    int count = 0;
    for (int i = 0; i < correction.length; i++) {
      if (correction[i] != kept) {
        Quat turn = corrections.get(correction[i]).times(corrections.get(kept).inverse());
        undone.set(i, turned(samples.get(i), turn));
        first = first < 0 ? i : first;
        count++;
      }
    }
    notes.add(
        count
            + " poses turned back by 180 degrees (flips about the object's "
            + axes
            + "), first "
            + Stretches.when(samples, first));
    return undone;
  }

  /** Returns for each sample the axis of the flip that leads to it, or -1. */
  private int[] findFlips(List<Sample> samples, Axes axes) {
    double leastAngle = Math.PI - Math.toRadians(config.flipToleranceDeg());
    int[] flips = new int[samples.size()];
    flips[0] = -1;
    for (int i = 1; i < flips.length; i++) {
      Sample before = samples.get(i - 1);
      Sample after = samples.get(i);
      Vec3 turn = before.pose().rotation().inverse().times(after.pose().rotation()).log();
      boolean flip =
          config.flipToleranceDeg() > 0
              && turn.norm() >= leastAngle
              && after.time() - before.time() <= config.gapS();
      flips[i] = flip ? axes.add(turn.normalized()) : -1;
    }
    return flips;
  }

  private static int indexOf(Quat rotation, List<Quat> known) {
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).angleTo(rotation) < SAME_ROTATION) {
        return i;
      }
    }
    known.add(rotation);
    return known.size() - 1;
  }

  private static int mostFrequent(int[] values, int kinds) {
    int[] counts = new int[kinds];
    int best = 0;
    for (int value : values) {
      counts[value]++;
    }
    for (int kind = 1; kind < kinds; kind++) {
      best = counts[kind] > counts[best] ? kind : best;
    }
    return best;
  }

  private static Sample turned(Sample sample, Quat turn) {
    Pose pose = sample.pose();
    return new Sample(
        sample.time(),
        new Pose(pose.frame(), pose.body(), pose.position(), pose.rotation().times(turn)),
        Quality.FLIP_UNDONE);
  }

  /** The axes of the flips, those that differ by no more than an angle taken together. */
  private static final class Axes {

    private final double sameAxis;
    private final List<Vec3> means = new ArrayList<>();

    Axes(double sameAxis) {
      this.sameAxis = sameAxis;
    }

    int add(Vec3 axis) {
      for (int i = 0; i < means.size(); i++) {
        double cosine = means.get(i).normalized().dot(axis);
        if (Math.abs(cosine) >= Math.cos(sameAxis)) {
          // an axis and its opposite make the same half turn
          means.set(i, means.get(i).plus(axis.times(Math.signum(cosine))));
          return i;
        }
      }
      means.add(axis);
      return means.size() - 1;
    }

    Quat halfTurn(int axis) {
      return Quat.aboutAxis(means.get(axis), Math.PI);
    }

    @Override
    public String toString() {
      List<String> words = new ArrayList<>();
      for (Vec3 mean : means) {
        Vec3 axis = mean.normalized();
        words.add(
            String.format(Locale.ROOT, "axis (%.2f, %.2f, %.2f)", axis.x(), axis.y(), axis.z()));
      }
      return String.join(" and ", words);
    }
  }
}
