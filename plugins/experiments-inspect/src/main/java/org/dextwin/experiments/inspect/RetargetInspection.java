package org.dextwin.experiments.inspect;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.learning.HumanFinger;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.learning.RetargetedPose;
import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.learning.RetargetingSession;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;

/** Lets a robot hand follow a human one that closes and opens. */
final class RetargetInspection implements Inspection {

  private static final double RATE = 30; // [Hz]

  private final Retargeter retargeter;
  private final HandModel hand;
  private final int frames;

  RetargetInspection(Retargeter retargeter, HandModel hand, int frames) {
    this.retargeter = retargeter;
    this.hand = hand;
    this.frames = frames;
  }

  @Override
  public void report(ExperimentContext context) {
    List<Joint> joints = hand.robot().movingJoints();
    double[] times = new double[frames];
    double[][] positions = new double[joints.size()][frames];
    double largest = 0;
    RetargetingSession session = retargeter.open(hand);
    for (int i = 0; i < frames; i++) {
      context.checkCancelled();
      times[i] = i / RATE;
      double bend = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / frames);
      RetargetedPose pose = session.retarget(human(bend));
      for (int j = 0; j < joints.size(); j++) {
        positions[j][i] = pose.positions().get(joints.get(j).name());
        if (i > 0) {
          largest = Math.max(largest, Math.abs(positions[j][i] - positions[j][i - 1]));
        }
      }
    }
    List<Plot.Series> series = new ArrayList<>();
    double used = 0;
    for (int j = 0; j < joints.size(); j++) {
      Joint joint = joints.get(j);
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double position : positions[j]) {
        low = Math.min(low, position);
        high = Math.max(high, position);
      }
      used += (high - low) / (joint.upper() - joint.lower()) / joints.size();
      series.add(new Plot.Series(joint.name(), Plot.Style.LINE, times, positions[j]));
    }
    context.metric("retarget_joints", joints.size());
    context.metric("retarget_used_range_share", used);
    context.metric("retarget_largest_change_rad", largest);
    context.plot(
        new Plot(
            "retarget",
            "The robot hand while the human one closes and opens",
            "time [s]",
            "position [rad or m]",
            Plot.Scale.LINEAR,
            series));
  }

  /** A right hand, 20 cm long, whose phalanges all turn about y by the same angle. */
  private static HumanHandPose human(double bend) {
    List<Vec3> points = new ArrayList<>(List.of(Vec3.ZERO));
    double side = 0.04; // of the thumb, at +y
    for (HumanFinger finger : HumanFinger.values()) {
      Vec3 point = new Vec3(finger == HumanFinger.THUMB ? 0.03 : 0.09, side, 0);
      points.add(point);
      for (int i = 1; i < HumanFinger.POINTS; i++) {
        Quat turn = Quat.aboutAxis(Vec3.Y, i * bend);
        point = point.plus(turn.rotate(Vec3.X.times(0.035)));
        points.add(point);
      }
      side -= 0.02;
    }
    return new HumanHandPose(HandModel.Side.RIGHT, "camera", points);
  }
}
