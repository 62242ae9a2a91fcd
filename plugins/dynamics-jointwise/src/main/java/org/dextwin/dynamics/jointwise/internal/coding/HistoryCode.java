package org.dextwin.dynamics.jointwise.internal.coding;

/**
 * Writes a group's history as a network learns from it soonest: the last position, how far its
 * target is ahead, which is what moves a joint under position control, and how positions and
 * targets changed from step to step. Positions and targets themselves nearly repeat each other. The
 * map is linear and can be undone, so nothing is lost.
 *
 * @param window steps in a history
 * @param joints joints of the group
 */
public record HistoryCode(int window, int joints) {

  /**
   * Returns how many numbers a history has, before and after.
   *
   * @return number of inputs
   */
  public int size() {
    return 2 * window * joints;
  }

  /**
   * Returns the place of a joint's last position.
   *
   * @param joint index of the joint in the group
   * @return the index
   */
  public int last(int joint) {
    return 2 * (window - 1) * joints + joint;
  }

  /**
   * Codes a history.
   *
   * @param rows of each step the positions, then the targets [rad]
   * @param from first number to read
   * @param inputs where to write
   * @param to first number to write
   */
  public void encode(float[] rows, int from, float[] inputs, int to) {
    int step = 2 * joints;
    int end = last(0);
    for (int i = 0; i < end; i++) {
      inputs[to + i] = rows[from + i + step] - rows[from + i];
    }
    for (int j = 0; j < joints; j++) {
      float position = rows[from + end + j];
      inputs[to + end + j] = position;
      inputs[to + end + joints + j] = rows[from + end + joints + j] - position;
    }
  }

  /**
   * Pulls derivatives with respect to the inputs back to the history: the transpose of {@link
   * #encode}.
   *
   * @param inputs derivatives with respect to the inputs
   * @param from first number to read
   * @param rows overwritten, derivatives with respect to the history
   * @param to first number to write
   */
  public void pullBack(float[] inputs, int from, float[] rows, int to) {
    int step = 2 * joints;
    int end = last(0);
    for (int j = 0; j < joints; j++) {
      float offset = inputs[from + end + joints + j];
      rows[to + end + j] = inputs[from + end + j] - offset;
      rows[to + end + joints + j] = offset;
    }
    for (int i = end - 1; i >= 0; i--) {
      float change = inputs[from + i];
      rows[to + i + step] += change;
      rows[to + i] = -change;
    }
  }
}
