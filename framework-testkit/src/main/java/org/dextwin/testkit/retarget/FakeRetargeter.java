package org.dextwin.testkit.retarget;

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
 * A simple retargeter, for tests of what uses one: the palm is where the wrist is, and all joints
 * of a finger bend as far in their ranges as the human one is bent. The first finger follows the
 * index finger, the second the middle one, and so on, the fifth the thumb.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class FakeRetargeter implements Retargeter {

  private static final List<HumanFinger> FOLLOWED =
      List.of(
          HumanFinger.INDEX,
          HumanFinger.MIDDLE,
          HumanFinger.RING,
          HumanFinger.LITTLE,
          HumanFinger.THUMB);

  /** Makes a retargeter. */
  public FakeRetargeter() {}

  @Override
  public RetargetingSession open(HandModel hand) {
    return new Session(hand);
  }

  @Override
  public void close() {}

  /** Remembers nothing: the bend of a finger is all there is to know. */
  private record Session(HandModel hand) implements RetargetingSession {

    @Override
    public RetargetedPose retarget(HumanHandPose human) {
      List<Joint> joints = hand.robot().movingJoints();
      double[] q = new double[joints.size()];
      Map<String, Vec3> targets = new HashMap<>();
      Pose X_CW = human.wristPose();
      for (int i = 0; i < Math.min(FOLLOWED.size(), hand.fingers().size()); i++) {
        Finger finger = hand.fingers().get(i);
        HumanFinger followed = FOLLOWED.get(i);
        double bend = bend(human, followed);
        for (String name : finger.joints()) {
          int place = hand.robot().kinematicOrder().indexOf(name);
          Joint joint = joints.get(place);
          q[place] = joint.lower() + bend * (joint.upper() - joint.lower());
        }
        Vec3 p_W = X_CW.inverse().transform(human.tip(followed));
        boolean isMirrored = human.side() != hand.side();
        targets.put(finger.name(), isMirrored ? new Vec3(p_W.x(), -p_W.y(), p_W.z()) : p_W);
      }
      return new RetargetedPose(
          new JointVector(hand.robot().kinematicOrder(), q),
          X_CW.named(human.frame(), hand.robot().root()),
          targets);
    }

    /** 0 for a stretched finger; the tip of a closed one is back at the knuckle. */
    private static double bend(HumanHandPose human, HumanFinger finger) {
      double reach = human.tip(finger).distanceTo(human.knuckle(finger));
      double bend = 1 - reach / Math.max(human.length(finger), 1e-9);
      return Math.max(0, Math.min(1, bend));
    }

    @Override
    public void restart() {}
  }
}
