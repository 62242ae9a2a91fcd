package org.dextwin.retarget.vector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.learning.RetargetedPose;
import org.dextwin.api.learning.RetargetingSession;
import org.dextwin.api.math.FrameMismatchException;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;

/** Follows one human hand with one robot. */
final class VectorSession implements RetargetingSession {

  private final HandLikeness likeness;
  private final Follower follower;
  private final VectorConfig config;

  VectorSession(HandLikeness likeness, Follower follower, VectorConfig config) {
    this.likeness = likeness;
    this.follower = follower;
    this.config = config;
  }

  @Override
  public RetargetedPose retarget(HumanHandPose hand) {
    if (follower.standsInWorld() && !hand.frame().equals(Pose.WORLD)) {
      throw new FrameMismatchException("retarget to an arm", Pose.WORLD, hand.frame());
    }
    Likeness target = new Likeness(likeness, hand, config);
    Followed followed = follower.follow(target.palm(), target::tips);
    Pose X_CH = followed.palm();
    Pose X_HC = X_CH.inverse();
    Map<String, Vec3> targets = new HashMap<>();
    List<HandLikeness.Pair> pairs = likeness.pairs();
    for (int i = 0; i < pairs.size(); i++) {
      targets.put(pairs.get(i).finger().name(), X_HC.transform(followed.tips().get(i)));
    }
    return new RetargetedPose(followed.positions(), X_CH.named(hand.frame(), X_CH.body()), targets);
  }

  @Override
  public void restart() {
    follower.restart();
  }
}
