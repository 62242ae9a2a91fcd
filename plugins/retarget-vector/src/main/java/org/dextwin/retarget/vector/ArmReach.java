package org.dextwin.retarget.vector;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.JointVector;
import org.dextwin.mechanics.ik.IkOptions;
import org.dextwin.mechanics.ik.IkTarget;
import org.dextwin.mechanics.ik.InverseKinematics;
import org.dextwin.mechanics.kinematics.LinkPoses;

/** Brings the palm of a hand on an arm to a pose, near to where the arm was. */
final class ArmReach {

  private static final IkOptions ANYWHERE = IkOptions.DEFAULT;

  /** One start: another branch of the solution would make the arm jump. */
  private static final IkOptions NEARBY = new IkOptions(1e-6, 1, 100, 0, 0, 0, 0);

  private final Carrier carrier;
  private final InverseKinematics first;
  private final InverseKinematics next;
  private final LinkPoses poses;
  private Optional<double[]> before = Optional.empty();

  ArmReach(Carrier carrier) {
    this.carrier = carrier;
    Pose X_WB = carrier.base().orElseThrow();
    first = new InverseKinematics(carrier.tree(), X_WB, ANYWHERE);
    next = new InverseKinematics(carrier.tree(), X_WB, NEARBY);
    poses = carrier.tree().newPoses();
    poses.setRoot(X_WB);
  }

  /** Returns joint positions of the whole robot that bring the palm to X_WH, or near to it. */
  double[] reach(Pose X_WH) {
    List<IkTarget> target = List.of(IkTarget.ofPose(X_WH.named(Pose.WORLD, carrier.palm())));
    double[] start = before.orElseGet(carrier::middle);
    JointVector from = new JointVector(carrier.tree().order(), start);
    InverseKinematics kinematics = before.isPresent() ? next : first;
    double[] q = kinematics.solve(target, from).positions().values(carrier.tree().order());
    before = Optional.of(q);
    return q.clone();
  }

  /** Returns X_WH, under the palm's own name. */
  Pose palmAt(double[] q) {
    carrier.tree().forward(q, 0, poses);
    return poses
        .pose(carrier.tree().linkIndex(carrier.palm()))
        .named(Pose.WORLD, carrier.hand().robot().root());
  }

  void restart() {
    before = Optional.empty();
  }
}
