package org.dextwin.retarget.vector;

import java.util.List;
import java.util.function.Function;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointVector;

/**
 * Human2Sim2Robot's two steps: the arm brings the palm to the human one, then the fingers reach for
 * the human fingertips from where the palm came to.
 */
final class ArmThenFingers implements Follower {

  private final Carrier carrier;
  private final ArmReach reach;
  private final LaidHand fingers;

  ArmThenFingers(Carrier carrier, HandLikeness likeness, VectorConfig.Weights weights) {
    this.carrier = carrier;
    reach = new ArmReach(carrier);
    fingers = new LaidHand(likeness, weights);
  }

  @Override
  public Followed follow(Pose palm, Function<Pose, List<Vec3>> tips) {
    double[] q = reach.reach(palm);
    Followed hand = fingers.follow(reach.palmAt(q), tips);
    double[] fingerPositions = hand.positions().values(hand.positions().order());
    System.arraycopy(fingerPositions, 0, q, carrier.handStart(), fingerPositions.length);
    return new Followed(new JointVector(carrier.tree().order(), q), hand.palm(), hand.tips());
  }

  @Override
  public void restart() {
    reach.restart();
    fingers.restart();
  }

  @Override
  public boolean standsInWorld() {
    return true;
  }
}
