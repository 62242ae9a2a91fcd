package org.dextwin.api.learning;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.spi.Experimental;

/**
 * A recorded motion of a human hand, with gaps where it was not seen.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param source where it comes from: a file, or a generator and seed
 * @param frames moments in order of time
 * @param notes what was dropped or changed in reading, in words
 */
@Experimental
public record HumanHandMotion(String source, List<Frame> frames, List<String> notes) {

  /**
   * Copies the lists and checks that they are of one hand in one frame, in order of time.
   *
   * @param source where it comes from: a file, or a generator and seed
   * @param frames moments in order of time
   * @param notes what was dropped or changed in reading, in words
   * @throws IllegalArgumentException if they are not
   */
  public HumanHandMotion {
    frames = List.copyOf(frames);
    notes = List.copyOf(notes);
    for (int i = 1; i < frames.size(); i++) {
      if (!(frames.get(i).time() > frames.get(i - 1).time())) {
        throw new IllegalArgumentException(
            source
                + ": frame "
                + i
                + " is at "
                + frames.get(i).time()
                + " s, not after "
                + frames.get(i - 1).time()
                + " s");
      }
    }
    List<HumanHandPose> hands = frames.stream().map(Frame::hand).flatMap(Optional::stream).toList();
    for (HumanHandPose hand : hands) {
      if (hand.side() != hands.get(0).side() || !hand.frame().equals(hands.get(0).frame())) {
        throw new IllegalArgumentException(
            source
                + ": holds a "
                + hands.get(0).side()
                + " hand in '"
                + hands.get(0).frame()
                + "' and a "
                + hand.side()
                + " hand in '"
                + hand.frame()
                + "'");
      }
    }
  }

  /**
   * A moment.
   *
   * @param time time [s]
   * @param hand the hand; empty in a gap, where it was not seen
   */
  public record Frame(double time, Optional<HumanHandPose> hand) {}

  /**
   * Returns how many frames lack the hand.
   *
   * @return number of frames in gaps
   */
  public int gapFrames() {
    return (int) frames.stream().filter(frame -> frame.hand().isEmpty()).count();
  }
}
