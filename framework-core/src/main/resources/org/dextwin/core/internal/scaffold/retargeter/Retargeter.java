package @package@;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.learning.HumanFinger;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.learning.RetargetedPose;
import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.learning.RetargetingSession;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;

/**
 * The robot's fingers follow index, middle, ring, little finger and thumb, in this order; the palm
 * is where the wrist is. How far a finger is bent shows in how near its tip is to its knuckle.
 *
 * <p><i>Thread safety</i>: thread-safe; the sessions it opens are confined.
 */
final class @Class@Retargeter implements Retargeter {

  private static final List<HumanFinger> FOLLOWED =
      List.of(
          HumanFinger.INDEX,
          HumanFinger.MIDDLE,
          HumanFinger.RING,
          HumanFinger.LITTLE,
          HumanFinger.THUMB);

  private final double gain;

  @Class@Retargeter(@Class@Config config) {
    gain = config.gain();
  }

  @Override
  public RetargetingSession open(HandModel hand) {
    return new Session(hand, gain);
  }

  @Override
  public void close() {}

  /** One pose is all it looks at, so there is nothing to forget. */
  private record Session(HandModel hand, double gain) implements RetargetingSession {

    @Override
    public RetargetedPose retarget(HumanHandPose human) {
      List<Joint> joints = hand.robot().movingJoints();
      double[] q = new double[joints.size()];
      Map<String, Vec3> targets = new HashMap<>();
      Pose X_CW = human.wristPose();
      for (int i = 0; i < Math.min(FOLLOWED.size(), hand.fingers().size()); i++) {
        Finger finger = hand.fingers().get(i);
        double bend = bend(human, FOLLOWED.get(i));
        for (String name : finger.joints()) {
          int index = hand.robot().kinematicOrder().indexOf(name);
          Joint joint = joints.get(index);
          q[index] = joint.lower() + bend * (joint.upper() - joint.lower());
        }
        Vec3 p_W = X_CW.inverse().transform(human.tip(FOLLOWED.get(i)));
        boolean mirrored = human.side() != hand.side();
        targets.put(finger.name(), mirrored ? new Vec3(p_W.x(), -p_W.y(), p_W.z()) : p_W);
      }
      return new RetargetedPose(
          new JointVector(hand.robot().kinematicOrder(), q),
          X_CW.named(human.frame(), hand.robot().root()),
          targets);
    }

    /** 0 for a stretched finger, 1 for one whose tip is back at the knuckle. */
    private double bend(HumanHandPose human, HumanFinger finger) {
      double reach = human.tip(finger).distanceTo(human.knuckle(finger));
      double bend = gain * (1 - reach / Math.max(human.length(finger), 1e-9));
      return Math.max(0, Math.min(1, bend));
    }

    @Override
    public void restart() {}
  }
}
