package org.dextwin.retarget.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.mechanics.kinematics.LinkPoses;

/** Fingers and what carries them move at once; the palm yields for the fingertips. */
final class WholeBody implements Follower {

  private final Carrier carrier;
  private final Optional<ArmReach> arm;
  private final WarmFit fit;
  private final FingerSearch search;
  private final LinkPoses poses;

  WholeBody(Carrier carrier, HandLikeness likeness, VectorConfig.Weights weights) {
    this.carrier = carrier;
    arm = carrier.base().map(base -> new ArmReach(carrier));
    fit = new WarmFit(new FingertipFit(carrier, likeness, weights), weights);
    search = new FingerSearch(likeness, weights);
    poses = carrier.tree().newPoses();
  }

  @Override
  public Followed follow(Pose palm, Function<Pose, List<Vec3>> tips) {
    List<Vec3> targets = tips.apply(palm);
    Pose root = carrier.base().orElse(palm).named(Pose.WORLD, carrier.tree().model().root());
    double[] q = fit.next(root, targets, Optional.of(palm), () -> starts(palm, targets));
    poses.setRoot(root);
    carrier.tree().forward(q, 0, poses);
    Pose X_WH =
        poses
            .pose(carrier.tree().linkIndex(carrier.palm()))
            .named(Pose.WORLD, carrier.hand().robot().root());
    return new Followed(positions(q), X_WH, targets);
  }

  private List<double[]> starts(Pose palm, List<Vec3> targets) {
    double[] carried = arm.map(it -> it.reach(palm)).orElseGet(carrier::middle);
    Pose X_WH = arm.map(it -> it.palmAt(carried)).orElse(palm);
    List<double[]> starts = new ArrayList<>();
    for (double[] fingers : search.search(X_WH, targets)) {
      double[] q = carried.clone();
      System.arraycopy(fingers, 0, q, carrier.handStart(), fingers.length);
      starts.add(q);
    }
    return starts;
  }

  private JointVector positions(double[] q) {
    if (carrier.isReal()) {
      return new JointVector(carrier.tree().order(), q);
    }
    JointOrder order = carrier.hand().robot().kinematicOrder();
    return new JointVector(order, Arrays.copyOfRange(q, carrier.handStart(), q.length));
  }

  @Override
  public void restart() {
    fit.restart();
    arm.ifPresent(ArmReach::restart);
  }

  @Override
  public boolean standsInWorld() {
    return carrier.base().isPresent();
  }
}
