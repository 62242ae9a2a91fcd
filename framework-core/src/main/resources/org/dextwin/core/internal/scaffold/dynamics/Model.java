package @package@;

import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.model.JointOrder;

/**
 * q' = q + share (u - q), for each joint alone.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
final class @Class@Model implements DynamicsModel {

  private final DynamicsSpec spec;
  private final float share;

  @Class@Model(@Class@Config config) {
    spec = new DynamicsSpec(new JointOrder("@name@", config.joints()), config.periodS(), 1);
    share = (float) config.share();
  }

  @Override
  public DynamicsSpec spec() {
    return spec;
  }

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
        float position = histories[at];
        float target = histories[at + joints];
        if (!Float.isFinite(position) || !Float.isFinite(target)) {
          throw new IllegalArgumentException("history " + i + " holds a number that is not finite");
        }
        next[i * joints + joint] = position + share * (target - position);
      }
    }
    return next;
  }

  @Override
  public void close() {}
}
