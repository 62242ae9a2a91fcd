package org.dextwin.api.learning;

import java.util.List;
import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.spi.Experimental;

/**
 * Recorded motions of a hand's joints under position control, for dynamics models to learn from.
 *
 * <p><i>Thread safety</i>: immutable; do not write to the arrays.
 *
 * @param joints order of the joints in every row
 * @param period time from step to step [s]
 * @param episodes uninterrupted recordings
 */
@Experimental
public record Transitions(JointOrder joints, double period, List<Episode> episodes) {

  /**
   * Checks the shapes.
   *
   * @param joints order of the joints in every row
   * @param period time from step to step [s]
   * @param episodes uninterrupted recordings
   * @throws DimensionMismatchException if an episode has another number of joints
   * @throws IllegalArgumentException if a number is not finite
   */
  public Transitions {
    episodes = List.copyOf(episodes);
    for (Episode episode : episodes) {
      requireShape("targets of " + episode.source, joints, episode.steps(), episode.targets);
      requireShape(
          "positions of " + episode.source, joints, episode.steps() + 1, episode.positions);
    }
  }

  private static void requireShape(String what, JointOrder joints, int rows, float[] values) {
    if (values.length != rows * joints.size()) {
      throw new DimensionMismatchException(what, rows * joints.size(), values.length);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            what
                + ", step "
                + i / joints.size()
                + ", joint '"
                + joints.joints().get(i % joints.size())
                + "': "
                + values[i]
                + " is not finite");
      }
    }
  }

  /**
   * An uninterrupted recording.
   *
   * @param source where it comes from: a file, or a world and seed
   * @param steps number of steps, each from one reading to the next
   * @param positions joint positions [rad], row-major, shape (steps + 1, joints)
   * @param targets position targets [rad] in force during each step, row-major, shape (steps,
   *     joints)
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Episode(String source, int steps, float[] positions, float[] targets) {}

  /**
   * Returns how many pairs of a history and its next positions there are.
   *
   * @param window steps in a history
   * @return number of pairs; none reaches over the end of an episode
   */
  public long count(int window) {
    return episodes.stream().mapToLong(e -> Math.max(0, e.steps - window + 1)).sum();
  }

  /**
   * Copies the history that ends with a step, as {@link DynamicsSpec} lays it out. The positions
   * after it are row {@code step + 1} of the episode.
   *
   * @param episode index of the episode
   * @param step last step of the history, at least window - 1
   * @param window steps in the history
   * @param out where to write
   * @param at first index to write
   */
  public void history(int episode, int step, int window, float[] out, int at) {
    Episode source = episodes.get(episode);
    int n = joints.size();
    for (int k = 0; k < window; k++) {
      int row = (step - window + 1 + k) * n;
      System.arraycopy(source.positions, row, out, at + 2 * k * n, n);
      System.arraycopy(source.targets, row, out, at + (2 * k + 1) * n, n);
    }
  }
}
