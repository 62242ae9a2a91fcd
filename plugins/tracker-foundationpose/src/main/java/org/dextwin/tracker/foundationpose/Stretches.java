package org.dextwin.tracker.foundationpose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dextwin.api.perception.PoseTrack.Sample;

/** Cuts a track at its gaps. */
final class Stretches {

  private Stretches() {}

  /** From one index to before another. */
  record Stretch(int start, int end) {

    int length() {
      return end - start;
    }
  }

  static List<Stretch> of(List<Sample> samples, double gap) {
    List<Stretch> stretches = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= samples.size(); i++) {
      if (i == samples.size() || samples.get(i).time() - samples.get(i - 1).time() > gap) {
        stretches.add(new Stretch(start, i));
        start = i;
      }
    }
    return stretches;
  }

  /** Says when a sample was, for notes. */
  static String when(List<Sample> samples, int index) {
    return String.format(
        Locale.ROOT,
        "%.2f s after the first pose",
        samples.get(index).time() - samples.get(0).time());
  }
}
