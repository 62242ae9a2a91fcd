package @package@;

import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;

/**
 * q' = q + a (u - q) + b, for each joint alone.
 *
 * <p><i>Thread safety</i>: thread-safe; the coefficients are never written to.
 *
 * @param spec joints and rate
 * @param coefficients a and b of each joint, shape (joints, 2)
 */
record @Class@Model(DynamicsSpec spec, float[] coefficients) implements DynamicsModel {

  @Override
  public float[] predict(float[] histories, int count) {
    int joints = spec.joints().size();
    if (histories.length < count * spec.historySize()) {
      throw new IllegalArgumentException(
          "found "
              + histories.length
              + " numbers, expected "
              + count
              + " histories of "
              + spec.historySize());
    }
    float[] next = new float[count * joints];
    for (int i = 0; i < count; i++) {
      for (int joint = 0; joint < joints; joint++) {
        int at = i * spec.historySize() + spec.positionAt(spec.window() - 1, joint);
        float error = histories[at + joints] - histories[at];
        if (!Float.isFinite(error)) {
          throw new IllegalArgumentException("history " + i + " holds a number that is not finite");
        }
        next[i * joints + joint] =
            histories[at] + coefficients[2 * joint] * error + coefficients[2 * joint + 1];
      }
    }
    return next;
  }

  @Override
  public void close() {}
}
