package org.dextwin.retarget.vector;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointVector;

/** A free hand whose palm goes where it should; then its fingers follow. */
final class LaidHand implements Follower {

  private final Carrier hand;
  private final WarmFit fit;
  private final FingerSearch search;

  LaidHand(HandLikeness likeness, VectorConfig.Weights weights) {
    hand = Carrier.of(likeness.hand());
    fit = new WarmFit(new FingertipFit(hand, likeness, weights), weights);
    search = new FingerSearch(likeness, weights);
  }

  @Override
  public Followed follow(Pose palm, Function<Pose, List<Vec3>> tips) {
    List<Vec3> targets = tips.apply(palm);
    Supplier<List<double[]>> starts = () -> search.search(palm, targets);
    double[] q = fit.next(palm, targets, Optional.empty(), starts);
    return new Followed(new JointVector(hand.tree().order(), q), palm, targets);
  }

  @Override
  public void restart() {
    fit.restart();
  }

  @Override
  public boolean standsInWorld() {
    return false;
  }
}
